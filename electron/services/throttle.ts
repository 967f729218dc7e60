/**
 * Guards secrets against guessing. A try is counted as a failure, for its subject and for the device, and stored so
 * that it outlives a power cut, before it is known whether it is right; only then is it looked at, and a right one is
 * taken back. One try at a time, so that trying in parallel gains nothing.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import {
  afterRunning,
  longestWaitAt,
  longestWaitMs,
  noTries,
  withFailure,
  type Tries,
} from '../../shared/domain/tries';
import type { CacheReader, CacheWriter, Transaction } from '../db/connection';
import { readTries, writeTries, type StoredTries } from '../db/tries';
import { createTurns } from './inTurn';
import type { TriesMarker } from './triesMarker';

/** What is tried: the password of a member of staff, or what proves that a customer is who they say. */
export type TryKind = 'staff' | 'customer';

export interface TrySubject {
  readonly kind: TryKind;
  /** A login, or E.164 digits. */
  readonly id: string;
}

/** `undecided`: nothing was learnt, as when nobody answered; it does not count. */
export type TryVerdict = 'right' | 'wrong' | 'undecided';

export type TryOutcome =
  | { readonly kind: TryVerdict; readonly retryAfterSeconds: number }
  /** Nobody looked at it. */
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number };

export interface Throttle {
  /**
   * @param look tells whether the secret is right; called once at most
   * @param record writes what came of it, in the transaction that stores it
   *
   * Throws {@link StorageFailure} when nothing can be stored; then the try was not looked at, or its outcome stays
   * untold and it counts as a failure.
   */
  readonly attempt: (
    subject: TrySubject,
    look: () => Promise<TryVerdict>,
    record: (transaction: Transaction, outcome: TryOutcome) => Promise<void>,
  ) => Promise<TryOutcome>;
  /** Stores how far the waits have come. Throws {@link StorageFailure}. */
  readonly save: () => Promise<void>;
}

export interface ThrottleOptions {
  readonly reader: CacheReader;
  /** Of a connection that outlives a power cut. */
  readonly writer: CacheWriter;
  /** `null` where the cache is thrown away with the program. */
  readonly marker: TriesMarker | null;
  /** The database's key; what is stored says of whom only under it. */
  readonly keyHex: string;
  /** Milliseconds since some start: only goes forward. */
  readonly elapsed?: () => number;
}

/** A device is used by many, who mistype independently of each other. */
const forgetOfDeviceAfterMs = 5 * 60_000;
const forgetOfSubjectAfterMs = 12 * 3_600_000;

const deviceOf = (kind: TryKind): string => `device:${kind}`;
const devices: readonly string[] = (['staff', 'customer'] as const).map(deviceOf);

/** Throws {@link StorageFailure}. */
export async function openThrottle({
  reader,
  writer,
  marker,
  keyHex,
  elapsed = () => performance.now(),
}: ThrottleOptions): Promise<Throttle> {
  const subjectKey = Buffer.from(
    hkdfSync('sha256', Buffer.from(keyHex, 'hex'), '', 'comptoir tries subject 1', 32),
  );
  const keyOf = ({ kind, id }: TrySubject): string =>
    createHmac('sha256', subjectKey).update(`${kind} ${id}`).digest('base64url');

  const found = await latestOf(await readTries(reader), marker);
  let change = found.change;
  let tries = found.bySubject;
  let ranUntil = elapsed();
  /** Whose wait was told of already. */
  const toldWaits = new Set<string>();
  const inTurn = createTurns();

  const of = (subject: string): Tries => tries.get(subject) ?? noTries;

  /** Brings waits and forgetting to this moment. */
  function letRun(): void {
    const now = elapsed();
    const ms = now - ranUntil;
    ranUntil = now;
    tries = new Map(
      [...tries]
        .map(([subject, before]): [string, Tries] => {
          const forgetAfterMs = devices.includes(subject) ? forgetOfDeviceAfterMs : forgetOfSubjectAfterMs;
          return [subject, afterRunning(before, ms, forgetAfterMs)];
        })
        .filter(([, { failures, waitMs }]) => failures > 0 || waitMs > 0),
    );
  }

  async function store(
    next: ReadonlyMap<string, Tries>,
    record: (transaction: Transaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const stored = { change: change + 1, bySubject: next };
    await writer.transaction(async (transaction) => {
      await writeTries(transaction, stored);
      await record(transaction);
    });
    change = stored.change;
    tries = next;
    await marker?.write(stored);
  }

  const waitSeconds = (subject: string, device: string): number =>
    Math.ceil(Math.max(of(subject).waitMs, of(device).waitMs) / 1_000);

  return {
    attempt: ({ kind, id }, look, record) =>
      inTurn(async () => {
        letRun();
        const subject = keyOf({ kind, id });
        const device = deviceOf(kind);
        const wait = waitSeconds(subject, device);
        if (wait > 0) {
          const outcome = { kind: 'throttled', retryAfterSeconds: wait } as const;
          if (!toldWaits.has(subject))
            await writer.transaction((transaction) => record(transaction, outcome));
          toldWaits.add(subject);
          return outcome;
        }
        toldWaits.delete(subject);

        const before = { subject: of(subject), device: of(device) };
        const counted = new Map(tries)
          .set(subject, withFailure(before.subject))
          .set(device, withFailure(before.device));
        await store(counted);

        const verdict = await look();
        letRun();
        if (verdict === 'wrong') {
          const outcome = { kind: verdict, retryAfterSeconds: waitSeconds(subject, device) };
          await writer.transaction((transaction) => record(transaction, outcome));
          return outcome;
        }
        const outcome = { kind: verdict, retryAfterSeconds: 0 };
        const takenBack = new Map(tries).set(device, before.device);
        if (verdict === 'right') takenBack.delete(subject);
        else takenBack.set(subject, before.subject);
        await store(takenBack, (transaction) => record(transaction, outcome));
        return outcome;
      }),

    save: () =>
      inTurn(async () => {
        if (tries.size === 0) return;
        letRun();
        await store(tries);
      }),
  };
}

/** What was counted last, of the database and the marker; they differ when one of them was put back. */
async function latestOf(stored: StoredTries, marker: TriesMarker | null): Promise<StoredTries> {
  if (marker === null) return stored;
  const marked = await marker.read();
  if (marked === 'missing') {
    return stored.change === 0 ? stored : { ...stored, bySubject: withLongestWait(stored.bySubject) };
  }
  return marked.change > stored.change ? marked : stored;
}

/** Whoever takes the marker away to bring tries back waits as long as one who has used them up. */
function withLongestWait(bySubject: ReadonlyMap<string, Tries>): ReadonlyMap<string, Tries> {
  return new Map([
    ...bySubject,
    ...devices.map((device): [string, Tries] => [
      device,
      { failures: longestWaitAt, waitMs: longestWaitMs, quietMs: 0 },
    ]),
  ]);
}
