/** The peer: PouchDB on LevelDB, replicating the same feed in the batches it is quickest with. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import PouchDB from 'pouchdb';
import type { Contender, ContenderOptions } from './contender';

const batch = 1_000;

export async function openPouchReplica({ url, folder }: ContenderOptions): Promise<Contender> {
  await mkdir(folder, { recursive: true });
  const database = new PouchDB(join(folder, 'pouch'));
  return {
    async sync() {
      const { status, doc_write_failures: failures } = await database.replicate.from(url, {
        batch_size: batch,
      });
      if (status !== 'complete' || failures > 0) throw new Error(`The replication ended as ${status}.`);
    },
    async lookUp(msisdn) {
      await database.get(`subscriber:${msisdn}`);
    },
    close: () => database.close(),
  };
}
