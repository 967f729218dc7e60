import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { shownAuditDetails } from '../../../shared/ipc/auditWords';
import type { AuditLine } from '../../../shared/ipc/commands/audit';
import { auditActionWords } from '../../strings/auditActions';
import { auditDetailWords } from '../../strings/auditDetails';
import { useLanguage } from '../../strings/language';
import { useActorName } from './actorName';
import './AuditTable.css';
import { formatInstant } from './instant';
import './supervisionTable.css';

const numberClass = 'supervisionTable-figure auditTable-number';

export interface AuditTableProps {
  /** Newest first. */
  readonly lines: readonly AuditLine[];
  readonly market: MarketPack;
}

export function AuditTable({ lines, market }: AuditTableProps) {
  const { t } = useTranslation('supervision');
  const { language } = useLanguage();
  const actorName = useActorName();
  return (
    <table className="supervisionTable auditTable">
      <thead>
        <tr>
          {(['number', 'at', 'actor', 'action', 'about', 'details'] as const).map((column) => (
            <th key={column} scope="col" className={column === 'number' ? numberClass : undefined}>
              {t(`audit.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ number, at, actor, action, about, details }) => (
          <tr key={number}>
            <td className={numberClass}>{t('count', { count: number })}</td>
            <td>
              <time dateTime={at}>{formatInstant(at, market, language)}</time>
            </td>
            <td>{actorName(actor)}</td>
            <td title={action}>{auditActionWords(action, language)}</td>
            <td>{about}</td>
            <td className="auditTable-details">
              {shownAuditDetails
                .flatMap((name) => {
                  const value = details[name];
                  if (value === undefined) return [];
                  return [t('audit.detail', { ...auditDetailWords(name, value, language) })];
                })
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
