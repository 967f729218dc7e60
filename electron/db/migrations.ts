import type { CacheWriter } from './connection';
import { feed } from './migrations/0001Feed';
import { orders } from './migrations/0002Orders';
import { liveSections } from './migrations/0003LiveSections';
import { customerKeys } from './migrations/0004CustomerKeys';
import { usedHandoffs } from './migrations/0005UsedHandoffs';
import { repairs } from './migrations/0006Repairs';
import { access } from './migrations/0007Access';
import { rejectedOrders } from './migrations/0008RejectedOrders';
import { integerOf } from './row';

/** In order; the place in this list, from one, is the version. Append, never change one that was released. */
const migrations: readonly string[] = [
  feed,
  orders,
  liveSections,
  customerKeys,
  usedHandoffs,
  repairs,
  access,
  rejectedOrders,
];

export const newestVersion = migrations.length;

type Migration = { readonly ok: true } | { readonly ok: false; readonly error: 'DATABASE_FROM_THE_FUTURE' };

/** Brings the database to the newest version, one transaction a step; refuses one that a newer program has written. */
export async function migrate(writer: CacheWriter): Promise<Migration> {
  for (;;) {
    const version = await writer.transaction(async (transaction) => {
      const row = await transaction.get('PRAGMA user_version');
      const current = row === undefined ? 0 : integerOf(row, 'user_version');
      const step = migrations[current];
      if (step === undefined) return current;
      await transaction.script(`${step}; PRAGMA user_version = ${current + 1};`);
      return current + 1;
    });
    if (version > newestVersion) return { ok: false, error: 'DATABASE_FROM_THE_FUTURE' };
    if (version === newestVersion) return { ok: true };
  }
}
