/** A page made ready to be written, away from the database: each row judged, each subscriber encoded. */
import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../shared/domain/feedValidation';
import { createDocumentBatch, type Slice } from '../db/documentEncoder';
import type { DocumentToPut } from '../db/documents';
import type { QuarantinedDocument } from '../db/quarantine';
import { customerKeyOf } from '../db/subscribers';
import type { ChangeRow, ChangesPage } from './changesFeed';

export interface ArrivedSubscriber {
  readonly kind: 'subscriber';
  readonly id: string;
  readonly msisdn: string;
  readonly generation: number;
  readonly customerKey: number | null;
  readonly document: SubscriberDocument;
  readonly slice: Slice;
}

export interface ArrivedDocument extends DocumentToPut {
  readonly kind: 'document';
}

export interface ArrivedDeletion {
  readonly kind: 'deletion';
  readonly id: string;
  readonly generation: number;
}

export type Arrival = ArrivedSubscriber | ArrivedDocument | ArrivedDeletion;

export interface PreparedPage {
  /** The newest of each document, by its id. */
  readonly arrivals: ReadonlyMap<string, Arrival>;
  /** In which the subscribers' slices lie. */
  readonly bytes: Buffer;
  /** The newest of each that cannot be taken, by its id. */
  readonly invalid: ReadonlyMap<string, QuarantinedDocument>;
  readonly unknownTypes: number;
  readonly rows: number;
  readonly lastSequence: ChangesPage['lastSequence'];
  readonly pending: number | null;
}

type Judgement =
  Arrival | { readonly kind: 'invalid'; readonly reason: string } | { readonly kind: 'unknownType' };

export function preparePage(page: ChangesPage): PreparedPage {
  const batch = createDocumentBatch();
  const arrivals = new Map<string, Arrival>();
  const invalid = new Map<string, QuarantinedDocument>();
  let unknownTypes = 0;

  function judge(row: ChangeRow, generation: number): Judgement {
    if (row.deleted) return { kind: 'deletion', id: row.id, generation };
    if (row.document === undefined) {
      return { kind: 'invalid', reason: 'document must come with its change and fit into a page' };
    }
    const read = validateFeedDocument(row.document);
    if (read.kind !== 'valid') return read;
    const { document } = read;
    if (document._id !== row.id) return { kind: 'invalid', reason: '/_id must be the id of its change' };
    if (document.type !== 'subscriber') {
      return {
        kind: 'document',
        id: row.id,
        type: document.type,
        generation,
        body: JSON.stringify(document),
      };
    }
    const slice = batch.append(document);
    if (slice === null) return { kind: 'invalid', reason: 'document must not be nested so deep or so large' };
    const customerKey = customerKeyOf(document.customer?.id);
    return {
      kind: 'subscriber',
      id: row.id,
      msisdn: document.msisdn,
      generation,
      customerKey,
      document,
      slice,
    };
  }

  for (const row of page.rows) {
    const revision = revisionOf(row);
    const generation = generationOf(revision);
    const judgement = judge(row, generation);
    if (judgement.kind === 'unknownType') {
      unknownTypes++;
    } else if (judgement.kind === 'invalid') {
      const known = invalid.get(row.id);
      if (known === undefined || known.generation <= generation) {
        invalid.set(row.id, { id: row.id, revision, generation, reason: judgement.reason });
      }
    } else {
      const known = arrivals.get(row.id);
      if (known === undefined || known.generation <= generation) arrivals.set(row.id, judgement);
    }
  }
  return {
    arrivals,
    bytes: batch.bytes(),
    invalid,
    unknownTypes,
    rows: page.rows.length,
    lastSequence: page.lastSequence,
    pending: page.pending,
  };
}

/** The document may have been read a moment after its change, and then is newer than the change says. */
function revisionOf({ revision, deleted, document }: ChangeRow): string {
  const isNamed = !deleted && typeof document === 'object' && document !== null && '_rev' in document;
  return isNamed && typeof document._rev === 'string' ? document._rev : revision;
}

/** The number before the dash, which counts a document's changes; 0 of what is no revision. */
function generationOf(revision: string): number {
  const generation = Number.parseInt(revision, 10);
  return Number.isSafeInteger(generation) && generation > 0 ? generation : 0;
}
