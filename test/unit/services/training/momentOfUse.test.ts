import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCalendar } from '../../../../electron/services/training/calendar';
import { generateSubscriber } from '../../../../electron/services/training/generatedSubscriber';
import { liveAMoment } from '../../../../electron/services/training/momentOfUse';
import { SeededRandom } from '../../../../electron/services/training/seededRandom';
import type { SubscriberDocument } from '../../../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../../../shared/domain/feedValidation';
import { spendableAmount } from '../../../../shared/domain/spendable';

const noon = Date.UTC(2026, 10, 22, 12);
const population = { seed: 3, subscribers: 5000, calendar: createCalendar(noon) };

function usedSoFar(document: SubscriberDocument, field: 'voice' | 'sms' | 'data' | 'spend'): number {
  return document.usage?.daily?.reduce((sum, day) => sum + (day[field] ?? 0), 0) ?? 0;
}

it('a line may live for days: it stays valid, spends only what can be spent, and its days record it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 21, max: 4999 }), fc.integer(), (index, lot) => {
      const random = new SeededRandom(lot, 0);
      const generated = generateSubscriber(index, population);
      const buckets = (generated.buckets ?? []).map((bucket) => ({
        ...bucket,
        reserved: Math.floor(bucket.amount / 2),
      }));
      let line: SubscriberDocument = { ...generated, buckets };
      for (let turn = 0; turn < 60; turn += 1) {
        const nowMs = noon + turn * 3_600_000;
        const next = liveAMoment(line, random, nowMs);
        if (next === null) {
          expect(line.profile?.kind).toBe('postpaid');
          continue;
        }
        expect(validateFeedDocument(next)).toMatchObject({ kind: 'valid' });
        expect(Date.parse(next.asOf)).toBe(nowMs);
        expect(next.main.amount).toBeGreaterThanOrEqual(0);
        for (const bucket of next.buckets ?? []) {
          const before = line.buckets?.find(({ id }) => id === bucket.id);
          if (before === undefined || before.amount <= bucket.amount) continue;
          expect(Date.parse(before.expiresAt!)).toBeGreaterThan(nowMs);
          const taken = before.amount - bucket.amount;
          expect(taken).toBeLessThanOrEqual(spendableAmount(before));
          const field = { B: 'data', s: 'voice', sms: 'sms' }[bucket.unit];
          if (line.usage === undefined) continue;
          if (field !== 'data' && field !== 'voice' && field !== 'sms') throw new Error(bucket.unit);
          expect(usedSoFar(next, field) - usedSoFar(line, field)).toBe(taken);
        }
        if (next.main.amount < line.main.amount && line.usage !== undefined) {
          const spent = line.main.amount - next.main.amount;
          expect(usedSoFar(next, 'spend') - usedSoFar(line, 'spend')).toBe(spent);
        }
        line = next;
      }
    }),
    { numRuns: 100 },
  );
});

it('a line with nothing to pay with is topped up, or left alone when it pays afterwards', () => {
  const empty: SubscriberDocument = {
    _id: 'subscriber:2250700000100',
    type: 'subscriber',
    schema: 1,
    asOf: '2026-11-22T11:00:00Z',
    msisdn: '2250700000100',
    status: 'active',
    main: { amount: 0, currency: 'XOF' },
  };
  for (let lot = 0; lot < 50; lot += 1) {
    const random = new SeededRandom(lot, 0);
    expect(liveAMoment(empty, random, noon)?.main.amount).toBeGreaterThanOrEqual(500);
    expect(liveAMoment({ ...empty, profile: { kind: 'postpaid' } }, random, noon)).toBeNull();
  }
});
