import type { LedgerEntry, LedgerLabel } from '../../shared/domain/ledger';
import type { Row, Transaction } from './connection';
import { integerOf, nullableIntegerOf, nullableTextOf, textOf, type RowsWanted } from './row';

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

/** The newest entries of the subscriber of the row that they stand beside, newest first. */
export function ledgerEntriesWanted(limit: number): RowsWanted {
  return {
    columns: ['at', 'account_id', 'code', 'label', 'unit', 'kind', 'amount'],
    from: 'ledger WHERE ledger.msisdn = subscribers.msisdn',
    order: 'at DESC, id DESC',
    limit,
  };
}

export function ledgerEntryOf(row: Row): LedgerEntry {
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
}

/**
 * Looks at the next `limit` entries after an id and removes those from before `at`, epoch milliseconds.
 *
 * @returns the id to go on after; `null` when that was the last of them
 */
export async function removeLedgerEntriesBefore(
  transaction: Transaction,
  at: number,
  afterId: number,
  limit: number,
): Promise<number | null> {
  const row = await transaction.get(
    'SELECT max(id) AS last FROM (SELECT id FROM ledger WHERE id > ? ORDER BY id LIMIT ?)',
    [afterId, limit],
  );
  const last = row === undefined ? null : nullableIntegerOf(row, 'last');
  if (last === null) return null;
  await transaction.run('DELETE FROM ledger WHERE id > ? AND id <= ? AND at < ?', [afterId, last, at]);
  return last;
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
