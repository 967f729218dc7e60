/** One line of the table: what was asked, what was measured, how much it varies. */

export interface BenchRow {
  readonly name: string;
  /** `atLeast` or `atMost` of the median; none: for information. `aim` is what one would like beyond it. */
  readonly target?: { readonly atLeast?: number; readonly atMost?: number; readonly aim?: number };
  /** `×` is a ratio of two things measured in turn in the same run. */
  readonly unit: '×' | 'ms' | 'µs' | 'MB' | '%' | 'B';
  /** One a round. */
  readonly values: readonly number[];
  /** The absolute figures behind a ratio, for people: medians. */
  readonly figures?: string;
}

export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function summaryOf(values: readonly number[]): Summary {
  return { median: percentile(values, 0.5), least: Math.min(...values), most: Math.max(...values) };
}

/** The value below which `share` (0 to 1) of the values lie, the nearest one. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[place] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Round by round, so that what disturbed the machine in one round disturbed both sides. */
export function ratios(dividends: readonly number[], divisors: readonly number[]): readonly number[] {
  return dividends.map((dividend, round) => dividend / (divisors[round] ?? Number.NaN));
}

export type Verdict = 'aim' | 'met' | 'missed' | 'none';

export function verdictOf({ target, values }: BenchRow): Verdict {
  if (target === undefined) return 'none';
  const reached = median(values);
  const { atLeast, atMost, aim } = target;
  if (atLeast !== undefined) {
    if (!(reached >= atLeast)) return 'missed';
    return aim !== undefined && reached >= aim ? 'aim' : 'met';
  }
  if (!(reached <= (atMost ?? Infinity))) return 'missed';
  return aim !== undefined && reached <= aim ? 'aim' : 'met';
}

/** Few enough digits to read, enough to compare. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3);
}

export function perSecond(documents: number, ms: number): string {
  return `${figure(documents / ms)} k docs/s`;
}
