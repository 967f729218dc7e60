import { writeCheckpoint, type Checkpoint } from '../db/checkpoint';
import type { CacheWriter } from '../db/connection';
import { removeUnseenDocuments } from '../db/documents';
import { removeQuarantinedBefore } from '../db/quarantine';
import { findUnseenSubscribers, indexCustomers, removeSubscribers } from '../db/subscribers';
import { removeTombstonesBefore } from '../db/tombstones';

/** Small enough that no other transaction waits long for it. */
const subscribersAtOnce = 1_000;

export interface Swept {
  readonly checkpoint: Checkpoint;
  readonly deleted: number;
}

/**
 * Completes a pass that has read the whole feed: removes what earlier passes stored and this one did not see, then
 * marks it complete. Interrupted, it is simply done again.
 */
export async function completePass(writer: CacheWriter, checkpoint: Checkpoint): Promise<Swept> {
  const { pass } = checkpoint;
  let deleted = 0;
  let lastId = 0;
  while (pass > 1) {
    const afterId = lastId;
    const removed = await writer.transaction(async (transaction) => {
      const unseen = await findUnseenSubscribers(transaction, pass, afterId, subscribersAtOnce);
      lastId = unseen.lastId;
      return removeSubscribers(transaction, unseen.msisdns);
    });
    if (removed === 0) break;
    deleted += removed;
  }
  return writer.transaction(async (transaction) => {
    deleted += await removeUnseenDocuments(transaction, pass);
    await removeQuarantinedBefore(transaction, pass);
    await removeTombstonesBefore(transaction, pass);
    await indexCustomers(transaction);
    const complete: Checkpoint = {
      ...checkpoint,
      passComplete: true,
      everComplete: true,
      documentsVersion: checkpoint.documentsVersion + 1,
    };
    await writeCheckpoint(transaction, complete);
    return { checkpoint: complete, deleted };
  });
}
