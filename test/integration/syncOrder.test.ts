/** Whatever the order in which revisions come, how often and in which pages: what is stored in the end is the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPage } from '../../electron/sync/applyPage';
import { preparePage } from '../../electron/sync/preparedPage';
import type { ChangeRow } from '../../electron/sync/changesFeed';
import { buildOffer, buildSubscriber } from '../helpers/builders';
import { effortSeed, sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { stored } from '../helpers/syncRun';
import { openTestCache } from '../helpers/testCache';

type RevisionKind = 'valid' | 'invalid' | 'deleted';

interface Revision {
  readonly subject: number;
  readonly generation: number;
  readonly kind: RevisionKind;
}

const seeds = sizeOf({ short: 500, long: 10_000 });
const subjects = 4;

/** Some histories, generation by generation; of these some revisions come, some more than once, in any order. */
const arbitraryArrival = fc
  .array(
    fc.array(fc.constantFrom<RevisionKind>('valid', 'valid', 'invalid', 'deleted'), {
      minLength: 1,
      maxLength: 5,
    }),
    { minLength: subjects, maxLength: subjects },
  )
  .chain((histories) => {
    const revisions = histories.flatMap((kinds, subject) =>
      kinds.map((kind, index): Revision => ({ subject, generation: index + 1, kind })),
    );
    return fc
      .array(fc.constantFrom(...revisions), { minLength: 1, maxLength: 24 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.array(fc.nat(rows.length), { maxLength: 3 })));
  })
  .map(([rows, cuts]) => {
    const ends = [...new Set([...cuts, rows.length])].sort((left, right) => left - right);
    return ends.map((end, index) => rows.slice(ends[index - 1] ?? 0, end));
  });

/** Each run has numbers of its own, so that all can share one database. The last subject is an offer. */
function idOf(run: number, subject: number): { readonly id: string; readonly msisdn: string } {
  const msisdn = String(225_000_000_000_0 + run * subjects + subject);
  return { msisdn, id: subject === subjects - 1 ? `offer:${msisdn}` : `subscriber:${msisdn}` };
}

function rowOf(run: number, { subject, generation, kind }: Revision): ChangeRow {
  const { id, msisdn } = idOf(run, subject);
  const revision = `${generation}-${'0'.repeat(31)}${generation}`;
  if (kind === 'deleted') return { id, revision, deleted: true, document: undefined };
  const document =
    subject === subjects - 1
      ? buildOffer({ _id: id, _rev: revision, code: msisdn, price: generation })
      : buildSubscriber({ msisdn, _rev: revision, main: { amount: generation, currency: 'XOF' } });
  return {
    id,
    revision,
    deleted: false,
    document: kind === 'valid' ? document : { ...document, schema: 'x' },
  };
}

/** The newest generation of each kind that came decides, and nothing else. */
function oracle(
  rows: readonly Revision[],
  subject: number,
): { stored: number | null; quarantined: number | null } {
  const newest = (...kinds: readonly RevisionKind[]) =>
    Math.max(
      0,
      ...rows
        .filter((row) => row.subject === subject && kinds.includes(row.kind))
        .map((row) => row.generation),
    );
  const settled = newest('valid', 'deleted');
  const invalid = newest('invalid');
  return {
    stored: settled > 0 && newest('valid') === settled ? settled : null,
    quarantined: invalid > settled ? invalid : null,
  };
}

test('repeated, shuffled and missing revisions in any pages leave what an oracle says', async () => {
  const cache = await openTestCache();
  let run = 0;

  async function found(subject: number): Promise<{ stored: number | null; quarantined: number | null }> {
    const { id, msisdn } = idOf(run, subject);
    const [held] = await cache.reader.all('SELECT generation FROM quarantine WHERE id = ?', [id]);
    const [offer] = await cache.reader.all(`SELECT body ->> '$.price' AS price FROM documents WHERE id = ?`, [
      id,
    ]);
    const amount = subject === subjects - 1 ? offer?.['price'] : (await stored(cache, msisdn))?.main.amount;
    return {
      stored: typeof amount === 'number' ? amount : null,
      quarantined: typeof held?.['generation'] === 'number' ? held['generation'] : null,
    };
  }

  await fc.assert(
    fc.asyncProperty(arbitraryArrival, async (pages) => {
      run++;
      let held = 0;
      for (const rows of pages) {
        const page = preparePage({
          kind: 'page',
          rows: rows.map((row) => rowOf(run, row)),
          lastSequence: 1,
          pending: null,
          serverTime: null,
        });
        const applied = await cache.writer.transaction((transaction) => applyPage(transaction, page, 1));
        held += applied.quarantined - applied.released;
      }
      const expected = Array.from({ length: subjects }, (_, subject) => oracle(pages.flat(), subject));
      for (const [subject, state] of expected.entries()) expect(await found(subject)).toEqual(state);
      expect(held).toBe(expected.filter(({ quarantined }) => quarantined !== null).length);
    }),
    { numRuns: seeds, seed: effortSeed },
  );
  reportFigure(
    'Sync faults',
    'repeated, shuffled and missing rows',
    `${seeds} histories, each as the oracle says`,
  );
}, 600_000);
