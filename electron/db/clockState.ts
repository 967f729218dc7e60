import type { Queries, Transaction } from './connection';
import { integerOf } from './row';

/** What the trusted clock remembers between runs, in milliseconds. */
export interface ClockState {
  /** The latest moment that is known to have been reached, since the epoch. */
  readonly highWater: number;
  /** How far the feed's clock is ahead of the system's. */
  readonly offset: number;
}

export async function readClockState(queries: Queries): Promise<ClockState | null> {
  const row = await queries.get('SELECT high_water, "offset" FROM clock');
  return row === undefined
    ? null
    : { highWater: integerOf(row, 'high_water'), offset: integerOf(row, 'offset') };
}

export async function writeClockState(transaction: Transaction, state: ClockState): Promise<void> {
  await transaction.run('INSERT OR REPLACE INTO clock (id, high_water, "offset") VALUES (1, ?, ?)', [
    Math.round(state.highWater),
    Math.round(state.offset),
  ]);
}
