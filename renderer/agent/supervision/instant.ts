import type { Language } from '../../../shared/domain/language';
import type { MarketPack } from '../../../shared/domain/market';
import { remember } from '../../../shared/domain/remember';

/** To the second, in the market's time zone: `25/11/2026 14:03:02`. @param at ISO 8601 */
export function formatInstant(at: string, market: MarketPack, language: Language): string {
  return formatOf(market)(language).format(Date.parse(at));
}

const formatOf = remember(({ locales, timeZone }: MarketPack) =>
  remember(
    (language: Language) =>
      new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
  ),
);
