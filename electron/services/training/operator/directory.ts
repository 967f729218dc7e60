/** The operator's customers and offers: what the feed holds at this moment, found by what the interfaces ask by. */
import type { OfferDocument, SubscriberDocument } from '../../../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../../../shared/domain/feedValidation';
import { demoNumbers, demosOfFeedOnly } from '../demoNumbers';
import type { FeedBody, FeedDatabase } from '../feedDatabase';
import { offerDocuments } from '../offers';
import { msisdnAt } from '../subscriberNumbers';

export interface Directory {
  /** `null`: no such customer. */
  readonly line: (msisdn: string) => SubscriberDocument | null;
  /** As `line`, of what may be told; `null` also for a line that only the feed tells of. */
  readonly toldLine: (msisdn: string) => SubscriberDocument | null;
  /** All lines of a customer. */
  readonly linesOf: (customerId: string) => readonly SubscriberDocument[];
  readonly offer: (code: string) => OfferDocument | null;
  readonly offers: () => readonly OfferDocument[];
  /** Puts a changed line into the feed, as a new revision. */
  readonly save: (line: SubscriberDocument) => void;
}

const untold = new Set(
  demoNumbers.filter(({ key }) => demosOfFeedOnly.includes(key)).map(({ msisdn }) => msisdn),
);

/** `database` is asked for each time: it may be replaced. */
export function createDirectory(database: () => FeedDatabase): Directory {
  const line = (msisdn: string): SubscriberDocument | null =>
    subscriberOf(database().find(`subscriber:${msisdn}`));
  const offer = (code: string): OfferDocument | null => offerOf(database().find(`offer:${code}`));
  return {
    line,
    toldLine: (msisdn) => (untold.has(msisdn) ? null : line(msisdn)),
    linesOf: (customerId) => {
      const first = line(firstLineOf(customerId));
      const invented = first === null ? [] : [first, ...(first.contracts ?? []).map(line)];
      const changed = [...database().changedDocuments()].map(subscriberOf);
      const lines = new Map<string, SubscriberDocument>();
      for (const found of [...invented, ...changed]) {
        if (found?.customer?.id === customerId) lines.set(found.msisdn, found);
      }
      return [...lines.values()];
    },
    offer,
    offers: () => {
      const offers = new Map<string, OfferDocument>();
      const codes = [
        ...offerDocuments.map(({ code }) => code),
        ...[...database().changedDocuments()].flatMap((body) => offerOf(body)?.code ?? []),
      ];
      for (const code of codes) {
        const found = offer(code);
        if (found !== null) offers.set(code, found);
      }
      return [...offers.values()];
    },
    save: (changed) => {
      database().put({ ...changed, _rev: undefined });
    },
  };
}

/** The invented customers are numbered like the first of their lines. */
function firstLineOf(customerId: string): string {
  const number = /^C-(\d{6,7})$/.exec(customerId)?.[1];
  return number === undefined ? '' : msisdnAt(Number(number) - 100_001);
}

function subscriberOf(body: FeedBody | null): SubscriberDocument | null {
  const found = validateFeedDocument(body);
  return found.kind === 'valid' && found.document.type === 'subscriber' ? found.document : null;
}

function offerOf(body: FeedBody | null): OfferDocument | null {
  const found = validateFeedDocument(body);
  return found.kind === 'valid' && found.document.type === 'offer' ? found.document : null;
}
