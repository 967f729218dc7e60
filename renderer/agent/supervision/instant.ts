import type { Language } from '../../../shared/domain/language';
import type { MarketPack } from '../../../shared/domain/market';

/** To the second, in the market's time zone: `25/11/2026 14:03:02`. @param at ISO 8601 */
export function formatInstant(at: string, market: MarketPack, language: Language): string {
  return new Intl.DateTimeFormat(market.locales[language], {
    timeZone: market.timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(at));
}
