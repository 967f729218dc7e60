/** Hand-off codes that were accepted on this machine: none opens a second page. */
import type { Transaction } from './connection';

/** Remembers the code; `false` when it was already there. @param usedAt epoch milliseconds */
export async function insertUsedHandoff(
  transaction: Transaction,
  code: string,
  usedAt: number,
): Promise<boolean> {
  const inserted = await transaction.run(
    'INSERT OR IGNORE INTO used_handoffs (code, used_at) VALUES (?, ?)',
    [code, usedAt],
  );
  return inserted === 1;
}

/** Forgets those used before `usedAt`: their time was over anyway. */
export async function deleteUsedHandoffs(transaction: Transaction, usedAt: number): Promise<void> {
  await transaction.run('DELETE FROM used_handoffs WHERE used_at < ?', [usedAt]);
}
