import { useTranslation } from 'react-i18next';
import type { UsageDayView } from '../../shared/view/customerView';
import './DailyTable.css';
import { usageKinds } from './usageKinds';

export interface DailyTableProps {
  /** Ascending. */
  readonly days: readonly UsageDayView[];
}

/** The days behind the bars, newest first. */
export function DailyTable({ days }: DailyTableProps) {
  const { t } = useTranslation('agent');
  return (
    <table className="dailyTable">
      <caption className="forListeners">{t('consumption.byDay')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('consumption.day')}</th>
          {usageKinds.map((kind) => (
            <th key={kind} scope="col">
              {t(`consumption.${kind}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((each) => (
          <tr key={each.day.on}>
            <th scope="row">{each.day.short}</th>
            {usageKinds.map((kind) => (
              <td key={kind}>{each[kind]?.text ?? '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
