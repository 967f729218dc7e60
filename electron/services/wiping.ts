/** Whether a supervisor may take everything off this device now, and that they did. */
import type { Actor } from '../../shared/domain/order';
import type { WipeAnswer } from '../../shared/ipc/commands/fleet';
import type { CacheReader, CacheWriter } from '../db/connection';
import { countUnfinishedOrders } from '../db/orders';
import type { AuditLog } from './audit';

export interface WipingOptions {
  readonly reader: CacheReader;
  readonly writer: CacheWriter;
  readonly audit: AuditLog;
  /** Of this device, as its settings have it. */
  readonly shop: string;
  readonly actor: () => Actor;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  /** Begins it, once the answer has left. */
  readonly begin: () => void;
}

/** @returns asks for it, with the shop's identifier as it was typed */
export function createWiping(options: WipingOptions): (shop: string) => Promise<WipeAnswer> {
  const { reader, writer, audit, actor, now, begin } = options;

  async function decide(shop: string): Promise<WipeAnswer> {
    if (shop.trim().toUpperCase() !== options.shop.toUpperCase()) return { kind: 'otherShop' };
    const orders = await countUnfinishedOrders(reader);
    return orders > 0 ? { kind: 'pendingOrders', orders } : { kind: 'begun' };
  }

  return async (shop) => {
    const answer = await decide(shop);
    await writer.transaction((transaction) =>
      audit.append(transaction, {
        at: now(),
        actor: actor(),
        action: answer.kind === 'begun' ? 'device:wiped' : 'device:wipeRefused',
        subject: 'device',
        details: { why: answer.kind },
      }),
    );
    if (answer.kind === 'begun') setImmediate(begin);
    return answer;
  };
}
