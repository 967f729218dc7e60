/** Balances for the demo numbers. */
import type { Bucket, Reach } from '../../../shared/domain/feedDocument';
import { coteDIvoire } from '../../../shared/domain/markets/coteDIvoire';
import type { Calendar } from './calendar';
import type { SeededRandom } from './seededRandom';

const { currency } = coteDIvoire;

export const megabyte = 1_000_000;
export const gigabyte = 1_000_000_000;

/** Something of every kind, not much of it. */
export function ordinaryBuckets(calendar: Calendar): Bucket[] {
  return [
    credit('credit.mensuel.mensuel', 500, 1000, calendar.endOfDay(8)),
    spoken('minutes.mensuel', 'intra', 1260, 1800, calendar.endOfDay(8)),
    written('minutes.omoney', 'intra', 40, 100, calendar.endOfDay(6)),
    volume('internet.mensuel', 1.5 * gigabyte, 5 * gigabyte, calendar.endOfDay(9)),
    volume('internet.social', 320 * megabyte, 700 * megabyte, calendar.endOfDay(4)),
  ].map(numbered);
}

/** All twenty accounts of the catalogue, some of them expiring tonight, and what a full page has besides. */
export function richBuckets(calendar: Calendar): Bucket[] {
  const { endOfDay } = calendar;
  return [
    { ...credit('credit.mensuel.mensuel', 500, 1000, endOfDay(8)), reserved: 100 },
    credit('credit.mensuel.omoney', 350, 500, endOfDay(8)),
    credit('credit.mensuel.intra', 1200, 2000, endOfDay(5)),
    credit('credit.mensuel.bonus', 400, 1000, endOfDay(12)),
    credit('credit.omoney.intra', 250, 500, endOfDay(2)),
    credit('credit.omoney.tous', 300, 500, endOfDay(2)),
    credit('credit.weekend.intra', 600, 1000, endOfDay(0)),
    credit('credit.weekend.tous', 150, 500, endOfDay(0)),
    credit('credit.special.intra', 1000, 1000, endOfDay(19)),
    credit('credit.special.tous', 700, 1000, endOfDay(19)),
    spoken('minutes.mensuel', 'intra', 2460, 3600, endOfDay(8)),
    written('minutes.mensuel', 'tous', 64, 100, endOfDay(8)),
    written('minutes.omoney', 'intra', 40, 100, endOfDay(6)),
    spoken('minutes.weekend', 'tous', 900, 1200, endOfDay(0)),
    spoken('minutes.special', 'international', 750, 1800, endOfDay(3)),
    volume('internet.mensuel', 3.2 * gigabyte, 5 * gigabyte, endOfDay(8)),
    volume('internet.hebdo', 640 * megabyte, gigabyte, endOfDay(4)),
    {
      ...volume('internet.nuit', 1.5 * gigabyte, 2 * gigabyte, `${calendar.date(1)}T05:00:00Z`),
      window: { from: '00:00', to: '05:00' },
    },
    volume('internet.special', 200 * megabyte, 500 * megabyte, endOfDay(1)),
    volume('internet.family', 12 * gigabyte, 20 * gigabyte, endOfDay(15)),
    volume('internet.social', 450 * megabyte, 700 * megabyte, endOfDay(5)),
    labelled('promo.anniversaire', 'Cadeau anniversaire', 200, currency, endOfDay(1)),
    // What is over stays to be seen, apart from the rest.
    volume('internet.hebdo', 120 * megabyte, gigabyte, endOfDay(-3)),
  ].map(numbered);
}

/** Six accounts on each of ten days. */
export function sixtyBuckets(calendar: Calendar, random: SeededRandom): Bucket[] {
  const kinds = [
    (expiresAt: string) => credit('credit.special.tous', random.integer(1, 100) * 10, 1000, expiresAt),
    (expiresAt: string) => credit('credit.mensuel.intra', random.integer(1, 200) * 10, 2000, expiresAt),
    (expiresAt: string) => spoken('minutes.special', 'tous', random.integer(30, 1800), 1800, expiresAt),
    (expiresAt: string) => written('minutes.omoney', 'intra', random.integer(1, 100), 100, expiresAt),
    (expiresAt: string) => volume('internet.special', random.integer(1, 500) * megabyte, 500e6, expiresAt),
    (expiresAt: string) => volume('internet.social', random.integer(1, 700) * megabyte, 700e6, expiresAt),
  ];
  return Array.from({ length: 10 }, (_, day) => kinds.map((make) => make(calendar.endOfDay(day * 2))))
    .flat()
    .map(numbered);
}

/** A balance that has no number yet. */
type Balance = Omit<Bucket, 'id'>;

/** For `map`: `b1`, `b2` … */
export function numbered(balance: Balance, index: number): Bucket {
  return { ...balance, id: `b${index + 1}` };
}

/** Francs. */
export function credit(code: string, amount: number, initial: number, expiresAt: string): Balance {
  return { code, amount, initial, unit: currency, expiresAt };
}

/** Seconds. */
export function spoken(
  code: string,
  reach: Reach,
  amount: number,
  initial: number,
  expiresAt: string,
): Balance {
  return { code, reach, amount, initial, unit: 's', expiresAt };
}

/** Messages. */
export function written(
  code: string,
  reach: Reach,
  amount: number,
  initial: number,
  expiresAt: string,
): Balance {
  return { code, reach, amount, initial, unit: 'sms', expiresAt };
}

/** Bytes. */
export function volume(code: string, amount: number, initial: number, expiresAt: string): Balance {
  return { code, amount, initial, unit: 'B', expiresAt };
}

/** A balance whose code the catalogue does not know. */
export function labelled(
  code: string,
  label: string,
  amount: number,
  unit: string,
  expiresAt: string,
): Balance {
  return { code, label, amount, unit, expiresAt };
}
