import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDay } from '../../shared/domain/calendar';
import type { MarketPack } from '../../shared/domain/market';
import type { AccountView } from '../../shared/view/customerView';
import './ExpiryTimeline.css';

/** The tallest pile that is drawn; the list beside it has them all. */
const highestPile = 4;

export interface ExpiryTimelineProps {
  readonly accounts: readonly AccountView[];
  readonly market: MarketPack;
}

/** The days ahead, from today to the market's horizon, with one square for each account that ends on that day. */
export function ExpiryTimeline({ accounts, market }: ExpiryTimelineProps) {
  const { t } = useTranslation('agent');
  const { horizonDays } = market.expiry;
  const [openedAt] = useState(() => Date.now());
  const today = localDay(openedAt, market.timeZone);
  const piles = Array.from({ length: horizonDays + 1 }, () => 0);
  for (const { expiresAt } of accounts) {
    if (expiresAt === null) continue;
    // What ends at midnight ends with the day before.
    const ahead = localDay(Date.parse(expiresAt.at) - 1, market.timeZone) - today;
    if (piles[ahead] !== undefined) piles[ahead] += 1;
  }
  return (
    // The list below says the same to those who listen.
    <div className="expiryTimeline" aria-hidden="true">
      <ol className="expiryTimeline-days">
        {piles.map((pile, ahead) => (
          <li key={ahead} className="expiryTimeline-day">
            {Array.from({ length: Math.min(pile, highestPile) }, (_, square) => (
              <span key={square} className="expiryTimeline-square" />
            ))}
          </li>
        ))}
      </ol>
      <p className="expiryTimeline-ends">
        <span>{t('expiry.today')}</span>
        <span>{t('expiry.horizon', { days: horizonDays })}</span>
      </p>
    </div>
  );
}
