import { localDay } from '../../shared/domain/calendar';
import type { Language } from '../../shared/domain/language';
import type { MarketPack } from '../../shared/domain/market';
import { remember } from '../../shared/domain/remember';

/** When the feed last answered, in the market's time zone: `14:05` today, `22/11, 14:05` before. */
export function formatContactTime(at: string, market: MarketPack, language: Language): string {
  const instant = Date.parse(at);
  const isToday = localDay(instant, market.timeZone) === localDay(Date.now(), market.timeZone);
  const { today, before } = formatsOf(market)(language);
  return (isToday ? today : before).format(instant);
}

// Stands in the top bar, which is drawn again with each key: a format takes longer to make than all else there.
const formatsOf = remember(({ locales, timeZone }: MarketPack) =>
  remember((language: Language) => {
    const time = { timeZone, hour: '2-digit', minute: '2-digit' } as const;
    return {
      today: new Intl.DateTimeFormat(locales[language], time),
      before: new Intl.DateTimeFormat(locales[language], { ...time, day: '2-digit', month: '2-digit' }),
    };
  }),
);
