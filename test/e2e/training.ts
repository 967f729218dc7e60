/** What the journeys of both faces know of the training's numbers. */
import { demoNumbers, type DemoKey } from '../../electron/services/training/demoNumbers';
import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import type { Shop } from './fixture';

/** `0700000001`, as people type it. */
export function typedNumber(key: DemoKey): string {
  const demo = demoNumbers.find((each) => each.key === key);
  if (demo === undefined) throw new Error(`There is no demo number ${key}.`);
  return demo.msisdn.slice('225'.length);
}

/** The feed has something else to say of them from now on. */
export function changeUpstream(
  { upstream }: Shop,
  key: DemoKey,
  difference: Partial<SubscriberDocument>,
): void {
  const id = `subscriber:225${typedNumber(key)}`;
  const asOf = new Date().toISOString();
  upstream.put({ ...upstream.find(id), asOf, ...difference, _id: id, _rev: undefined });
}

/** `07 00 00 00 01`, as the page writes it. */
export function shownNumber(key: DemoKey): string {
  return typedNumber(key).replace(/(\d\d)(?=\d)/g, '$1 ');
}
