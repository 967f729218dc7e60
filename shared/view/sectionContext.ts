/** What every section of the view is built with. */
import { localDay, type CalendarDay } from '../domain/calendar';
import type { OfferDocument, SubscriberDocument } from '../domain/feedDocument';
import { formatsFor, type Formats } from '../domain/format';
import { isTooOld, type FreshnessClass } from '../domain/freshness';
import type { Language } from '../domain/language';
import type { LedgerEntry } from '../domain/ledger';
import type { MarketPack } from '../domain/market';
import type { Source } from './customerView';
import { viewTexts, type ViewTexts } from './viewTexts';

/** A subscriber as stored, and where that came from. */
export interface Snapshot {
  readonly document: SubscriberDocument;
  readonly source: Source;
}

/** For whom, where and when a view is built. */
export interface ViewContext {
  readonly market: MarketPack;
  readonly language: Language;
  /** Epoch milliseconds: what has expired is worked out from it. */
  readonly now: number;
  /** The offers that were synced. */
  readonly offers?: readonly OfferDocument[];
  /** The changes that were seen of this subscriber, in any order. */
  readonly ledger?: readonly LedgerEntry[];
}

export interface SectionContext extends ViewContext {
  readonly asOf: string;
  readonly source: Source;
  readonly today: CalendarDay;
  readonly formats: Formats;
  readonly texts: ViewTexts;
  /** Which classes of values the snapshot is too old to show. */
  readonly tooOld: Readonly<Record<FreshnessClass, boolean>>;
}

export function sectionContextOf({ document, source }: Snapshot, context: ViewContext): SectionContext {
  const { market, language, now } = context;
  const tooOld = (freshness: FreshnessClass) => isTooOld(document.asOf, freshness, market, now);
  return {
    ...context,
    asOf: document.asOf,
    source,
    today: localDay(now, market.timeZone),
    formats: formatsFor(market, language),
    texts: viewTexts[language],
    tooOld: { money: tooOld('money'), volume: tooOld('volume'), profile: tooOld('profile') },
  };
}
