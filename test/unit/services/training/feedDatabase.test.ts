import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFeedDatabase, type FeedBody } from '../../../../electron/services/training/feedDatabase';

function firstDocuments(count: number) {
  return {
    count,
    idAt: (position: number) => `d${position}`,
    documentAt: (position: number): FeedBody => ({ _id: `d${position}`, _rev: '1-a', value: 0 }),
    positionOf: (id: string) => {
      const position = Number(id.slice(1));
      return position < count ? position : null;
    },
  };
}

const action = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('put' as const), id: fc.integer({ min: 0, max: 14 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('remove' as const), id: fc.integer({ min: 0, max: 14 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('read' as const), limit: fc.integer({ min: 1, max: 5 }) }),
  },
);

it('who reads the changes page by page, whatever happens in between, ends with what the database holds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 }),
      fc.array(action, { maxLength: 400, size: 'max' }),
      (count, actions) => {
        const database = createFeedDatabase(firstDocuments(count));
        const held = new Map(Array.from({ length: count }, (_, position) => [`d${position}`, 0]));
        const reader = new Map<string, unknown>();
        let since = 0;
        const readPage = (limit: number): void => {
          let left = limit;
          let expectedPending = database.pendingAfter(since);
          for (const change of database.changesAfter(since)) {
            expect(change.sequence).toBeGreaterThan(since);
            since = change.sequence;
            expectedPending -= 1;
            if (change.deleted) reader.delete(change.id);
            else reader.set(change.id, change.document['value']);
            left -= 1;
            if (left === 0) break;
          }
          expect(database.pendingAfter(since)).toBe(expectedPending);
        };
        for (const [value, step] of actions.entries()) {
          if (step.kind === 'put') {
            database.put({ _id: `d${step.id}`, value });
            held.set(`d${step.id}`, value);
          } else if (step.kind === 'remove') {
            expect(database.remove(`d${step.id}`) !== null).toBe(held.delete(`d${step.id}`));
          } else {
            readPage(step.limit);
          }
        }
        while (database.pendingAfter(since) > 0) readPage(3);
        expect(reader).toEqual(held);
        expect(database.counts().documents).toBe(held.size);
      },
    ),
    { numRuns: 300 },
  );
});

it('a page that is being read goes on in spite of changes, and the next one has what it missed', () => {
  const database = createFeedDatabase(firstDocuments(0));
  for (const id of ['d0', 'd1', 'd2', 'd3']) database.put({ _id: id, value: 0 });
  const page = database.changesAfter(0);
  const first = page.next().value;
  for (let turn = 1; turn <= 500; turn += 1) database.put({ _id: 'd0', value: turn });
  const rest = [...page];
  const last = rest.at(-1)?.sequence ?? 0;
  const seen = [...rest, ...database.changesAfter(last)];
  expect(first?.id).toBe('d0');
  expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(['d0', 'd1', 'd2', 'd3']));
  expect(seen.filter(({ id }) => id === 'd0').at(-1)?.document['value']).toBe(500);
});

it('each change of a document has the next generation', () => {
  const database = createFeedDatabase(firstDocuments(1));
  const revisions = [
    database.put({ _id: 'd0', value: 1 }).rev,
    database.remove('d0')?.rev,
    database.put({ _id: 'd0', value: 1 }).rev,
    database.put({ _id: 'new' }).rev,
  ];
  expect(revisions.map((rev) => rev?.split('-')[0])).toEqual(['2', '3', '4', '1']);
});
