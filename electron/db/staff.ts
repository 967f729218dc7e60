/** The shop's staff: as the feed names them, who set up this device, and who has signed in here. */
import type { StaffDocument } from '../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../shared/domain/feedValidation';
import type { Queries, Transaction } from './connection';
import { integerOf, textOf } from './row';

/** `null`: the feed names nobody so. */
export async function findStaff(queries: Queries, login: string): Promise<StaffDocument | null> {
  const row = await queries.get(`SELECT body FROM documents WHERE id = ? AND type = 'staff'`, [
    `staff:${login}`,
  ]);
  if (row === undefined) return null;
  const read = validateFeedDocument(JSON.parse(textOf(row, 'body')));
  return read.kind === 'valid' && read.document.type === 'staff' ? read.document : null;
}

/** The supervisor who set up the device; there is one at most. */
export interface LocalStaff {
  readonly login: string;
  readonly name: string;
  /** A verifier. */
  readonly password: string;
}

export async function findLocalStaff(queries: Queries): Promise<LocalStaff | null> {
  const row = await queries.get('SELECT login, name, password FROM local_staff');
  return row === undefined
    ? null
    : { login: textOf(row, 'login'), name: textOf(row, 'name'), password: textOf(row, 'password') };
}

export async function insertLocalStaff(
  transaction: Transaction,
  { login, name, password }: LocalStaff,
): Promise<void> {
  await transaction.run('INSERT INTO local_staff (login, name, password) VALUES (?, ?, ?)', [
    login,
    name,
    password,
  ]);
}

export interface StaffPresence {
  /** The feed has named staff. */
  readonly inFeed: boolean;
  /** Somebody has set up this device. */
  readonly isSetUp: boolean;
  /** Somebody has signed in here before. */
  readonly wasUsed: boolean;
}

export async function readStaffPresence(queries: Queries): Promise<StaffPresence> {
  const row = await queries.get(
    `SELECT EXISTS (SELECT 1 FROM documents WHERE type = 'staff') AS in_feed,
       EXISTS (SELECT 1 FROM local_staff) AS is_set_up,
       EXISTS (SELECT 1 FROM recent_logins) AS was_used`,
  );
  if (row === undefined) throw new TypeError('A question without a table has one answer.');
  return {
    inFeed: integerOf(row, 'in_feed') === 1,
    isSetUp: integerOf(row, 'is_set_up') === 1,
    wasUsed: integerOf(row, 'was_used') === 1,
  };
}

/** The latest first. */
export async function findRecentLogins(queries: Queries, limit: number): Promise<readonly string[]> {
  const rows = await queries.all('SELECT login FROM recent_logins ORDER BY at DESC, login LIMIT ?', [limit]);
  return rows.map((row) => textOf(row, 'login'));
}

/** @param at epoch milliseconds */
export async function noteLogin(transaction: Transaction, login: string, at: number): Promise<void> {
  await transaction.run('INSERT OR REPLACE INTO recent_logins (login, at) VALUES (?, ?)', [login, at]);
}

/** When the feed answered last, epoch milliseconds of the trusted clock; `null`: never. */
export async function readFeedContact(queries: Queries): Promise<number | null> {
  const row = await queries.get('SELECT at FROM feed_contact');
  return row === undefined ? null : integerOf(row, 'at');
}

export async function writeFeedContact(transaction: Transaction, at: number): Promise<void> {
  await transaction.run('INSERT OR REPLACE INTO feed_contact (id, at) VALUES (1, ?)', [at]);
}
