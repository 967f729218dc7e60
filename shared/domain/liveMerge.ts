/** The feed's document with what the operator's systems have said since: section by section, the newer one counts. */
import type { Bucket, SubscriberDocument } from './feedDocument';
import { validateFeedDocument } from './feedValidation';
import type { LiveSectionName } from './liveCustomer';

/** A section as it came or was stored. */
export interface LiveCandidate {
  readonly name: LiveSectionName;
  /** ISO 8601 UTC. */
  readonly asOf: string;
  /** In the shape of the document's section, or it is refused. */
  readonly value: unknown;
}

/** When the live sections of a document were true, ISO 8601 UTC; the others are of the document's own `asOf`. */
export type LiveMoments = Readonly<Partial<Record<LiveSectionName, string>>>;

export interface LiveMerge {
  readonly document: SubscriberDocument;
  readonly live: LiveMoments;
  /** What the feed would not have been let in with, either. */
  readonly refused: readonly LiveSectionName[];
}

/** Takes in what is newer than the document, and leaves a valid document valid. */
export function mergeLive(document: SubscriberDocument, candidates: readonly LiveCandidate[]): LiveMerge {
  let merged = document;
  const live: Partial<Record<LiveSectionName, string>> = {};
  const refused: LiveSectionName[] = [];
  for (const { name, asOf, value } of candidates) {
    const isNewer = Date.parse(asOf) > Date.parse(live[name] ?? document.asOf);
    if (!isNewer || saysNothing(value)) continue;
    const read = validateFeedDocument({ ...merged, [name]: value });
    if (read.kind === 'valid' && read.document.type === 'subscriber') {
      merged = completed(read.document, document, name);
      live[name] = asOf;
    } else {
      refused.push(name);
    }
  }
  return { document: merged, live, refused };
}

function saysNothing(value: unknown): boolean {
  return (
    value === undefined ||
    (typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((field) => field === undefined))
  );
}

/**
 * The operator's interfaces leave out what the feed knows of a thing from its beginning. That is kept while the
 * thing is the same; an amount or an end never is.
 */
function completed(
  merged: SubscriberDocument,
  known: SubscriberDocument,
  name: LiveSectionName,
): SubscriberDocument {
  switch (name) {
    case 'customer': {
      const isSame = merged.customer?.id !== undefined && merged.customer.id === known.customer?.id;
      return isSame ? { ...merged, customer: { ...known.customer, ...merged.customer } } : merged;
    }
    case 'profile': {
      const { offer = known.profile?.offer, kind = known.profile?.kind } = merged.profile ?? {};
      const isSame = offer === known.profile?.offer && kind === known.profile?.kind;
      return isSame ? { ...merged, profile: { ...known.profile, ...merged.profile } } : merged;
    }
    case 'buckets':
      return { ...merged, buckets: (merged.buckets ?? []).map((bucket) => completedBucket(bucket, known)) };
    default:
      return merged;
  }
}

function completedBucket(bucket: Bucket, { buckets = [] }: SubscriberDocument): Bucket {
  const [known, ...more] = buckets.filter(({ id }) => id === bucket.id);
  if (known?.code !== bucket.code || known.unit !== bucket.unit || more.length > 0) return bucket;
  const { initial = known.initial, window = known.window } = bucket;
  return {
    ...bucket,
    // Topped up, it began with more than was known.
    ...(initial !== undefined && initial >= bucket.amount && { initial }),
    ...(window !== undefined && { window }),
  };
}
