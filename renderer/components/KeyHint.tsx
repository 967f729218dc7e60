import './KeyHint.css';

/** A key's cap, beside what it does. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd className="keyHint">{keys}</kbd>;
}
