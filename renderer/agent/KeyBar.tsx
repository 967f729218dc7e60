import { useLanguage } from '../strings/language';
import type { AgentAction } from './actions';
import './KeyBar.css';
import { KeyCaps } from './KeyCaps';

/** The keys that matter now, along the foot of the window; each can be clicked as well. */
export function KeyBar({ actions }: { readonly actions: readonly AgentAction[] }) {
  const { language } = useLanguage();
  return (
    <footer className="keyBar">
      {actions
        .filter(({ inBar }) => inBar)
        .map(({ id, keys, name, act }) =>
          act === null ? (
            <span key={id} className="keyBar-key">
              <Keys keys={keys} />
              {name[language]}
            </span>
          ) : (
            // Not in the order of Tab: whoever uses the keyboard presses the key itself.
            <button key={id} type="button" tabIndex={-1} className="keyBar-key" onClick={act}>
              <Keys keys={keys.slice(0, 1)} />
              {name[language]}
            </button>
          ),
        )}
    </footer>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className="keyBar-caps">
      {keys.map((chord) => (
        <KeyCaps key={chord} chord={chord} />
      ))}
    </span>
  );
}
