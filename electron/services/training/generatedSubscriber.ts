/** The ordinary subscribers: each worked out from the seed and its index when it is asked for, and never kept. */
import type { Bucket, SubscriberDocument } from '../../../shared/domain/feedDocument';
import { coteDIvoire } from '../../../shared/domain/markets/coteDIvoire';
import type { Calendar } from './calendar';
import { inventDays, totalOf, type Usage } from './dailyUse';
import { SeededRandom } from './seededRandom';
import { subscribableOptions } from './offers';
import { inventName } from './subscriberNames';
import { firstGenerated, msisdnAt } from './subscriberNumbers';

/** All that a subscriber is worked out from, besides its index. */
export interface Population {
  readonly seed: number;
  readonly calendar: Calendar;
  /** Demo numbers included. */
  readonly subscribers: number;
}

const usageDays = 22;
const { currency } = coteDIvoire;

interface BucketKind {
  readonly code: string;
  readonly reach?: 'intra' | 'tous' | 'international';
  readonly unit: string;
  /** How many lines in a hundred have one. */
  readonly percent: number;
  readonly initial: readonly [number, ...number[]];
  readonly validDays: number;
  readonly window?: { readonly from: string; readonly to: string };
}

const credits = [200, 500, 1000, 2000] as const;
const minutes = [600, 1200, 1800, 3600] as const;
const messages = [20, 50, 100] as const;
const volumes = [250_000_000, 500_000_000, 1_000_000_000, 2_000_000_000] as const;

const bucketKinds: readonly BucketKind[] = [
  { code: 'credit.mensuel.mensuel', unit: currency, percent: 60, initial: credits, validDays: 30 },
  { code: 'credit.mensuel.omoney', unit: currency, percent: 40, initial: credits, validDays: 30 },
  { code: 'credit.mensuel.intra', unit: currency, percent: 45, initial: credits, validDays: 15 },
  { code: 'credit.mensuel.bonus', unit: currency, percent: 35, initial: credits, validDays: 15 },
  { code: 'credit.omoney.intra', unit: currency, percent: 25, initial: credits, validDays: 7 },
  { code: 'credit.omoney.tous', unit: currency, percent: 20, initial: credits, validDays: 7 },
  { code: 'credit.weekend.intra', unit: currency, percent: 25, initial: credits, validDays: 3 },
  { code: 'credit.weekend.tous', unit: currency, percent: 15, initial: credits, validDays: 3 },
  { code: 'credit.special.intra', unit: currency, percent: 15, initial: credits, validDays: 10 },
  { code: 'credit.special.tous', unit: currency, percent: 10, initial: credits, validDays: 10 },
  { code: 'minutes.mensuel', reach: 'intra', unit: 's', percent: 50, initial: minutes, validDays: 30 },
  { code: 'minutes.mensuel', reach: 'tous', unit: 'sms', percent: 35, initial: messages, validDays: 30 },
  { code: 'minutes.omoney', reach: 'intra', unit: 's', percent: 30, initial: minutes, validDays: 7 },
  { code: 'minutes.omoney', reach: 'intra', unit: 'sms', percent: 25, initial: messages, validDays: 7 },
  { code: 'minutes.weekend', reach: 'tous', unit: 's', percent: 20, initial: minutes, validDays: 3 },
  {
    code: 'minutes.special',
    reach: 'international',
    unit: 's',
    percent: 12,
    initial: minutes,
    validDays: 14,
  },
  { code: 'internet.mensuel', unit: 'B', percent: 60, initial: volumes, validDays: 30 },
  { code: 'internet.hebdo', unit: 'B', percent: 40, initial: volumes, validDays: 7 },
  {
    code: 'internet.nuit',
    unit: 'B',
    percent: 30,
    initial: volumes,
    validDays: 7,
    window: { from: '00:00', to: '05:00' },
  },
  { code: 'internet.special', unit: 'B', percent: 20, initial: volumes, validDays: 5 },
  { code: 'internet.family', unit: 'B', percent: 10, initial: volumes, validDays: 30 },
  { code: 'internet.social', unit: 'B', percent: 35, initial: volumes, validDays: 7 },
];

