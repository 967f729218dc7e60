import { useTranslation } from 'react-i18next';
import { KeyHint } from '../components/KeyHint';
import './KeyTable.css';

/** Every key of the counter and what it does. */
export function KeyTable() {
  const { t } = useTranslation('agent');
  const rows = [
    { keys: ['F1', '?'], does: 'help' },
    { keys: ['F2'], does: 'search' },
    { keys: ['↵'], does: 'open' },
    { keys: ['↑', '↓'], does: 'sections' },
    { keys: ['←', '→'], does: 'columns' },
    { keys: ['F6'], does: 'payer' },
    { keys: ['F7'], does: 'ussd' },
    { keys: ['F10'], does: 'language' },
    { keys: [t('keys.escapeCap')], does: 'leave' },
  ] as const;
  return (
    <table className="keyTable">
      <tbody>
        {rows.map(({ keys, does }) => (
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
  );
}
