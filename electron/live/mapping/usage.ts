/** TMF677 Usage Consumption: a query's report → what was used of which allowance, and by day. */
import Type from 'typebox';
import { isoCalendarDay, parseCalendarDay } from '../../../shared/domain/calendar';
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import type { MarketPack } from '../../../shared/domain/market';
import { unitKind, type Unit } from '../../../shared/domain/unit';
import { isNamed, isNumberOf } from './names';
import { amountOf, quantitySchema, type Amount } from './quantity';
import { dayOf, instantOf, momentSchema, periodSchema } from './time';

const counterSchema = Type.Object({
  counterType: Type.Optional(Type.String({ maxLength: 200 })),
  level: Type.Optional(Type.String({ maxLength: 200 })),
  value: Type.Optional(quantitySchema),
  consumptionPeriod: Type.Optional(periodSchema),
});

const countersSchema = Type.Optional(Type.Array(counterSchema, { maxItems: 1000 }));

const bucketSchema = Type.Object({
  id: Type.Optional(Type.String({ maxLength: 200 })),
  name: Type.Optional(Type.String({ maxLength: 20_000 })),
  usageType: Type.Optional(Type.String({ maxLength: 100 })),
  remainingValue: Type.Optional(quantitySchema),
  bucketCounter: countersSchema,
});

const reportSchema = Type.Object({
  state: Type.Optional(Type.String({ maxLength: 100 })),
  lastUpdate: momentSchema,
  validPeriod: Type.Optional(periodSchema),
  bucketRefOrValue: Type.Optional(Type.Array(bucketSchema, { maxItems: 1000 })),
  logicalResource: Type.Optional(
    Type.Array(
      Type.Object({ id: Type.Optional(Type.String({ maxLength: 200 })), consumptionSummary: countersSchema }),
      { maxItems: 1000 },
    ),
  ),
});

export const usageQuerySchema = Type.Object({
  id: Type.Optional(Type.String({ maxLength: 200 })),
  usageConsumption: Type.Optional(Type.Array(reportSchema, { maxItems: 100 })),
});

type UsageQuery = Type.Static<typeof usageQuerySchema>;
type Report = Type.Static<typeof reportSchema>;
type TmfBucket = Type.Static<typeof bucketSchema>;
type Counter = Type.Static<typeof counterSchema>;
type Usage = NonNullable<SubscriberDocument['usage']>;
type Allowance = NonNullable<Usage['allowances']>[number];
type UsageDay = NonNullable<Usage['daily']>[number];

export function usageQuestion(msisdn: string): unknown {
  return { searchCriteria: { logicalResource: [{ id: msisdn }] } };
}

/** The operator is still counting: to be asked again by the query's id. */
export function isBeingCounted({ usageConsumption }: UsageQuery): boolean {
  if (usageConsumption === undefined) return true;
  return usageConsumption.some(({ state }) => state === 'accepted' || state === 'inProgress');
}

/** `null`: no report of this line, or one that does not say of which days it is. */
export function usageOf(
  { usageConsumption = [] }: UsageQuery,
  msisdn: string,
  market: MarketPack,
): Usage | null {
  const reports = usageConsumption.filter((report) => isReportOf(report, msisdn, market));
  const days = reports.flatMap((report) => daysOf(report, msisdn, market));
  const allowances = reports.flatMap(({ bucketRefOrValue = [] }) =>
    bucketRefOrValue.flatMap((bucket) => allowanceOf(bucket, market) ?? []),
  );
  const periods = reports.flatMap(({ validPeriod, bucketRefOrValue = [] }) => [
    validPeriod,
    ...bucketRefOrValue.flatMap(({ bucketCounter = [] }) =>
      bucketCounter.map(({ consumptionPeriod }) => consumptionPeriod),
    ),
  ]);
  const daily = byDay(days);
  const starts = [
    ...periods.flatMap((period) => dayOf(period?.startDateTime, market) ?? []),
    ...daily.map(({ date }) => date),
  ].toSorted();
  const ends = [
    ...periods.flatMap((period) => lastDayOf(period?.endDateTime, market) ?? []),
    ...daily.map(({ date }) => date),
  ].toSorted();
  const from = starts[0];
  const to = ends.at(-1);
  if (from === undefined || to === undefined) return null;
  return { from, to, allowances, ...(daily.length > 0 && { daily }) };
}

