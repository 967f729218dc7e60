import { useTranslation } from 'react-i18next';
import type { Day, ExpiryDayView } from '../../../shared/view/customerView';
import { categoryIcons } from '../customer/categoryIcons';
import './ExpiryTimeline.css';

export interface ExpiryTimelineProps {
  /** From today on. */
  readonly days: readonly ExpiryDayView[];
  /** Low, for a place among others. */
  readonly small?: boolean;
}

const mostSigns = { small: 2, whole: 4 };

/**
 * What is lost in the next days: under each day the sign of the category of each account that ends with it. A picture
 * only: the accounts are listed beside it, with their dates.
 */
export function ExpiryTimeline({ days, small = false }: ExpiryTimelineProps) {
  const { t } = useTranslation('charts');
  const most = mostSigns[small ? 'small' : 'whole'];
  return (
    <div className={`kioskTimeline ${small ? 'kioskTimeline-small' : ''}`} aria-hidden="true">
      <ol>
        {days.map(({ day, accounts }, ahead) => {
          const shown = accounts.length > most ? accounts.slice(0, most - 1) : accounts;
          const more = accounts.length - shown.length;
          return (
            <li key={day.on} className={accounts.length > 0 ? 'kioskTimeline-loses' : ''}>
              <span className="kioskTimeline-signs">
                {more > 0 && (
                  <span className="kioskTimeline-more">{t('timeline.more', { count: more })}</span>
                )}
                {shown.map(({ id, category }) => {
                  const Icon = categoryIcons[category];
                  return (
                    <span key={id} className="kioskTimeline-sign">
                      <Icon strokeWidth={2} />
                    </span>
                  );
                })}
              </span>
              <span className="kioskTimeline-day">
                {ahead === 0 ? t('timeline.today') : small ? dayOfMonth(day) : day.short}
              </span>
            </li>
          );
        })}
      </ol>
      {!small && <p className="kioskTimeline-key">{t('timeline.key')}</p>}
    </div>
  );
}

function dayOfMonth({ on }: Day): number {
  return Number(on.slice(-2));
}
