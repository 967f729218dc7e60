import { useEffect, useState } from 'react';
import type { MarketPack } from '../../../shared/domain/market';
import { useLanguage } from '../../strings/language';

const minuteMs = 60_000;

/** The time in the market, to the minute. */
export function Clock({ market }: { readonly market: MarketPack }) {
  const { language } = useLanguage();
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    const timer = window.setTimeout(() => setNow(Date.now()), minuteMs - (now % minuteMs));
    return () => window.clearTimeout(timer);
  }, [now]);

  const text = new Intl.DateTimeFormat(market.locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: market.timeZone,
  }).format(now);
  return (
    <time className="frameTop-clock" dateTime={new Date(now).toISOString()}>
      {text}
    </time>
  );
}