function isReportOf({ logicalResource = [] }: Report, msisdn: string, market: MarketPack): boolean {
  const written = logicalResource.flatMap(({ id }) => id ?? []);
  return written.length === 0 || written.some((number) => isNumberOf(msisdn, number, market));
}

const kinds: Readonly<Record<ReturnType<typeof unitKind>, string>> = {
  money: 'credit',
  time: 'voice',
  messages: 'sms',
  volume: 'data',
};

/** `null`: without both what was used and what there was, it is no allowance. */
function allowanceOf(bucket: TmfBucket, market: MarketPack): Allowance | null {
  const { usageType, bucketCounter = [] } = bucket;
  const total = (words: readonly string[]) =>
    amountOf(
      bucketCounter.find(({ counterType, level }) => isNamed(words, counterType) && !isDaily(level))?.value,
      usageType,
      market,
    );
  const used = total(['used', 'usedValue', 'consumed']);
  const left = amountOf(bucket.remainingValue, usageType, market) ?? total(['remaining', 'remainingValue']);
  const limit = total(['limit', 'total', 'initial']) ?? sumOf(used, left);
  if (used === null || limit?.unit !== used.unit) return null;
  const kind = kinds[unitKind(used.unit)];
  return {
    kind,
    label: bucket.name ?? bucket.id ?? kind,
    used: used.amount,
    limit: limit.amount,
    unit: used.unit,
  };
}

function sumOf(used: Amount | null, left: Amount | null): Amount | null {
  return used !== null && used.unit === left?.unit
    ? { amount: used.amount + left.amount, unit: used.unit }
    : null;
}

interface DayCount {
  readonly date: string;
  readonly count: Amount;
}

function daysOf({ logicalResource = [] }: Report, msisdn: string, market: MarketPack): readonly DayCount[] {
  return logicalResource
    .filter(({ id }) => id === undefined || isNumberOf(msisdn, id, market))
    .flatMap(({ consumptionSummary = [] }) => consumptionSummary)
    .filter(({ level }) => isDaily(level))
    .flatMap((counter) => dayCountOf(counter, market) ?? []);
}

function isDaily(level: string | undefined): boolean {
  return isNamed(['day', 'daily'], level);
}

function dayCountOf({ value, consumptionPeriod }: Counter, market: MarketPack): DayCount | null {
  const date = dayOf(consumptionPeriod?.startDateTime, market);
  const count = amountOf(value, undefined, market);
  return date === undefined || count === null ? null : { date, count };
}

function byDay(days: readonly DayCount[]): UsageDay[] {
  const found = new Map<string, UsageDay>();
  for (const { date, count } of days) {
    const day: UsageDay = found.get(date) ?? { date };
    const field = dayField(count.unit);
    day[field] = (day[field] ?? 0) + count.amount;
    found.set(date, day);
  }
  return [...found.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function dayField(unit: Unit): Exclude<keyof UsageDay, 'date'> {
  switch (unitKind(unit)) {
    case 'time':
      return 'voice';
    case 'messages':
      return 'sms';
    case 'volume':
      return 'data';
    case 'money':
      return 'spend';
  }
}

/** A period that ends at midnight ended with the day before. */
function lastDayOf(end: string | undefined, market: MarketPack): string | undefined {
  const day = dayOf(end, market);
  const instant = instantOf(end);
  if (day === undefined || instant === undefined) return day;
  const justBefore = dayOf(new Date(Date.parse(instant) - 1).toISOString(), market);
  return justBefore !== undefined && justBefore < day ? isoCalendarDay(parseCalendarDay(day) - 1) : day;
}
