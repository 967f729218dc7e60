import type { LedgerEntry, LedgerLabel } from '../../shared/domain/ledger';
import type { Queries, Transaction } from './connection';
import { integerOf, nullableTextOf, textOf } from './row';

export interface LedgerEntryToInsert {
  readonly msisdn: string;
  readonly entry: LedgerEntry;
}

export async function insertLedgerEntries(
  transaction: Transaction,
  entries: readonly LedgerEntryToInsert[],
): Promise<void> {
  if (entries.length === 0) return;
  await transaction.run(
    `INSERT INTO ledger (msisdn, at, account_id, code, label, unit, kind, amount)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
     FROM json_each(?)`,
    [
      JSON.stringify(
        entries.map(({ msisdn, entry }) => [
          Number(msisdn),
          Date.parse(entry.at),
          entry.accountId,
          entry.code,
          entry.label ?? null,
          entry.unit,
          entry.kind,
          entry.amount,
        ]),
      ),
    ],
  );
}

/** The newest `limit` entries of a subscriber, newest first. */
export async function findLedgerEntries(
  queries: Queries,
  msisdn: string,
  limit: number,
): Promise<readonly LedgerEntry[]> {
  const rows = await queries.all(
    `SELECT at, account_id, code, label, unit, kind, amount FROM ledger
     WHERE msisdn = ? ORDER BY at DESC, id DESC LIMIT ?`,
    [Number(msisdn), limit],
  );
  return rows.map((row) => {
    const label = nullableTextOf(row, 'label');
    return {
      at: new Date(integerOf(row, 'at')).toISOString(),
      accountId: textOf(row, 'account_id'),
      code: textOf(row, 'code'),
      ...(label !== null && { label }),
      unit: textOf(row, 'unit'),
      kind: kindOf(textOf(row, 'kind')),
      amount: integerOf(row, 'amount'),
    };
  });
}

export async function removeLedgerEntriesBefore(transaction: Transaction, at: number): Promise<void> {
  await transaction.run('DELETE FROM ledger WHERE at < ?', [at]);
}

const kinds: readonly LedgerLabel[] = [
  'used',
  'expired',
  'granted',
  'moved',
  'reserved',
  'released',
  'unexplained',
];

function kindOf(text: string): LedgerLabel {
  const kind = kinds.find((known) => known === text);
  if (kind === undefined) throw new TypeError('The stored ledger entry is of no known kind.');
  return kind;
}
