import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../electron/services/training/calendar';
import { demoNumbers, type DemoKey } from '../../../../electron/services/training/demoNumbers';
import { demoSubscriber } from '../../../../electron/services/training/demoSubscribers';
import { generateSubscriber } from '../../../../electron/services/training/generatedSubscriber';
import { indexOfMsisdn } from '../../../../electron/services/training/subscriberNumbers';
import { placeInCatalogue } from '../../../../shared/domain/bonusCatalogue';
import type { SubscriberDocument } from '../../../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../../../shared/domain/feedValidation';
import { marketPack } from '../../../../shared/domain/market';
import { coteDIvoire } from '../../../../shared/domain/markets/coteDIvoire';

const noon = Date.UTC(2026, 10, 22, 12);
const anyMoment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2039, 11, 31) });
const market = marketPack('CI');

function demo(key: DemoKey, nowMs = noon): SubscriberDocument {
  return demoSubscriber(
    demoNumbers.findIndex((candidate) => candidate.key === key),
    createCalendar(nowMs),
  );
}

function dataPercent(document: SubscriberDocument): number {
  const allowance = document.usage?.allowances?.find(({ kind }) => kind === 'data');
  return Math.round(((allowance?.used ?? NaN) / (allowance?.limit ?? NaN)) * 100);
}

describe('demo subscribers', () => {
  it.each(demoNumbers)('$key is a valid document at any moment', ({ key, msisdn }) => {
    fc.assert(
      fc.property(anyMoment, (nowMs) => {
        const document = demo(key, nowMs);
        expect(validateFeedDocument(document)).toMatchObject({ kind: 'valid' });
        expect(document.msisdn).toBe(msisdn);
        expect(Date.parse(document.asOf)).toBeLessThanOrEqual(nowMs);
      }),
      { numRuns: 50 },
    );
  });

  it('richActive has every account of the catalogue and every section', () => {
    const document = demo('richActive');
    const placed = document.buckets?.map((bucket) => placeInCatalogue(bucket, market).account?.code) ?? [];
    const all = market.catalogue.categories.flatMap(({ headings }) =>
      headings.flatMap(({ accounts }) => accounts.map(({ code }) => code)),
    );
    expect(all).toHaveLength(20);
    expect(placed).toEqual(expect.arrayContaining(all));
    expect(document.buckets?.some(({ reserved }) => (reserved ?? 0) > 0)).toBe(true);
    for (const section of [document.options, document.bills, document.favourites?.numbers]) {
      expect(section?.length).toBeGreaterThan(0);
    }
    expect(document.orangeMoney?.amount).toBeGreaterThan(0);
    expect(dataPercent(document)).toBe(84);
  });

  it('inactive and deactivated lines have more than may be shown', () => {
    expect(demo('inactive')).toMatchObject({ status: 'inactive', customer: { name: 'Lassina SANOGO' } });
    expect(demo('deactivated')).toMatchObject({ status: 'deactivated' });
    expect(demo('deactivated').buckets?.length).toBeGreaterThan(0);
  });

  it('expiringTonight has a balance of each category that ends with the day', () => {
    const tonight = demo('expiringTonight').buckets?.filter(
      ({ expiresAt }) => expiresAt === '2026-11-22T23:59:59Z',
    );
    const categories = tonight?.map((bucket) => placeInCatalogue(bucket, market).category.code);
    expect(new Set(categories)).toEqual(new Set(['credit', 'minutes', 'internet']));
  });

  it('everythingExpired has nothing that counts', () => {
    const document = demo('everythingExpired');
    const ends = [document.main, ...(document.buckets ?? [])].map(({ expiresAt }) => Date.parse(expiresAt!));
    expect(ends.length).toBeGreaterThan(3);
    expect(Math.max(...ends)).toBeLessThan(noon);
  });

  it('unknownCodes has balances of every unit that no entry of the catalogue knows', () => {
    const unknown = demo('unknownCodes').buckets?.filter(
      (bucket) => placeInCatalogue(bucket, market).account === null,
    );
    expect(new Set(unknown?.map(({ unit }) => unit))).toEqual(new Set(['XOF', 's', 'B', 'sms']));
    expect(unknown?.some(({ label }) => label === undefined)).toBe(true);
  });

  it('absentSections has the required fields and a PIN', () => {
    expect(Object.keys(demo('absentSections')).sort()).toEqual(
      ['_id', 'asOf', 'main', 'msisdn', 'pin', 'schema', 'status', 'type'].sort(),
    );
  });

  it('overdueBill is postpaid and has one bill past its date', () => {
    const document = demo('overdueBill');
    expect(document.profile?.kind).toBe('postpaid');
    const overdue = document.bills?.filter(({ status }) => status === 'overdue');
    expect(overdue).toHaveLength(1);
    expect(overdue![0]!.dueAt! < '2026-11-22').toBe(true);
  });

  it('the lines of several contracts belong to one customer and point at each other', () => {
    const lines = (['severalContracts', 'secondContract', 'inactiveContract'] as const).map((key) =>
      demo(key),
    );
    expect(new Set(lines.map((line) => line.customer?.id)).size).toBe(1);
    for (const line of lines) {
      expect([line.msisdn, ...(line.contracts ?? [])].sort()).toEqual(lines.map(({ msisdn }) => msisdn));
    }
  });

  it('the data allowances stand at 85 % and over 100 %, and their days add up to them', () => {
    expect(dataPercent(demo('dataAt85Percent'))).toBe(85);
    expect(dataPercent(demo('dataOver100Percent'))).toBe(112);
    for (const key of ['richActive', 'dataAt85Percent', 'dataOver100Percent'] as const) {
      const { usage } = demo(key);
      const total = usage?.daily?.reduce((sum, day) => sum + (day.data ?? 0), 0);
      expect(total).toBe(usage?.allowances?.[0]?.used);
    }
  });

  it('sixtyBuckets has sixty, all of them usable', () => {
    const buckets = demo('sixtyBuckets').buckets ?? [];
    expect(buckets).toHaveLength(60);
    expect(new Set(buckets.map(({ id }) => id)).size).toBe(60);
    expect(buckets.every(({ amount, expiresAt }) => amount > 0 && Date.parse(expiresAt!) > noon)).toBe(true);
  });

  it('the others show what they are documented to show', () => {
    expect(demo('veryLongName').customer?.name?.length).toBeGreaterThan(100);
    const zero = demo('zeroBalances');
    expect([zero.main.amount, zero.orangeMoney?.amount]).toEqual([0, 0]);
    expect(zero.buckets?.map(({ amount }) => amount)).toEqual([0, 0, 0, 0, 0]);
    expect(demo('englishSpeaking').customer?.language).toBe('en');
    expect(demo('hostileStrings').customer?.name).toContain('<img');
    expect(Date.parse(demo('oldSnapshot').asOf)).toBe(noon - 45 * 24 * 3_600_000);
    expect(demo('negativeBalance').main.amount).toBeLessThan(0);
    const later = demo('notYetValid').buckets?.filter(({ validFrom }) => validFrom !== undefined);
    expect(later?.map(({ validFrom }) => Date.parse(validFrom!) > noon)).toEqual([true, true]);
  });
});

