/** Finds the lines of a customer by the operator's id for them; who asked is in the log. */
import { isRestricted } from '../../shared/domain/customerStatus';
import type { MarketPack } from '../../shared/domain/market';
import { formatMsisdn } from '../../shared/domain/msisdn';
import type { Actor } from '../../shared/domain/order';
import type { FoundLine } from '../../shared/ipc/commands/customerLines';
import type { CacheReader, CacheWriter } from '../db/connection';
import { findByCustomerId } from '../db/subscribers';
import type { AuditLog } from './audit';
import { unlessUnavailable } from './unlessUnavailable';

export type CustomerLinesAnswer =
  | { readonly ok: true; readonly value: readonly FoundLine[] }
  | { readonly ok: false; readonly error: 'CACHE_UNAVAILABLE' };

export interface CustomerLines {
  readonly find: (customerId: string, by: Actor) => Promise<CustomerLinesAnswer>;
}

export interface CustomerLinesOptions {
  readonly reader: CacheReader;
  /** Of a connection that outlives a power cut. */
  readonly writer: CacheWriter;
  readonly audit: AuditLog;
  readonly market: MarketPack;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
}

/** More lines than one customer has in a shop; a company's are looked up by number. */
const mostLines = 50;

export function createCustomerLines(options: CustomerLinesOptions): CustomerLines {
  const { reader, writer, audit, market, now } = options;
  return {
    find: (customerId, by) =>
      unlessUnavailable(async () => {
        const found = (await findByCustomerId(reader, customerId)).slice(0, mostLines);
        // An id that nobody has looks nobody up.
        if (found.length > 0) {
          await writer.transaction((transaction) =>
            audit.append(transaction, {
              at: now(),
              actor: by,
              action: 'customer:linesLookedUp',
              subject: `customer:${found[0]?.customer?.id ?? customerId}`,
              details: { entries: found.length },
            }),
          );
        }
        return {
          ok: true as const,
          value: found.map(({ msisdn, status, profile }) => ({
            text: formatMsisdn(msisdn, market),
            status,
            plan: isRestricted(status) ? null : (profile?.plan ?? profile?.offer ?? null),
          })),
        };
      }),
  };
}
