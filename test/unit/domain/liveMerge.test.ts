import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateFeedDocument } from '../../../shared/domain/feedValidation';
import { liveSectionNames } from '../../../shared/domain/liveCustomer';
import { mergeLive, type LiveCandidate } from '../../../shared/domain/liveMerge';
import { arbitraryInstant, arbitrarySubscriber } from '../../helpers/arbitraries';
import { buildBucket, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';

const document = buildRichSubscriber();
const later = '2026-11-22T12:00:01Z';

/** Sections of another subscriber, and now and then anything at all. */
const arbitraryCandidates = fc.array(
  fc
    .tuple(
      fc.constantFrom(...liveSectionNames),
      arbitraryInstant,
      arbitrarySubscriber,
      fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.anything() }),
    )
    .map(([name, asOf, other, anything]): LiveCandidate => ({
      name,
      asOf,
      value: anything ?? other[name] ?? anything,
    })),
  { maxLength: 12 },
);

describe('a live answer beside a document', () => {
  it('leaves every document valid, and its number, moment and feed-only parts as they were', () => {
    fc.assert(
      fc.property(arbitrarySubscriber, arbitraryCandidates, (known, candidates) => {
        const { document: merged } = mergeLive(known, candidates);
        expect(validateFeedDocument(merged).kind).toBe('valid');
        const { _id, msisdn, asOf, contracts, pin } = known;
        expect(merged).toMatchObject({ _id, msisdn, asOf });
        expect([merged.contracts, merged.pin]).toEqual([contracts, pin]);
      }),
      { numRuns: 500 },
    );
  });

  it('counts by section, and only where it is newer than the document and than any other answer', () => {
    fc.assert(
      fc.property(arbitrarySubscriber, arbitraryCandidates, (known, candidates) => {
        const { document: merged, live } = mergeLive(known, candidates);
        for (const name of liveSectionNames) {
          const asOf = live[name];
          if (asOf === undefined) {
            expect(merged[name]).toBe(known[name]);
          } else {
            expect(Date.parse(asOf)).toBeGreaterThan(Date.parse(known.asOf));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('comes to the same in whatever order answers arrive', () => {
    const at = (minute: number) => `2026-11-22T13:${String(minute).padStart(2, '0')}:00Z`;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 8 }),
        (minutes) => {
          const answers = minutes.map((minute): LiveCandidate => ({
            name: 'main',
            asOf: at(minute),
            value: { amount: minute, currency: 'XOF' },
          }));
          const newest = Math.max(...minutes);
          expect(mergeLive(document, answers).document.main.amount).toBe(newest);
          expect(mergeLive(document, answers.toReversed()).document.main.amount).toBe(newest);
        },
      ),
    );
  });

  it('of the document’s own moment, or older, changes nothing', () => {
    for (const asOf of [document.asOf, '2026-11-22T11:59:59Z']) {
      const merged = mergeLive(document, [
        { name: 'status', asOf, value: 'deactivated' },
        { name: 'main', asOf, value: { amount: 1, currency: 'XOF' } },
      ]);
      expect(merged).toEqual({ document, live: {}, refused: [] });
    }
  });

  it('is refused by section where the feed would not be let in with it', () => {
    const {
      document: merged,
      live,
      refused,
    } = mergeLive(document, [
      { name: 'main', asOf: later, value: { amount: 12.5, currency: 'XOF' } },
      { name: 'status', asOf: later, value: 'blocked' },
      { name: 'bills', asOf: later, value: [] },
    ]);
    expect(merged).toEqual({ ...document, bills: [] });
    expect(live).toEqual({ bills: later });
    expect(refused).toEqual(['main', 'status']);
  });

  it('that says nothing of a section is no answer about it', () => {
    expect(mergeLive(document, [{ name: 'profile', asOf: later, value: {} }]).live).toEqual({});
  });

  it('takes no name from an earlier holder of the number', () => {
    const { document: merged } = mergeLive(document, [
      { name: 'customer', asOf: later, value: { id: 'C-999999' } },
    ]);
    expect(merged.customer).toEqual({ id: 'C-999999' });
    const same = mergeLive(document, [{ name: 'customer', asOf: later, value: { id: 'C-100001' } }]);
    expect(same.document.customer).toEqual(document.customer);
  });

  it('takes no plan from another offer', () => {
    const profileAfter = (value: object) =>
      mergeLive(document, [{ name: 'profile', asOf: later, value }]).document.profile;
    expect(profileAfter({ kind: 'prepaid', offer: 'Orange Prépayé' })).toEqual(document.profile);
    expect(profileAfter({ kind: 'postpaid', offer: 'Orange Max' })).toEqual({
      kind: 'postpaid',
      offer: 'Orange Max',
    });
  });

  it('keeps the size and hours of a balance that is the same, and no end', () => {
    const window = { from: '00:00', to: '05:00' };
    const known = buildSubscriber({
      buckets: [
        buildBucket({ id: 'night', unit: 'B', amount: 80, initial: 100, window, expiresAt: later }),
        buildBucket({ id: 'toppedUp', unit: 'B', amount: 80, initial: 100 }),
      ],
    });
    const code = known.buckets?.[0]?.code;
    const { document: merged } = mergeLive(known, [
      {
        name: 'buckets',
        asOf: later,
        value: [
          { id: 'night', code, unit: 'B', amount: 70 },
          { id: 'toppedUp', code, unit: 'B', amount: 500 },
          { id: 'new', code, unit: 'B', amount: 5 },
        ],
      },
    ]);
    expect(merged.buckets).toEqual([
      { id: 'night', code, unit: 'B', amount: 70, initial: 100, window },
      { id: 'toppedUp', code, unit: 'B', amount: 500 },
      { id: 'new', code, unit: 'B', amount: 5 },
    ]);
  });
});
