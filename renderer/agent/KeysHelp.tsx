import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button';
import { KeyHint } from '../components/KeyHint';
import './KeysHelp.css';

/** Every key of the counter, over the page. */
export function KeysHelp({ onHide }: { readonly onHide: () => void }) {
  const { t } = useTranslation('agent');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="keysHelp"
      aria-labelledby="keysHelpTitle"
      onCancel={(event) => {
        event.preventDefault();
        onHide();
      }}
    >
      <h2 id="keysHelpTitle" className="keysHelp-title">
        {t('keys.title')}
      </h2>
      <table className="keysHelp-table">
        <tbody>
          {keyRows(t('keys.escapeCap')).map(({ keys, does }) => (
            <tr key={does}>
              <th scope="row">
                {keys.map((each) => (
                  <KeyHint key={each} keys={each} />
                ))}
              </th>
              <td>{t(`keys.explain.${does}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button kind="main" onClick={onHide}>
        {t('keys.close')}
      </Button>
    </dialog>
  );
}

function keyRows(escapeCap: string) {
  return [
    { keys: ['F1', '?'], does: 'help' },
    { keys: ['F2'], does: 'search' },
    { keys: ['↵'], does: 'open' },
    { keys: ['↑', '↓'], does: 'sections' },
    { keys: ['←', '→'], does: 'columns' },
    { keys: ['F7'], does: 'ussd' },
    { keys: [escapeCap], does: 'leave' },
  ] as const;
}