const allowanceBytes = [1e9, 2e9, 5e9, 10e9, 25e9, 50e9] as const;

/** The subscriber at `index` as the feed first has it. */
export function generateSubscriber(index: number, population: Population): SubscriberDocument {
  const { calendar } = population;
  const random = new SeededRandom(population.seed, index);
  const msisdn = msisdnAt(index);
  const household = householdOf(index, population);
  const owner = household[0] ?? index;
  const ownerRandom = new SeededRandom(population.seed ^ 0x5bd1e995, owner);
  const kind = random.chance(0.86) ? 'prepaid' : random.chance(0.6) ? 'postpaid' : 'hybrid';
  const status = random.chance(0.92) ? 'active' : random.chance(0.6) ? 'inactive' : 'deactivated';
  const [leastDaysLeft, mostDaysLeft] = mainDaysLeft[status];

  const document: SubscriberDocument = {
    _id: `subscriber:${msisdn}`,
    _rev: inventRevision(calendar, random),
    type: 'subscriber',
    schema: 1,
    asOf: calendar.minutesAgo(random.integer(1, 180)),
    msisdn,
    status,
    customer: {
      id: `C-${100_001 + owner}`,
      name: inventName(ownerRandom),
      language: ownerRandom.chance(0.96) ? 'fr' : 'en',
    },
    profile: {
      kind,
      offer: offerNames[kind],
      plan: random.pick(planNames),
      since: calendar.date(-random.integer(40, 4000)),
    },
    main: {
      amount: random.chance(0.12) ? random.integer(0, 19) * 5 : random.integer(20, 1600) * 5,
      currency,
      expiresAt: calendar.endOfDay(random.integer(leastDaysLeft, mostDaysLeft)),
    },
    buckets: inventBuckets(calendar, random),
  };
  if (status === 'active' && random.chance(0.9)) document.usage = inventUsage(calendar, random);
  if (random.chance(0.35)) document.options = inventOptions(calendar, random);
  if (random.chance(0.5)) document.favourites = inventFavourites(msisdn, population, random);
  if (random.chance(0.7)) {
    document.orangeMoney = {
      amount: random.integer(0, 3000) * 25,
      currency,
      status: random.chance(0.97) ? 'active' : 'suspended',
    };
  }
  if (kind !== 'prepaid') document.bills = inventBills(index, calendar, random);
  if (household.length > 1) {
    document.contracts = household.filter((line) => line !== index).map(msisdnAt);
  }
  return document;
}

export const offerNames = {
  prepaid: 'Orange Prépayé',
  postpaid: 'Orange Postpayé',
  hybrid: 'Orange Hybride',
} as const;

/** A line falls inactive when its main account has expired, and is deactivated months later. */
const mainDaysLeft = { active: [1, 90], inactive: [-60, -1], deactivated: [-400, -90] } as const;

const planNames = ['Novamix', 'Tigre', 'Dauphin', 'Aigle'] as const;

/** Neighbouring indexes that are lines of one customer, the one who gives them their name first. */
function householdOf(index: number, { seed, subscribers }: Population): readonly number[] {
  const first = index - ((index - firstGenerated) % 4);
  const random = new SeededRandom(seed ^ 0x27d4eb2f, first);
  const lines = random.chance(0.1) ? random.integer(2, 3) : 1;
  if (index - first >= lines) return [index];
  return Array.from({ length: lines }, (_, offset) => first + offset).filter((line) => line < subscribers);
}

/** `3-<32 hexadecimal digits>`, as CouchDB writes it. At another moment the content differs, and so does this. */
function inventRevision(calendar: Calendar, random: SeededRandom): string {
  const moment = calendar.nowMs / 1000;
  const digits = () => ((random.next() ^ moment) >>> 0).toString(16).padStart(8, '0');
  return `${random.integer(1, 9)}-${digits()}${digits()}${digits()}${digits()}`;
}

