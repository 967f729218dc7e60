import type { MarketPack } from './market';

/** Values age by class: how long each may be shown is the market's word. */
export type FreshnessClass = keyof MarketPack['timeToLiveHours'];

const hourMs = 3_600_000;

/** Whether a value is too old to be shown at all; one of the future (a clock that was set back) is not. */
export function isTooOld(asOf: string, freshness: FreshnessClass, market: MarketPack, now: number): boolean {
  return now - Date.parse(asOf) > market.timeToLiveHours[freshness] * hourMs;
}
