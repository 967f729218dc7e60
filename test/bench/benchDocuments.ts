/** The subscribers of the bench: 700 to 900 bytes of JSON with about ten buckets, the same in every run. */
import { SeededRandom } from '../../electron/services/training/seededRandom';

const seed = 20_261_122;

/** A prime just below the hundred million numbers there are, so that numbers come in no order and never twice. */
const numbers = 99_999_989;
const step = 48_271_213;

const bucketKinds = [
  ['credit.mensuel.mensuel', 'XOF'],
  ['credit.omoney.intra', 'XOF'],
  ['credit.weekend.tous', 'XOF'],
  ['credit.special.intra', 'XOF'],
  ['minutes.mensuel', 's'],
  ['minutes.omoney', 's'],
  ['minutes.omoney', 'sms'],
  ['minutes.special', 's'],
  ['internet.mensuel', 'B'],
  ['internet.nuit', 'B'],
  ['internet.hebdo', 'B'],
  ['internet.social', 'B'],
] as const;

/** One in a thousand cannot be taken, as in life: those go to quarantine. */
const invalidEvery = 1_000;

export function isInvalid(index: number): boolean {
  return index % invalidEvery === invalidEvery - 1;
}

export function msisdnAt(index: number): string {
  const number = Number((BigInt(index + 1) * BigInt(step)) % BigInt(numbers));
  return `22507${String(number).padStart(8, '0')}`;
}

export interface BenchDocument {
  readonly id: string;
  readonly revision: string;
  readonly json: string;
}

/** 32 hexadecimal digits: a revision without its number. */
export function digestAt(index: number, changes: number): string {
  const random = new SeededRandom(seed ^ 0x5bd1e995 ^ changes, index);
  return Array.from({ length: 4 }, () => random.next().toString(16).padStart(8, '0')).join('');
}

/** The subscriber at `index` after so many changes, each of which moved the main account and two buckets. */
export function documentAt(index: number, changes: number): BenchDocument {
  const msisdn = msisdnAt(index);
  const random = new SeededRandom(seed, index);
  const id = `subscriber:${msisdn}`;
  const revision = `${changes + 1}-${digestAt(index, changes)}`;
  const hour = String(random.integer(0, 23)).padStart(2, '0');
  const minute = String(random.integer(0, 59)).padStart(2, '0');
  const without = random.integer(1, 4);
  const main = { amount: random.integer(0, 50_000), currency: 'XOF' };
  const buckets = bucketKinds.slice(without).map(([code, unit], place) => ({
    id: `b${place + 1}`,
    code,
    amount: random.integer(0, unit === 'B' ? 99_999_999 : 9_999),
    unit,
  }));
  for (let change = 0; change < changes; change++) {
    for (const balance of [main, buckets[change % buckets.length], buckets[(change + 5) % buckets.length]]) {
      if (balance !== undefined) balance.amount = Math.floor(balance.amount * random.fraction());
    }
  }
  const json = JSON.stringify({
    _id: id,
    _rev: revision,
    type: 'subscriber',
    schema: 1,
    asOf: `2026-11-${String(20 + Math.min(changes, 9)).padStart(2, '0')}T${hour}:${minute}:00Z`,
    msisdn,
    status: 'active',
    main: isInvalid(index) ? { ...main, amount: '12,5' } : main,
    buckets,
  });
  return { id, revision, json };
}
