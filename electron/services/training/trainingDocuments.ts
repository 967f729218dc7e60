/** Everything that is in the training feed at first, in feed order. No subscriber is made before it is asked for. */
import { createHash } from 'node:crypto';
import type { FeedDocument } from '../../../shared/domain/feedDocument';
import { articleDocuments } from './articles';
import { createCalendar } from './calendar';
import { demoSubscriber } from './demoSubscribers';
import type { FirstDocuments } from './feedDatabase';
import { generateSubscriber } from './generatedSubscriber';
import { offerDocuments } from './offers';
import { staffDocuments } from './staff';
import { firstGenerated, indexOfMsisdn, msisdnAt } from './subscriberNumbers';

export interface TrainingOptions {
  /** Demo numbers included. */
  readonly subscribers: number;
  readonly seed: number;
  /** Epoch milliseconds; every date is relative to it. */
  readonly nowMs: number;
}

/** The small documents come first, then the demo numbers: a shop can work with them while the rest comes in. */
export function trainingDocuments({ subscribers, seed, nowMs }: TrainingOptions): FirstDocuments {
  const shared = [...articleDocuments, ...offerDocuments, ...staffDocuments].map(withRevision);
  const sharedPositions = new Map(shared.map((document, position) => [document._id, position]));
  const calendar = createCalendar(nowMs);
  const population = { seed, calendar, subscribers };
  return {
    count: shared.length + subscribers,
    idAt: (position) => shared[position]?._id ?? `subscriber:${msisdnAt(position - shared.length)}`,
    documentAt: (position) => {
      const document = shared[position];
      if (document !== undefined) return document;
      const index = position - shared.length;
      return index < firstGenerated
        ? withRevision(demoSubscriber(index, calendar))
        : generateSubscriber(index, population);
    },
    positionOf: (id) => {
      const position = sharedPositions.get(id);
      if (position !== undefined) return position;
      const index = id.startsWith('subscriber:') ? indexOfMsisdn(id.slice('subscriber:'.length)) : null;
      return index === null || index >= subscribers ? null : shared.length + index;
    },
  };
}

/** The same content has the same revision, as in CouchDB. */
function withRevision(document: FeedDocument): FeedDocument {
  return { ...document, _rev: `1-${createHash('md5').update(JSON.stringify(document)).digest('hex')}` };
}