function inventBuckets(calendar: Calendar, random: SeededRandom): Bucket[] {
  const buckets: Bucket[] = [];
  for (const kind of bucketKinds) {
    if (random.integer(1, 100) > kind.percent) continue;
    const initial = random.pick(kind.initial);
    const grain = kind.unit === 'B' ? 100_000 : kind.unit === currency ? 5 : 1;
    const remaining = Math.floor((initial * random.fraction()) / grain) * grain;
    // Some are over: their last day lies a few days back.
    const daysLeft = random.integer(-2, kind.validDays - 1);
    const bucket: Bucket = {
      id: `b${buckets.length + 1}`,
      code: kind.code,
      amount: random.chance(0.05) ? 0 : remaining,
      initial,
      unit: kind.unit,
      validFrom: calendar.startOfDay(daysLeft + 1 - kind.validDays),
      expiresAt: calendar.endOfDay(daysLeft),
    };
    if (kind.reach !== undefined) bucket.reach = kind.reach;
    if (kind.window !== undefined) bucket.window = kind.window;
    if (kind.unit === currency && bucket.amount >= 100 && random.chance(0.04)) bucket.reserved = 50;
    buckets.push(bucket);
  }
  return buckets;
}

function inventUsage(calendar: Calendar, random: SeededRandom): Usage {
  const usage: Usage = { from: calendar.date(1 - usageDays), to: calendar.date(0) };
  const daily = inventDays(
    {
      voiceSeconds: random.integer(30, 1500),
      sms: random.integer(0, 8),
      dataBytes: random.integer(1, 60) * 10_000_000,
      spend: random.integer(10, 80) * 5,
    },
    usageDays,
    calendar,
    random,
  );
  usage.daily = daily;
  if (random.chance(0.6)) {
    const used = totalOf(daily, 'data');
    // One line in twenty has gone over what it bought.
    const enough = random.chance(0.05) ? used * 0.8 : used;
    const limit = allowanceBytes.find((bytes) => bytes >= enough) ?? 100e9;
    usage.allowances = [{ kind: 'data', label: 'Pass Internet Mois', used, limit, unit: 'B' }];
  }
  return usage;
}

function inventOptions(calendar: Calendar, random: SeededRandom): NonNullable<SubscriberDocument['options']> {
  const { code, label } = random.pick(subscribableOptions);
  const daysAgo = random.integer(0, 29);
  return [
    {
      code,
      label: label.fr,
      activatedAt: calendar.startOfDay(-daysAgo),
      expiresAt: calendar.endOfDay(29 - daysAgo),
      renews: random.chance(0.5),
    },
  ];
}

function inventFavourites(
  msisdn: string,
  { subscribers }: Population,
  random: SeededRandom,
): NonNullable<SubscriberDocument['favourites']> {
  const numbers = Array.from({ length: random.integer(1, coteDIvoire.preferredNumbers.max) }, () =>
    msisdnAt(random.integer(0, subscribers - 1)),
  );
  return {
    max: coteDIvoire.preferredNumbers.max,
    numbers: [...new Set(numbers)].filter((number) => number !== msisdn),
    changesLeft: random.integer(0, coteDIvoire.preferredNumbers.changesPerMonth),
  };
}

function inventBills(
  index: number,
  calendar: Calendar,
  random: SeededRandom,
): NonNullable<SubscriberDocument['bills']> {
  return [75, 45, 15].map((daysAgo) => {
    const issuedAt = calendar.date(-daysAgo);
    const late = daysAgo === 45 && random.chance(0.1);
    return {
      id: `F-${issuedAt.slice(0, 7)}-${String(index).padStart(7, '0')}`,
      issuedAt,
      dueAt: calendar.date(20 - daysAgo),
      amount: random.integer(10, 60) * 500,
      currency,
      status: late ? 'overdue' : daysAgo === 15 ? 'due' : 'paid',
    };
  });
}
