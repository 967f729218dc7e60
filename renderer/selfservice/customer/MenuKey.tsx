import './MenuKey.css';

/** The key that leads here, in sight while the visitor uses keys. */
export function MenuKey({ digit }: { readonly digit: string | null }) {
  if (digit === null) return null;
  return (
    <kbd className="menuKey" aria-hidden="true">
      {digit}
    </kbd>
  );
}
