/** Who looked up whom, and why; and that nobody at the counter leafs through the customers. */
import type { MarketPack } from '../../shared/domain/market';
import { maskMsisdn, parseMsisdn } from '../../shared/domain/msisdn';
import type { LookupReason } from '../../shared/ipc/commands/customer';
import type { CacheWriter } from '../db/connection';
import type { AuditLog } from './audit';

export interface Lookups {
  /** Resolves when the login may look up one more: at once, unless it has looked up very many. */
  readonly admit: (login: string) => Promise<void>;
  /** Throws {@link StorageFailure}; what is not a number looks nobody up and is not recorded. */
  readonly record: (login: string, query: string, reason: LookupReason) => Promise<void>;
  /** At the kiosk: who has identified themselves goes from one of their lines to another; E.164 digits. */
  readonly recordSwitch: (owner: string, msisdn: string) => Promise<void>;
}

export interface LookupsOptions {
  /** Of a connection that outlives a power cut. */
  readonly writer: CacheWriter;
  readonly audit: AuditLog;
  readonly market: MarketPack;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds since some start: only goes forward. */
  readonly elapsed?: () => number;
  readonly wait?: (ms: number) => Promise<void>;
  /** Before each wait, for whoever is made to wait. */
  readonly onSlowed?: (ms: number) => void;
}

/** As the log has it. */
export const lookupsFlagged = 'customer:lookupsFlagged';

/** More in a minute are slowed and flagged. */
const usualLookupsInAMinute = 20;
const minuteMs = 60_000;
/** For each one beyond. */
const slowedStepMs = 2_000;
const slowestMs = 10_000;

export function createLookups({
  writer,
  audit,
  market,
  now,
  elapsed = () => performance.now(),
  wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  onSlowed = () => undefined,
}: LookupsOptions): Lookups {
  /** By login, the oldest first. */
  const lately = new Map<string, readonly number[]>();
  const flagged = new Set<string>();

  function count(login: string): number {
    const since = elapsed() - minuteMs;
    const times = [...(lately.get(login) ?? []).filter((at) => at > since), elapsed()];
    lately.set(login, times);
    return times.length;
  }

  return {
    async admit(login) {
      const beyond = count(login) - usualLookupsInAMinute;
      if (beyond <= 0) {
        flagged.delete(login);
        return;
      }
      if (!flagged.has(login)) {
        flagged.add(login);
        await writer.transaction((transaction) =>
          audit.append(transaction, {
            at: now(),
            actor: `staff:${login}`,
            action: lookupsFlagged,
            subject: `staff:${login}`,
            details: { inAMinute: usualLookupsInAMinute + beyond },
          }),
        );
      }
      const ms = Math.min(beyond * slowedStepMs, slowestMs);
      onSlowed(ms);
      await wait(ms);
    },

    async record(login, query, reason) {
      const parsed = parseMsisdn(query, market);
      if (!parsed.ok) return;
      await writer.transaction((transaction) =>
        audit.append(transaction, {
          at: now(),
          actor: `staff:${login}`,
          action: 'customer:lookedUp',
          subject: `subscriber:${parsed.msisdn}`,
          details: { reason },
        }),
      );
    },

    recordSwitch: (owner, msisdn) =>
      writer.transaction((transaction) =>
        audit.append(transaction, {
          at: now(),
          actor: 'customer',
          action: 'customer:lineSwitched',
          subject: `subscriber:${msisdn}`,
          details: { from: maskMsisdn(owner) },
        }),
      ),
  };
}
