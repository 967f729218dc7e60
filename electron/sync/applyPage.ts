/**
 * Writes a prepared page within one transaction. What is stored in the end depends on the newest of each document
 * alone, not on the order in which they came or how often: a lower generation than what is stored, deleted or
 * quarantined is passed over.
 */
import { diffSnapshots } from '../../shared/domain/ledger';
import type { Transaction } from '../db/connection';
import { findStoredDocuments, putDocuments, removeDocuments } from '../db/documents';
import { insertLedgerEntries, type LedgerEntryToInsert } from '../db/ledgerEntries';
import { removeOvertakenSections } from '../db/liveOverlay';
import {
  findQuarantined,
  putQuarantined,
  releaseQuarantined,
  type QuarantinedDocument,
} from '../db/quarantine';
import {
  findStoredSubscribers,
  putSubscribers,
  removeSubscribers,
  subscriberOf,
  updateCustomerKeys,
  type StoredSubscriber,
} from '../db/subscribers';
import { findTombstones, putTombstones } from '../db/tombstones';
import type { ArrivedDeletion, ArrivedDocument, ArrivedSubscriber, PreparedPage } from './preparedPage';

export interface AppliedPage {
  /** Documents written. */
  readonly applied: number;
  /** Documents that were there and went. */
  readonly deleted: number;
  readonly quarantined: number;
  readonly released: number;
  /** By how many there are more subscribers now; negative for fewer. */
  readonly subscribersAdded: number;
  /** E.164 digits of those whose content is another now, or who went. */
  readonly changedMsisdns: readonly string[];
  /** An offer, a staff member or an article changed or went. */
  readonly documentsChanged: boolean;
}

const subscriberPrefix = 'subscriber:';

export async function applyPage(
  transaction: Transaction,
  page: PreparedPage,
  pass: number,
): Promise<AppliedPage> {
  const subscribers: ArrivedSubscriber[] = [];
  const documents: ArrivedDocument[] = [];
  const deletions: ArrivedDeletion[] = [];
  const ids = [...page.arrivals.keys()];
  const buried = await findTombstones(transaction, [...ids, ...page.invalid.keys()], pass);
  for (const arrival of page.arrivals.values()) {
    if ((buried.get(arrival.id) ?? 0) > arrival.generation) continue;
    if (arrival.kind === 'subscriber') subscribers.push(arrival);
    else if (arrival.kind === 'document') documents.push(arrival);
    else deletions.push(arrival);
  }

  const wrote = await writeSubscribers(transaction, subscribers, page.bytes, pass);
  const putDocumentsCount = await writeDocuments(transaction, documents, pass);
  const gone = await writeDeletions(transaction, deletions, pass);
  const kept = await writeQuarantine(transaction, page, buried, pass);
  return {
    applied: wrote.applied + putDocumentsCount,
    deleted: gone.msisdns.length + gone.documents,
    ...kept,
    subscribersAdded: wrote.added - gone.msisdns.length,
    changedMsisdns: [...wrote.changed, ...gone.msisdns],
    documentsChanged: putDocumentsCount > 0 || gone.documents > 0,
  };
}

/** Whether what is stored is newer than what came. In another pass, generations say nothing of each other. */
function isNewer(
  stored: { generation: number; pass: number } | undefined,
  generation: number,
  pass: number,
): boolean {
  return stored?.pass === pass && stored.generation > generation;
}

async function writeSubscribers(
  transaction: Transaction,
  arrived: readonly ArrivedSubscriber[],
  bytes: Buffer,
  pass: number,
): Promise<{ applied: number; added: number; changed: readonly string[] }> {
  if (arrived.length === 0) return { applied: 0, added: 0, changed: [] };
  const stored = await findStoredSubscribers(
    transaction,
    arrived.map(({ msisdn }) => msisdn),
  );
  const toPut: ArrivedSubscriber[] = [];
  const changed: string[] = [];
  const moved: ArrivedSubscriber[] = [];
  const ledger: LedgerEntryToInsert[] = [];
  let added = 0;
  for (const subscriber of arrived) {
    const before = stored.get(subscriber.msisdn);
    if (isNewer(before, subscriber.generation, pass)) continue;
    const { offset, length } = subscriber.slice;
    const isSame = before?.bytes.equals(bytes.subarray(offset, offset + length)) ?? false;
    if (isSame && before?.pass === pass) continue;
    toPut.push(subscriber);
    if (before === undefined) added++;
    else if (before.customerKey !== subscriber.customerKey) moved.push(subscriber);
    if (!isSame) {
      changed.push(subscriber.msisdn);
      ledger.push(...ledgerEntriesOf(before, subscriber));
    }
  }
  await putSubscribers(transaction, toPut, bytes, pass);
  await updateCustomerKeys(transaction, moved);
  await insertLedgerEntries(transaction, ledger);
  await removeOvertakenSections(
    transaction,
    toPut.map(({ document }) => document),
  );
  return { applied: toPut.length, added, changed };
}

