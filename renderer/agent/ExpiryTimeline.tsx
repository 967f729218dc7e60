import { useTranslation } from 'react-i18next';
import type { ExpiryDayView } from '../../shared/view/customerView';
import './ExpiryTimeline.css';

/** The tallest pile that is drawn; the list beside it has them all. */
const highestPile = 4;

export interface ExpiryTimelineProps {
  /** From today on. */
  readonly days: readonly ExpiryDayView[];
}

/** The days ahead, from today to the market's horizon, with one square for each account that ends on that day. */
export function ExpiryTimeline({ days }: ExpiryTimelineProps) {
  const { t } = useTranslation('agent');
  return (
    // The list below says the same to those who listen.
    <div className="expiryTimeline" aria-hidden="true">
      <ol className="expiryTimeline-days">
        {days.map(({ day, accounts }) => (
          <li key={day.on} className="expiryTimeline-day">
            {accounts.slice(0, highestPile).map(({ id }) => (
              <span key={id} className="expiryTimeline-square" />
            ))}
          </li>
        ))}
      </ol>
      <p className="expiryTimeline-ends">
        <span>{t('expiry.today')}</span>
        <span>{t('expiry.horizon', { days: days.length - 1 })}</span>
      </p>
    </div>
  );
}
