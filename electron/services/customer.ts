/** Finds one customer in the cache and renders what may be seen of them: the restriction is applied here. */
import { isRestricted } from '../../shared/domain/customerStatus';
import type { CustomerStatus, OfferDocument, SubscriberDocument } from '../../shared/domain/feedDocument';
import type { Language } from '../../shared/domain/language';
import type { MarketPack } from '../../shared/domain/market';
import { parseMsisdn } from '../../shared/domain/msisdn';
import { mergeLive } from '../../shared/domain/liveMerge';
import { buildCustomerView } from '../../shared/view/buildCustomerView';
import type { CustomerView } from '../../shared/view/customerView';
import type { PayerUse } from '../../shared/view/payerUse';
import { buildPayerView, type PayerView } from '../../shared/view/payerView';
import type { LiveProgress, Snapshot, ViewContext } from '../../shared/view/sectionContext';
import type { CacheReader } from '../db/connection';
import { findCustomerRecord } from '../db/customerRecord';
import { findOffers } from '../db/documents';
import { findSubscriberWithLive, type SubscriberWithLive } from '../db/liveOverlay';
import { asCompared, findSubscriber } from '../db/subscribers';
import { createDocumentShelf } from './documentShelf';
import { unlessUnavailable } from './unlessUnavailable';

export type CustomerAnswer =
  | { readonly ok: true; readonly view: CustomerView }
  | { readonly ok: false; readonly error: 'BAD_MSISDN' | 'NOT_FOUND' | 'CACHE_UNAVAILABLE' };

export type PayerAnswer =
  | { readonly ok: true; readonly payers: PayerView }
  /** `NOT_ALLOWED`: the line is not active. */
  | { readonly ok: false; readonly error: 'NOT_FOUND' | 'NOT_ALLOWED' | 'CACHE_UNAVAILABLE' };

/** What everything that is said of a customer is made of, and when. */
export interface CustomerSource {
  readonly snapshot: Snapshot;
  readonly context: Omit<ViewContext, 'language'>;
}

export type OwnLineAnswer =
  | { readonly ok: true }
  /** `NOT_ALLOWED`: it is not theirs. `NOT_FOUND`: it is, and this shop does not have it. */
  | { readonly ok: false; readonly error: 'NOT_FOUND' | 'NOT_ALLOWED' | 'CACHE_UNAVAILABLE' };

export interface CustomerService {
  /** @param query a number in any usual form */
  readonly view: (query: string, language: Language) => Promise<CustomerAnswer>;
  /** Whether whoever has proven that `owner` is theirs may see `line`; both E.164 digits. */
  readonly checkOwnLine: (owner: string, line: string) => Promise<OwnLineAnswer>;
  /**
   * Who pays for a use of this moment.
   * @param msisdn E.164 digits
   * @param due how much of it, in seconds, messages or bytes
   */
  readonly payers: (msisdn: string, use: PayerUse, language: Language, due?: number) => Promise<PayerAnswer>;
  /** Throws {@link StorageFailure}. @param msisdn E.164 digits */
  readonly isActive: (msisdn: string) => Promise<boolean>;
  /** `null`: not in the cache. Throws {@link StorageFailure}. @param msisdn E.164 digits */
  readonly source: (msisdn: string) => Promise<CustomerSource | null>;
  /** Of the line alone, without its ledger and orders; `null`: not in the cache. Throws {@link StorageFailure}. @param msisdn E.164 digits */
  readonly status: (msisdn: string) => Promise<CustomerStatus | null>;
  /** Those that were synced, whoever may have them. Throws {@link StorageFailure}. */
  readonly offers: () => Promise<readonly OfferDocument[]>;
}

export interface CustomerServiceOptions {
  readonly reader: CacheReader;
  readonly market: MarketPack;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  /** How far the operator's systems were asked about a customer (E.164 digits). Absent: nobody is asked. */
  readonly liveProgress?: (msisdn: string) => LiveProgress;
}

export function createCustomerService({
  reader,
  market,
  now,
  liveProgress = () => ({ kind: 'off' }),
}: CustomerServiceOptions): CustomerService {
  const offers = createDocumentShelf(reader, findOffers);

  async function source(msisdn: string): Promise<CustomerSource | null> {
    const record = await findCustomerRecord(reader, msisdn);
    if (record === null) return null;
    const { subscriber, ledger, orders, documentsVersion } = record;
    const [snapshot, live] = [snapshotOf(subscriber), liveProgress(msisdn)];
    const context = { market, now: now(), offers: await offers(documentsVersion), ledger, orders, live };
    return { snapshot, context };
  }

  async function status(msisdn: string): Promise<CustomerStatus | null> {
    return (await findSnapshot(reader, msisdn))?.document.status ?? null;
  }

  async function read(msisdn: string, language: Language): Promise<CustomerAnswer> {
    const found = await source(msisdn);
    if (found === null) return { ok: false, error: 'NOT_FOUND' };
    return { ok: true, view: buildCustomerView(found.snapshot, { ...found.context, language }) };
  }

  return {
    async view(query, language) {
      const parsed = parseMsisdn(query, market);
      if (!parsed.ok) return parsed;
      return unlessUnavailable(() => read(parsed.msisdn, language));
    },

    checkOwnLine: (owner, line) =>
      unlessUnavailable(async () => {
        const [found, other] = await Promise.all([findSnapshot(reader, owner), findSubscriber(reader, line)]);
        if (found === null) return { ok: false, error: 'NOT_FOUND' };
        const own = found.document;
        if (line === owner) return { ok: true };
        // A line that is not active names no others.
        if (isRestricted(own.status) || own.contracts?.includes(line) !== true) return notAllowed;
        if (other === null) return { ok: false, error: 'NOT_FOUND' };
        // A number that went to somebody else may be in an old list.
        return isOfAnother(own, other) ? notAllowed : { ok: true };
      }),

    payers: (msisdn, use, language, due) =>
      unlessUnavailable(async () => {
        const snapshot = await findSnapshot(reader, msisdn);
        if (snapshot === null) return { ok: false, error: 'NOT_FOUND' };
        const payers = buildPayerView(snapshot, use, { market, language, now: now() }, due);
        return payers === null ? { ok: false, error: 'NOT_ALLOWED' } : { ok: true, payers };
      }),

    async isActive(msisdn) {
      const known = await status(msisdn);
      return known !== null && !isRestricted(known);
    },

    source,
    status,
    offers: () => offers(),
  };
}

const notAllowed = { ok: false, error: 'NOT_ALLOWED' } as const;

function isOfAnother(own: SubscriberDocument, other: SubscriberDocument): boolean {
  const ids = [own, other].flatMap(({ customer }) =>
    customer?.id === undefined ? [] : asCompared(customer.id),
  );
  return new Set(ids).size > 1;
}

async function findSnapshot(reader: CacheReader, msisdn: string): Promise<Snapshot | null> {
  const found = await findSubscriberWithLive(reader, msisdn);
  return found === null ? null : snapshotOf(found);
}

/** What the feed brought, with what the operator's systems have said since. */
function snapshotOf(subscriber: SubscriberWithLive): Snapshot {
  const { document, live } = mergeLive(subscriber.document, subscriber.sections);
  return { document, source: 'cache', live };
}
