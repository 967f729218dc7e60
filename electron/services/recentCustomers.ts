/** Whom the member of staff at the counter has opened since they signed in: in memory alone, gone with their session. */
import type { MarketPack } from '../../shared/domain/market';
import { formatMaskedMsisdn } from '../../shared/domain/msisdn';
import type { LookupReason, RecentCustomersAnswer } from '../../shared/ipc/commands/customer';

export interface RecentCustomers {
  /** @param msisdn E.164 digits of whom was opened just now */
  readonly note: (msisdn: string, reason: LookupReason) => void;
  /** What the page may know: no whole number. */
  readonly list: () => RecentCustomersAnswer;
  /** The line behind a handle, which is opened again; `null`: not in this session. */
  readonly take: (handle: number) => string | null;
  /** The counter is being locked. @param msisdn who is open */
  readonly interrupt: (msisdn: string | null) => void;
  /** The session is over. */
  readonly forget: () => void;
}

interface Entry {
  readonly handle: number;
  readonly msisdn: string;
  readonly reason: LookupReason;
  /** Epoch milliseconds. */
  readonly at: number;
}

const mostKept = 8;

/** @param now the trusted clock */
export function createRecentCustomers(market: MarketPack, now: () => number): RecentCustomers {
  /** The latest first. */
  let entries: readonly Entry[] = [];
  // Never given twice: a handle of an earlier session leads to nobody.
  let lastHandle = 0;
  let interrupted: number | null = null;

  const handleOf = (msisdn: string): number | undefined =>
    entries.find((entry) => entry.msisdn === msisdn)?.handle;

  return {
    note(msisdn, reason) {
      const handle = handleOf(msisdn) ?? ++lastHandle;
      const others = entries.filter((entry) => entry.handle !== handle);
      entries = [{ handle, msisdn, reason, at: now() }, ...others].slice(0, mostKept);
      interrupted = null;
    },
    list: () => ({
      customers: entries.map(({ handle, msisdn, reason, at }) => ({
        handle,
        numberMasked: formatMaskedMsisdn(msisdn, market),
        reason,
        at: new Date(at).toISOString(),
      })),
      interrupted,
    }),
    take(handle) {
      interrupted = null;
      return entries.find((entry) => entry.handle === handle)?.msisdn ?? null;
    },
    interrupt(msisdn) {
      // Locked once more while locked: who was open at first is the one.
      if (msisdn !== null) interrupted = handleOf(msisdn) ?? null;
    },
    forget() {
      entries = [];
      interrupted = null;
    },
  };
}
