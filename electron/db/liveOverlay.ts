/** What the operator's systems have said of subscribers: beside the feed's documents, never in them. */
import Type from 'typebox';
import { Check } from 'typebox/value';
import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { liveSectionNames } from '../../shared/domain/liveCustomer';
import type { LiveCandidate } from '../../shared/domain/liveMerge';
import type { Queries, Row, Transaction } from './connection';
import { blobOf, textOf } from './row';
import { subscriberOf } from './subscribers';

export interface SubscriberWithLive {
  readonly document: SubscriberDocument;
  /** As they were stored: what of it counts beside the document, `mergeLive` decides. */
  readonly sections: readonly LiveCandidate[];
}

/** Both of one moment of the database: neither can go while the other is read. */
export async function findSubscriberWithLive(
  queries: Queries,
  msisdn: string,
): Promise<SubscriberWithLive | null> {
  const row = await queries.get(`SELECT ${subscriberWithLiveColumns} FROM subscribers WHERE msisdn = ?`, [
    Number(msisdn),
  ]);
  return row === undefined ? null : subscriberWithLiveOf(row);
}

/** Of a row of `subscribers`. */
export const subscriberWithLiveColumns = `document,
  (SELECT json_group_array(json_array(section, as_of, json(value)))
   FROM live_sections WHERE live_sections.msisdn = subscribers.msisdn) AS sections`;

/** `null` when this version of the program no longer takes the document for a subscriber. */
export function subscriberWithLiveOf(row: Row): SubscriberWithLive | null {
  const document = subscriberOf(blobOf(row, 'document'));
  if (document === null) return null;
  return { document, sections: candidatesIn(JSON.parse(textOf(row, 'sections'))) };
}

const storedSections = Type.Array(Type.Tuple([Type.String(), Type.Integer(), Type.Unknown()]));

function candidatesIn(stored: unknown): readonly LiveCandidate[] {
  if (!Check(storedSections, stored))
    throw new TypeError('The stored live sections are not as they are written.');
  return stored.flatMap(([section, asOf, value]) => {
    // Of a name that this version does not know, nothing can be made.
    const name = liveSectionNames.find((known) => known === section);
    return name === undefined ? [] : [{ name, asOf: new Date(asOf).toISOString(), value }];
  });
}

/** Keeps what is newer than what is there; of a subscriber who is not stored, nothing. */
export async function putLiveSections(
  transaction: Transaction,
  msisdn: string,
  sections: readonly LiveCandidate[],
): Promise<void> {
  if (sections.length === 0) return;
  await transaction.run(
    `INSERT INTO live_sections (msisdn, section, as_of, value)
     SELECT ?1, value ->> 0, value ->> 1, value -> 2 FROM json_each(?2)
     WHERE EXISTS (SELECT 1 FROM subscribers WHERE msisdn = ?1)
     ON CONFLICT (msisdn, section) DO UPDATE SET as_of = excluded.as_of, value = excluded.value
     WHERE excluded.as_of >= live_sections.as_of`,
    [
      Number(msisdn),
      JSON.stringify(sections.map(({ name, asOf, value }) => [name, Date.parse(asOf), value])),
    ],
  );
}

/** Drops what the feed has caught up with: sections that are no newer than the document that arrived. */
export async function removeOvertakenSections(
  transaction: Transaction,
  arrived: readonly { readonly msisdn: string; readonly asOf: string }[],
): Promise<void> {
  const any = await transaction.get('SELECT 1 FROM live_sections LIMIT 1');
  if (any === undefined) return;
  await transaction.run(
    `DELETE FROM live_sections WHERE (msisdn, section) IN (
       SELECT live.msisdn, live.section
       FROM json_each(?) AS arrived CROSS JOIN live_sections AS live ON live.msisdn = arrived.value ->> 0
       WHERE live.as_of <= arrived.value ->> 1
     )`,
    [JSON.stringify(arrived.map(({ msisdn, asOf }) => [Number(msisdn), Date.parse(asOf)]))],
  );
}

/** @param at epoch milliseconds */
export async function removeLiveSectionsBefore(transaction: Transaction, at: number): Promise<void> {
  await transaction.run('DELETE FROM live_sections WHERE as_of < ?', [at]);
}
