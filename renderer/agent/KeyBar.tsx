import { useTranslation } from 'react-i18next';
import { KeyHint } from '../components/KeyHint';
import './KeyBar.css';

/** The keys that do something now, along the foot of the window. */
export function KeyBar({ customer }: { readonly customer: 'none' | 'restricted' | 'open' }) {
  const { t } = useTranslation('agent');
  return (
    <footer className="keyBar">
      <Key keys="F1" does={t('keys.help')} />
      <Key keys="F2" does={t('keys.search')} />
      <Key keys="↵" does={t('keys.open')} />
      {customer !== 'none' && (
        <>
          {customer === 'open' && <Key keys="F6" does={t('keys.payer')} />}
          <Key keys="F7" does={t('keys.ussd')} />
          <Key keys="↑ ↓ ← →" does={t('keys.sections')} />
          <Key keys={t('keys.escapeCap')} does={t('keys.leave')} />
        </>
      )}
    </footer>
  );
}

function Key({ keys, does }: { readonly keys: string; readonly does: string }) {
  return (
    <span className="keyBar-key">
      <KeyHint keys={keys} />
      {does}
    </span>
  );
}
