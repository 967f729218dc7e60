/**
 * How much a check does: few rounds in `npm test`, many in `npm run test:faults`, which runs every file that imports
 * this one. What is random in it comes from one seed, so that a run which failed can be had again.
 */
const isLong = process.env['COMPTOIR_EFFORT'] === 'long';

/** For `fast-check`, or for a `SeededRandom` with a stream for each check. */
export const effortSeed = Number(process.env['COMPTOIR_SEED'] ?? '20261125');

interface Sizes<Value> {
  /** In `npm test`. */
  readonly short: Value;
  /** In `npm run test:faults`: the least that counts. */
  readonly long: Value;
}

export function sizeOf<Value>({ short, long }: Sizes<Value>): Value {
  return isLong ? long : short;
}