function ledgerEntriesOf(
  stored: StoredSubscriber | undefined,
  { msisdn, document }: ArrivedSubscriber,
): readonly LedgerEntryToInsert[] {
  const before = stored === undefined ? null : subscriberOf(stored.bytes);
  if (before === null) return [];
  return diffSnapshots(before, document).map((entry) => ({ msisdn, entry }));
}

async function writeDocuments(
  transaction: Transaction,
  arrived: readonly ArrivedDocument[],
  pass: number,
): Promise<number> {
  if (arrived.length === 0) return 0;
  const stored = await findStoredDocuments(
    transaction,
    arrived.map(({ id }) => id),
  );
  const toPut = arrived.filter(({ id, generation }) => !isNewer(stored.get(id), generation, pass));
  await putDocuments(transaction, toPut, pass);
  return toPut.length;
}

async function writeDeletions(
  transaction: Transaction,
  arrived: readonly ArrivedDeletion[],
  pass: number,
): Promise<{ msisdns: readonly string[]; documents: number }> {
  if (arrived.length === 0) return { msisdns: [], documents: 0 };
  const ids = arrived.map(({ id }) => id);
  const stored = await findStoredSubscribers(transaction, ids.flatMap(msisdnOf));
  const storedDocuments = await findStoredDocuments(transaction, ids);
  const msisdns: string[] = [];
  const documents: string[] = [];
  const tombstones: ArrivedDeletion[] = [];
  for (const deletion of arrived) {
    const [msisdn] = msisdnOf(deletion.id);
    const before = msisdn === undefined ? storedDocuments.get(deletion.id) : stored.get(msisdn);
    if (isNewer(before, deletion.generation, pass)) continue;
    tombstones.push(deletion);
    if (before === undefined) continue;
    if (msisdn === undefined) documents.push(deletion.id);
    else msisdns.push(msisdn);
  }
  await removeSubscribers(transaction, msisdns);
  await removeDocuments(transaction, documents);
  await putTombstones(transaction, tombstones, pass);
  return { msisdns, documents: documents.length };
}

/** The number in a subscriber's document id; none in another document's. */
function msisdnOf(id: string): readonly string[] {
  const rest = id.startsWith(subscriberPrefix) ? id.slice(subscriberPrefix.length) : '';
  return /^[1-9]\d{5,14}$/.test(rest) ? [rest] : [];
}

async function writeQuarantine(
  transaction: Transaction,
  { arrivals, invalid }: PreparedPage,
  buried: ReadonlyMap<string, number>,
  pass: number,
): Promise<{ quarantined: number; released: number }> {
  const held = await findQuarantined(transaction, [...arrivals.keys(), ...invalid.keys()], pass);
  const toHold = await newestInvalid();
  const heldAnew = new Set(toHold.map(({ id }) => id));
  const toRelease = [...arrivals.values()]
    .filter(({ id, generation }) => (held.get(id) ?? Infinity) <= generation && !heldAnew.has(id))
    .map(({ id }) => id);
  await releaseQuarantined(transaction, toRelease);
  await putQuarantined(transaction, toHold, pass);
  return { quarantined: toHold.filter(({ id }) => !held.has(id)).length, released: toRelease.length };

  async function newestInvalid(): Promise<readonly QuarantinedDocument[]> {
    if (invalid.size === 0) return [];
    const ids = [...invalid.keys()];
    const stored = await findStoredSubscribers(transaction, ids.flatMap(msisdnOf));
    const storedDocuments = await findStoredDocuments(transaction, ids);
    return [...invalid.values()].filter(({ id, generation }) => {
      const before = stored.get(msisdnOf(id)[0] ?? '') ?? storedDocuments.get(id);
      const newest = Math.max(arrivals.get(id)?.generation ?? 0, buried.get(id) ?? 0, held.get(id) ?? 0);
      return newest <= generation && !isNewer(before, generation, pass);
    });
  }
}
