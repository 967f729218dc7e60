/** What every section of the view is built with. */
import { localDay, type CalendarDay } from '../domain/calendar';
import type { OfferDocument, SubscriberDocument } from '../domain/feedDocument';
import { formatsFor, type Formats } from '../domain/format';
import { isTooOld, type FreshnessClass } from '../domain/freshness';
import type { Language } from '../domain/language';
import type { LedgerEntry } from '../domain/ledger';
import type { LiveSectionName } from '../domain/liveCustomer';
import type { LiveMoments } from '../domain/liveMerge';
import type { MarketPack } from '../domain/market';
import type { Order } from '../domain/order';
import type { Source } from './customerView';
import { viewTexts, type ViewTexts } from './viewTexts';

/** A subscriber, and where that came from. */
export interface Snapshot {
  readonly document: SubscriberDocument;
  /** Of what is of the document's own `asOf`. */
  readonly source: Source;
  /** Of which moment the sections are that came live and were merged into the document. */
  readonly live?: LiveMoments;
}

/** How far the operator's systems have been asked for what is newer than the feed. */
export type LiveProgress =
  | { readonly kind: 'off' }
  | { readonly kind: 'asking' }
  /** `failed`: the sections that were asked for and did not come. */
  | { readonly kind: 'answered'; readonly failed: readonly LiveSectionName[] };

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
  /** The newest orders of this subscriber, the newest first. */
  readonly orders?: readonly Order[];
  /** Absent: nobody is asked. */
  readonly live?: LiveProgress;
}

/** Of which moment a section is, and whether that was too long ago. */
interface Age {
  readonly asOf: string;
  readonly source: Source;
  /** Which classes of values are too old to be shown. */
  readonly tooOld: Readonly<Record<FreshnessClass, boolean>>;
}

/** What every text is written with, whoever it is about. */
export interface WritingContext extends ViewContext {
  readonly today: CalendarDay;
  readonly formats: Formats;
  readonly texts: ViewTexts;
}

export interface SectionContext extends WritingContext, Age {}

export function writingContextOf(context: ViewContext): WritingContext {
  const { market, language, now } = context;
  return {
    ...context,
    today: localDay(now, market.timeZone),
    formats: formatsFor(market, language),
    texts: viewTexts[language],
  };
}

/** The context of what is of the document's own `asOf`. */
export function sectionContextOf({ document, source }: Snapshot, context: ViewContext): SectionContext {
  return { ...writingContextOf(context), ...ageOf(document.asOf, source, context) };
}

/** The context of one section, which may be newer than the document. */
export function liveContextOf(
  section: LiveSectionName,
  { live }: Snapshot,
  context: SectionContext,
): SectionContext {
  const asOf = live?.[section];
  return asOf === undefined ? context : { ...context, ...ageOf(asOf, 'live', context) };
}

/** What is made of several sections is as old as the oldest of them. */
export function oldestOf(first: SectionContext, others: readonly SectionContext[]): SectionContext {
  return others.reduce((a, b) => (Date.parse(b.asOf) < Date.parse(a.asOf) ? b : a), first);
}

function ageOf(asOf: string, source: Source, { market, now }: ViewContext): Age {
  const tooOld = (freshness: FreshnessClass) => isTooOld(asOf, freshness, market, now);
  return {
    asOf,
    source,
    tooOld: { money: tooOld('money'), volume: tooOld('volume'), profile: tooOld('profile') },
  };
}
