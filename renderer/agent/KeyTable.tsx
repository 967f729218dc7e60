import { useLanguage } from '../strings/language';
import type { AgentAction } from './actions';
import { KeyCaps } from './KeyCaps';
import './KeyTable.css';

/** The keys that work now and what they do. */
export function KeyTable({ actions }: { readonly actions: readonly AgentAction[] }) {
  const { language } = useLanguage();
  return (
    <table className="keyTable">
      <tbody>
        {actions
          .filter(({ keys }) => keys.length > 0)
          .map(({ id, keys, explain }) => (
            <tr key={id}>
              <th scope="row">
                {keys.map((chord) => (
                  <span key={chord} className="keyTable-chord">
                    <KeyCaps chord={chord} />
                  </span>
                ))}
              </th>
              <td>{explain[language]}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
