import { useTranslation } from 'react-i18next';
import type { UsageDayView } from '../../../shared/view/customerView';
import { Amount } from './Amount';
import type { Measure } from './DayBars';
import './DayTable.css';

export interface DayTableProps {
  readonly days: readonly UsageDayView[];
  readonly measures: readonly Measure[];
  readonly caption: string;
}

/** The figures behind the bars. */
export function DayTable({ days, measures, caption }: DayTableProps) {
  const { t } = useTranslation('selfservice');
  return (
    <table className="dayTable">
      <caption className="forListeners">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('consumption.day')}</th>
          {measures.map((measure) => (
            <th key={measure} scope="col">
              {t(`consumption.measures.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.day.on}>
            <th scope="row">{day.day.date}</th>
            {measures.map((measure) => {
              const figure = day[measure];
              return (
                <td key={measure}>
                  {figure === null ? (
                    <span className="dayTable-unknown">{t('unknown.short')}</span>
                  ) : (
                    <Amount figure={figure} />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
