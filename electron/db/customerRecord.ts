/** All that this machine knows of one line, by one question: every part is of the same moment of the database. */
import type { LedgerEntry } from '../../shared/domain/ledger';
import type { Order } from '../../shared/domain/order';
import type { Queries } from './connection';
import { ledgerEntriesWanted, ledgerEntryOf } from './ledgerEntries';
import { subscriberWithLiveColumns, subscriberWithLiveOf, type SubscriberWithLive } from './liveOverlay';
import { orderOf, ordersWanted } from './orders';
import { integerOf, rowsAsColumn, rowsOf } from './row';

export interface CustomerRecord {
  readonly subscriber: SubscriberWithLive;
  /** The newest first. */
  readonly ledger: readonly LedgerEntry[];
  /** The newest first, finished or not. */
  readonly orders: readonly Order[];
  /** See {@link Checkpoint.documentsVersion}: which offers go with it. */
  readonly documentsVersion: number;
}

/** As far back as a page of the ledger is read. */
const ledgerEntriesRead = 100;
/** More than wait for one customer at once. */
const ordersRead = 50;

const question = `SELECT ${subscriberWithLiveColumns},
  ${rowsAsColumn(ledgerEntriesWanted(ledgerEntriesRead))} AS ledger,
  ${rowsAsColumn(ordersWanted(ordersRead))} AS orders,
  coalesce((SELECT documents_version FROM checkpoint), 0) AS documents_version
  FROM subscribers WHERE msisdn = ?`;

/** @param msisdn E.164 digits */
export async function findCustomerRecord(queries: Queries, msisdn: string): Promise<CustomerRecord | null> {
  const row = await queries.get(question, [Number(msisdn)]);
  const subscriber = row === undefined ? null : subscriberWithLiveOf(row);
  if (row === undefined || subscriber === null) return null;
  return {
    subscriber,
    ledger: rowsOf(row, 'ledger').map(ledgerEntryOf),
    orders: rowsOf(row, 'orders').map(orderOf),
    documentsVersion: integerOf(row, 'documents_version'),
  };
}
