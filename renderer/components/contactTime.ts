import type { Language } from '../../shared/domain/language';
import type { MarketPack } from '../../shared/domain/market';

/** When the feed last answered, in the market's time zone: `14:05` today, `22/11, 14:05` before. */
export function formatContactTime(at: string, market: MarketPack, language: Language): string {
  const locale = market.locales[language];
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: market.timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  const moment = new Date(at);
  const isToday = day.format(moment) === day.format(new Date());
  return new Intl.DateTimeFormat(locale, {
    timeZone: market.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(isToday ? {} : { day: '2-digit', month: '2-digit' }),
  }).format(moment);
}