describe('generated subscribers', () => {
  const world = fc.record({
    seed: fc.integer(),
    nowMs: anyMoment,
    subscribers: fc.integer({ min: 22, max: 3_000_000 }),
  });
  const someone = world.chain((of) =>
    fc.record({ of: fc.constant(of), index: fc.integer({ min: 21, max: of.subscribers - 1 }) }),
  );
  const generate = (
    { seed, nowMs, subscribers }: { seed: number; nowMs: number; subscribers: number },
    index: number,
  ) => generateSubscriber(index, { seed, subscribers, calendar: createCalendar(nowMs) });

  it('are valid documents that fit together', () => {
    fc.assert(
      fc.property(someone, ({ of, index }) => {
        const document = generate(of, index);
        expect(validateFeedDocument(document)).toMatchObject({ kind: 'valid' });
        expect(indexOfMsisdn(document.msisdn)).toBe(index);
        expect(Date.parse(document.asOf)).toBeLessThan(of.nowMs);
        expect(document.favourites?.numbers ?? []).not.toContain(document.msisdn);
        for (const bucket of document.buckets ?? []) {
          expect(bucket.amount).toBeLessThanOrEqual(bucket.initial!);
          expect(placeInCatalogue(bucket, market).account).not.toBeNull();
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are the same whenever they are asked for, and revised when the moment is another', () => {
    fc.assert(
      fc.property(someone, ({ of, index }) => {
        const document = generate(of, index);
        expect(generate(of, index)).toEqual(document);
        const later = generate({ ...of, nowMs: of.nowMs + 86_400_000 }, index);
        expect(later._rev).not.toBe(document._rev);
      }),
    );
  });

  it('point at each other where one customer has several lines', () => {
    const of = { seed: 5, nowMs: noon, subscribers: 2000 };
    const linked = Array.from({ length: 1979 }, (_, offset) => generate(of, 21 + offset)).filter(
      ({ contracts }) => contracts !== undefined,
    );
    expect(linked.length).toBeGreaterThan(50);
    for (const line of linked) {
      for (const msisdn of line.contracts ?? []) {
        const other = generate(of, indexOfMsisdn(msisdn)!);
        expect(other.contracts).toContain(line.msisdn);
        expect(other.customer).toEqual(line.customer);
      }
    }
  });

  it('never point at a line beyond the last', () => {
    for (let subscribers = 22; subscribers < 400; subscribers += 1) {
      const last = generate({ seed: 5, nowMs: noon, subscribers }, subscribers - 1);
      for (const msisdn of last.contracts ?? []) expect(indexOfMsisdn(msisdn)).toBeLessThan(subscribers);
    }
  });

  it('look like a shop’s customers: most active, every plan, many names, the last three weeks of use', () => {
    const of = { seed: 5, nowMs: noon, subscribers: 2000 };
    const all = Array.from({ length: 1979 }, (_, offset) => generate(of, 21 + offset));
    const share = (holds: (document: SubscriberDocument) => boolean) => all.filter(holds).length / all.length;
    expect(share(({ status }) => status === 'active')).toBeGreaterThan(0.85);
    expect(share(({ status }) => status !== 'active')).toBeGreaterThan(0.03);
    expect(share(({ profile }) => profile?.kind !== 'prepaid')).toBeGreaterThan(0.08);
    expect(new Set(all.map(({ profile }) => profile?.plan))).toEqual(new Set(coteDIvoire.plans.names));
    expect(new Set(all.map(({ customer }) => customer?.name)).size).toBeGreaterThan(1000);
    const used = all.filter(({ usage }) => usage !== undefined);
    expect(used.length / all.length).toBeGreaterThan(0.75);
    expect(used.every(({ usage }) => usage?.daily?.length === 22)).toBe(true);
    expect(used.every(({ usage }) => usage?.daily?.at(-1)?.date === '2026-11-22')).toBe(true);
    // Saturdays are livelier than Tuesdays.
    const dataOn = (date: string) =>
      used.reduce((sum, { usage }) => sum + (usage?.daily?.find((day) => day.date === date)?.data ?? 0), 0);
    expect(dataOn('2026-11-21')).toBeGreaterThan(1.3 * dataOn('2026-11-17'));
  });
});
