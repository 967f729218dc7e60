/** By what a feed's database is known again, and how it is noticed that another stands in its place. */
import Type from 'typebox';
import { Check } from 'typebox/value';
import type { Sequence } from '../db/checkpoint';
import type { FeedIdentity } from './changesFeed';

const known = Type.Union([Type.String(), Type.Null()]);
/** Server, database, when the database came into being. */
const storedIdentity = Type.Tuple([known, known, known]);

function partsOf({ uuid, databaseName, instanceStartTime }: FeedIdentity): (string | null)[] {
  return [uuid, databaseName, instanceStartTime];
}

export function identityText(identity: FeedIdentity): string {
  return JSON.stringify(partsOf(identity));
}

/**
 * Whether what was read up to `since` came from this database. A part that one of the two did not say decides
 * nothing. Sequences are opaque, except that where both are plain numbers the feed cannot be shorter than it was.
 */
export function isSameDatabase(stored: string, since: Sequence, current: FeedIdentity): boolean {
  const { updateSequence } = current;
  if (typeof since === 'number' && typeof updateSequence === 'number' && updateSequence < since) return false;
  const before: unknown = JSON.parse(stored);
  if (!Check(storedIdentity, before)) return false;
  return partsOf(current).every((part, index) => {
    const earlier = before[index] ?? null;
    return part === null || earlier === null || part === earlier;
  });
}
