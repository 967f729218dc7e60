/** The changes of a feed as the bytes in which they travel, made once: serving them costs next to nothing. */
import { SeededRandom } from '../../electron/services/training/seededRandom';
import { digestAt, documentAt, type BenchDocument } from './benchDocuments';

export interface FeedRecording {
  readonly rows: number;
  /** Of the documents at the beginning, without what surrounds them in the feed. */
  readonly documentBytes: number;
  /** The changes from row `from` up to, not including, row `to`, separated by commas. */
  readonly withDocuments: (from: number, to: number) => Buffer;
  readonly withoutDocuments: (from: number, to: number) => Buffer;
  /** The document of a revision as JSON, with all the revisions before it. */
  readonly document: (revision: string) => string | null;
  readonly sequence: (row: number) => string;
}

export interface RecordingSize {
  readonly subscribers: number;
  /** How many rounds of changes follow the subscribers. */
  readonly deltas: number;
}

/** Documents changed in each round. */
export const deltaSize = 1_000;

/** CouchDB's sequences are a number and something opaque. */
function sequence(row: number): string {
  return `${row}-g1AAAACTeJzLYWBgYMpgTmEQTM4vTc5ISXIwNDLXMwBCwxyQVCIDQ1L9____szKYE`;
}

export function recordFeed({ subscribers, deltas }: RecordingSize): FeedRecording {
  const rows = subscribers + deltas * deltaSize;
  let bytes = Buffer.allocUnsafe(subscribers * 1_100 + 1_000_000);
  /** Where a row begins and where its document does; both past the last row, too. */
  const rowStarts = new Float64Array(rows + 1);
  const documentStarts = new Float64Array(rows);
  let end = 0;
  let documentBytes = 0;

  function add(row: number, { id, revision, json }: BenchDocument): void {
    const head = `{"seq":"${sequence(row + 1)}","id":"${id}","changes":[{"rev":"${revision}"}]`;
    if (end + head.length + json.length + 16 > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.ceil(bytes.length * 1.25) + 1_000_000);
      bytes.copy(larger, 0, 0, end);
      bytes = larger;
    }
    rowStarts[row] = end;
    end += bytes.write(`${head},"doc":`, end, 'latin1');
    documentStarts[row] = end;
    end += bytes.write(`${json}},`, end, 'latin1');
    if (row < subscribers) documentBytes += json.length;
  }

  for (let index = 0; index < subscribers; index++) add(index, documentAt(index, 0));
  const changes = new Map<number, number>();
  /** By row: the digests of the earlier revisions, the newest first. */
  const earlier = new Map<number, readonly string[]>();
  for (let round = 0; round < deltas; round++) {
    const random = new SeededRandom(7, round);
    const changed = new Set<number>();
    while (changed.size < deltaSize) changed.add(random.integer(0, subscribers - 1));
    for (const [place, index] of [...changed].entries()) {
      const count = (changes.get(index) ?? 0) + 1;
      changes.set(index, count);
      const row = subscribers + round * deltaSize + place;
      add(row, documentAt(index, count));
      earlier.set(
        row,
        Array.from({ length: count }, (_, back) => digestAt(index, count - 1 - back)),
      );
    }
  }
  rowStarts[rows] = end;

  const startOf = (row: number) => rowStarts[row] ?? end;
  const documentOf = (row: number) => bytes.toString('latin1', documentStarts[row], startOf(row + 1) - 2);
  let byRevision: Map<string, number> | null = null;

  function indexRevisions(): Map<string, number> {
    const places = new Map<string, number>();
    for (let row = 0; row < rows; row++) {
      const head = bytes.toString('latin1', startOf(row), documentStarts[row]);
      places.set(head.slice(head.indexOf('"rev":"') + 7, head.lastIndexOf('"}]')), row);
    }
    return places;
  }

  return {
    rows,
    documentBytes,
    withDocuments: (from, to) => bytes.subarray(startOf(from), Math.max(startOf(from), startOf(to) - 1)),
    withoutDocuments(from, to) {
      const heads: string[] = [];
      for (let row = from; row < to; row++) {
        heads.push(`${bytes.toString('latin1', startOf(row), (documentStarts[row] ?? 0) - 7)}}`);
      }
      return Buffer.from(heads.join(','), 'latin1');
    },
    document(revision) {
      byRevision ??= indexRevisions();
      const row = byRevision.get(revision);
      if (row === undefined) return null;
      const [generation = '', digest = ''] = revision.split('-');
      const ids = JSON.stringify([digest, ...(earlier.get(row) ?? [])]);
      return `${documentOf(row).slice(0, -1)},"_revisions":{"start":${generation},"ids":${ids}}}`;
    },
    sequence,
  };
}
