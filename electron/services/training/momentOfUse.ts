/** One thing that happens to a line: it is used a little, or fed. */
import type { Bucket, SubscriberDocument } from '../../../shared/domain/feedDocument';
import { spendableAmount } from '../../../shared/domain/spendable';
import { dateText, instantText } from './calendar';
import type { Usage, UsageDay } from './dailyUse';
import type { SeededRandom } from './seededRandom';

type Use = Omit<UsageDay, 'date'>;

const dayMs = 24 * 60 * 60_000;
const dayPass = { price: 250, bytes: 500_000_000 };
const smsPrice = 25;
const secondsPerFranc = 1.5;

/** The line a moment later; `null` when it had nothing to use and nothing to pay with. */
export function liveAMoment(
  before: SubscriberDocument,
  random: SeededRandom,
  nowMs: number,
): SubscriberDocument | null {
  const lot = random.fraction();
  const after =
    lot < 0.5
      ? browse(before, random.integer(1, 24) * 500_000, nowMs)
      : lot < 0.8
        ? call(before, random.integer(8, 150), nowMs)
        : lot < 0.95
          ? text(before, nowMs)
          : topUp(before, random.pick([500, 1000, 2000]), nowMs);
  // Out of credit: whoever pays beforehand goes and buys some.
  return after ?? topUp(before, 1000, nowMs);
}

function browse(line: SubscriberDocument, bytes: number, nowMs: number): SubscriberDocument | null {
  const bucket = firstToPay(line, 'B', nowMs);
  if (bucket === null) return buyDayPass(line, nowMs);
  const data = Math.min(bytes, spendableAmount(bucket));
  return used(withAmount(line, bucket, bucket.amount - data), { data }, nowMs);
}

function call(line: SubscriberDocument, seconds: number, nowMs: number): SubscriberDocument | null {
  const bucket = firstToPay(line, 's', nowMs);
  if (bucket !== null) {
    const voice = Math.min(seconds, spendableAmount(bucket));
    return used(withAmount(line, bucket, bucket.amount - voice), { voice }, nowMs);
  }
  const spend = Math.ceil(seconds / secondsPerFranc);
  return spendFromMain(line, { voice: seconds, spend }, nowMs);
}

function text(line: SubscriberDocument, nowMs: number): SubscriberDocument | null {
  const bucket = firstToPay(line, 'sms', nowMs);
  return bucket === null
    ? spendFromMain(line, { sms: 1, spend: smsPrice }, nowMs)
    : used(withAmount(line, bucket, bucket.amount - 1), { sms: 1 }, nowMs);
}

function buyDayPass(line: SubscriberDocument, nowMs: number): SubscriberDocument | null {
  const paid = spendFromMain(line, { spend: dayPass.price }, nowMs);
  if (paid === null) return null;
  const pass: Bucket = {
    id: 'dayPass',
    code: 'internet.special',
    amount: dayPass.bytes,
    initial: dayPass.bytes,
    unit: 'B',
    validFrom: instantText(nowMs),
    expiresAt: instantText(nowMs + dayMs),
  };
  const others = (line.buckets ?? []).filter((bucket) => bucket.id !== pass.id);
  return { ...paid, buckets: [...others, pass] };
}

function topUp(line: SubscriberDocument, amount: number, nowMs: number): SubscriberDocument | null {
  if (line.profile?.kind === 'postpaid') return null;
  const { main } = line;
  const expiresAt = `${dateText(nowMs + 90 * dayMs)}T23:59:59Z`;
  return {
    ...line,
    asOf: instantText(nowMs),
    main: {
      ...main,
      amount: main.amount + amount,
      expiresAt: main.expiresAt !== undefined && main.expiresAt > expiresAt ? main.expiresAt : expiresAt,
    },
  };
}

function spendFromMain(
  line: SubscriberDocument,
  use: Use & { readonly spend: number },
  nowMs: number,
): SubscriberDocument | null {
  const { main } = line;
  const expired = main.expiresAt !== undefined && Date.parse(main.expiresAt) <= nowMs;
  if (expired || main.amount < use.spend) return null;
  return used({ ...line, main: { ...main, amount: main.amount - use.spend } }, use, nowMs);
}

/** The usable balance of a unit that expires first; not those for a part of the day or of the internet. */
function firstToPay(line: SubscriberDocument, unit: string, nowMs: number): Bucket | null {
  let first: Bucket | null = null;
  let firstExpiresMs = Infinity;
  for (const bucket of line.buckets ?? []) {
    const expiresMs = bucket.expiresAt === undefined ? Infinity : Date.parse(bucket.expiresAt);
    const usable =
      bucket.unit === unit &&
      bucket.window === undefined &&
      bucket.code !== 'internet.social' &&
      bucket.reach !== 'international' &&
      spendableAmount(bucket) > 0 &&
      (bucket.validFrom === undefined || Date.parse(bucket.validFrom) <= nowMs) &&
      expiresMs > nowMs;
    if (usable && (first === null || expiresMs < firstExpiresMs)) {
      first = bucket;
      firstExpiresMs = expiresMs;
    }
  }
  return first;
}

function withAmount(line: SubscriberDocument, changed: Bucket, amount: number): SubscriberDocument {
  const buckets = (line.buckets ?? []).map((bucket) => (bucket === changed ? { ...bucket, amount } : bucket));
  return { ...line, buckets };
}

function used(line: SubscriberDocument, use: Use, nowMs: number): SubscriberDocument {
  const after = { ...line, asOf: instantText(nowMs) };
  return line.usage === undefined ? after : { ...after, usage: withUse(line.usage, use, dateText(nowMs)) };
}

function withUse(usage: Usage, use: Use, today: string): Usage {
  const daily = usage.daily ?? [];
  const sameDay = daily.find((day) => day.date === today);
  const allowances = usage.allowances?.map((allowance) =>
    allowance.kind === 'data' ? { ...allowance, used: allowance.used + (use.data ?? 0) } : allowance,
  );
  return {
    ...usage,
    ...(allowances && { allowances }),
    to: today,
    daily:
      sameDay === undefined
        ? [...daily, { date: today, ...use }]
        : daily.map((day) => (day === sameDay ? sumOf(day, use) : day)),
  };
}

function sumOf(day: UsageDay, use: Use): UsageDay {
  const sum = { ...day };
  for (const field of ['voice', 'sms', 'data', 'spend'] as const) {
    const amount = use[field];
    if (amount !== undefined) sum[field] = (day[field] ?? 0) + amount;
  }
  return sum;
}
