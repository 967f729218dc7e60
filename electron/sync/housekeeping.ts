/** Once a day: lets go of what is past its retention – rows, room in the file, and what the WAL still holds of them. */
import type { CacheWriter } from '../db/connection';
import { removeLedgerEntriesBefore } from '../db/ledgerEntries';
import { removeLiveSectionsBefore } from '../db/liveOverlay';
import { removeFinishedOrdersBefore } from '../db/orders';
import { integerOf } from '../db/row';

/** Small enough that no other transaction waits long for it. */
const ledgerEntriesAtOnce = 5_000;
const pagesAtOnce = 2_000;
/** Free pages are used again by what comes next; given back is only what a shop has shrunk by. */
const freeShareToGiveBack = 0.2;

/** @param before epoch milliseconds of the feed's clock */
export async function keepHouse(writer: CacheWriter, before: number): Promise<void> {
  await removeLedgerBefore(writer, before);
  await writer.transaction(async (transaction) => {
    await removeLiveSectionsBefore(transaction, before);
    await removeFinishedOrdersBefore(transaction, before);
  });
  await giveBackRoom(writer);
  await writer.foldWal();
}

async function removeLedgerBefore(writer: CacheWriter, before: number): Promise<void> {
  let afterId: number | null = 0;
  while (afterId !== null) {
    const from: number = afterId;
    afterId = await writer.transaction((transaction) =>
      removeLedgerEntriesBefore(transaction, before, from, ledgerEntriesAtOnce),
    );
  }
}

async function giveBackRoom(writer: CacheWriter): Promise<void> {
  const { free, pages } = await writer.transaction(async (transaction) => {
    const freelist = await transaction.get('PRAGMA freelist_count');
    const count = await transaction.get('PRAGMA page_count');
    return {
      free: freelist === undefined ? 0 : integerOf(freelist, 'freelist_count'),
      pages: count === undefined ? 0 : integerOf(count, 'page_count'),
    };
  });
  if (free < pages * freeShareToGiveBack) return;
  for (let given = 0; given < free; given += pagesAtOnce) {
    await writer.transaction((transaction) =>
      transaction.script(`PRAGMA incremental_vacuum(${pagesAtOnce})`),
    );
  }
}
