/** Takes a customer from a kiosk to a counter by a code that carries number and screen: no network is needed. */
import {
  handoffBlock,
  handoffCodeOf,
  handoffLifeMinutes,
  readHandoffBlock,
  readHandoffCode,
  type HandoffScreen,
} from '../../shared/domain/handoffCode';
import type { Language } from '../../shared/domain/language';
import type { MarketPack } from '../../shared/domain/market';
import { nationalNumber, parseMsisdn } from '../../shared/domain/msisdn';
import type { Actor } from '../../shared/domain/order';
import { groupedCode } from '../../shared/domain/typedCode';
import type { HandoffMade, HandoffRefusal } from '../../shared/ipc/commands/handoff';
import { dateTimeText, timeOfDayText } from '../../shared/view/moment';
import type { CounterTicket } from '../../shared/view/receipt';
import type { CacheReader, CacheWriter } from '../db/connection';
import { findSubscriber } from '../db/subscribers';
import { deleteUsedHandoffs, insertUsedHandoff } from '../db/usedHandoffs';
import type { AuditedAct, AuditLog } from './audit';
import type { ShopKeys } from './shopKeys';
import { unlessUnavailable } from './unlessUnavailable';

type Unavailable = { readonly ok: false; readonly error: 'CACHE_UNAVAILABLE' };

export type HandoffTaken =
  | { readonly ok: true; readonly msisdn: string; readonly screen: HandoffScreen }
  | { readonly ok: false; readonly error: HandoffRefusal }
  | Unavailable;

export interface HandoffService {
  /** A code for the customer, who is open at the kiosk. */
  readonly make: (
    msisdn: string,
    screen: HandoffScreen,
    language: Language,
  ) => Promise<
    { readonly ok: true; readonly made: HandoffMade; readonly ticket: CounterTicket } | Unavailable
  >;
  /** Takes whoever bears it to the counter, and carries nothing. */
  readonly emptyTicket: (language: Language) => CounterTicket;
  /** Takes a code out of use and says where it leads. What is refused stays in use. */
  readonly take: (code: string, actor: Actor) => Promise<HandoffTaken>;
}

export interface HandoffServiceOptions {
  readonly keys: ShopKeys;
  readonly market: MarketPack;
  readonly shopName: string;
  readonly reader: CacheReader;
  readonly writer: CacheWriter;
  readonly audit: AuditLog;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  /** Whether kiosk and counter are one machine, so that its own key will do: in training. */
  readonly onOneMachine: boolean;
}

const minuteMs = 60_000;
/** A used code is remembered long after its time is over, so that a clock that is put right brings none back. */
const rememberedMs = 24 * 60 * minuteMs;
/** Who guesses is stopped early: so many refusals within the time close the door for the rest of it. */
const refusalsAllowed = 10;
const refusalsCountForMs = 5 * minuteMs;

export function createHandoffService({
  keys,
  market,
  shopName,
  reader,
  writer,
  audit,
  now,
  onOneMachine,
}: HandoffServiceOptions): HandoffService {
  const digits = market.numbers.groups.reduce((sum, length) => sum + length, 0);
  let refusedAt: readonly number[] = [];

  const log = (act: AuditedAct) => writer.transaction((transaction) => audit.append(transaction, act));

  async function make(msisdn: string, screen: HandoffScreen): Promise<HandoffMade> {
    if (keys.verifiedBy === 'thisMachine' && !onOneMachine) return { state: 'noSecret' };
    const at = now();
    const block = handoffBlock({
      nationalNumber: nationalNumber(msisdn, market) ?? '',
      screen,
      minute: Math.floor(at / minuteMs),
    });
    if (block === null) return { state: 'notCoded' };
    await log({
      at,
      actor: 'customer',
      action: 'handoff:made',
      subject: `subscriber:${msisdn}`,
      details: { screen },
    });
    return {
      state: 'made',
      code: groupedCode(handoffCodeOf(keys.scramble(block))),
      validSeconds: handoffLifeMinutes * 60,
      usableAt: keys.verifiedBy,
    };
  }

  /** Where a code leads, whether or not it was used. */
  async function read(typed: string, at: number) {
    const code = readHandoffCode(typed);
    if (!code.ok) return { ok: false, error: 'mistyped' } as const;
    const block = keys.unscramble(code.scrambled);
    const handoff = readHandoffBlock(block, Math.floor(at / minuteMs), digits);
    if (!handoff.ok) return handoff;
    const number = parseMsisdn(handoff.nationalNumber, market);
    if (!number.ok) return { ok: false, error: 'notOurs' } as const;
    // A counter that does not have the customer yet leaves the code to be used at another.
    const isKnown = (await findSubscriber(reader, number.msisdn)) !== null;
    return isKnown
      ? { ok: true as const, code: code.code, msisdn: number.msisdn, screen: handoff.screen }
      : ({ ok: false, error: 'notFound' } as const);
  }

  async function take(typed: string, actor: Actor): Promise<HandoffTaken> {
    const at = now();
    refusedAt = refusedAt.filter((refusal) => at - refusal < refusalsCountForMs);
    if (refusedAt.length >= refusalsAllowed) return { ok: false, error: 'tooMany' };
    const refuse = async (error: HandoffRefusal) => {
      // A slip of the finger is no guess.
      if (error !== 'mistyped') refusedAt = [...refusedAt, at];
      await log({ at, actor, action: 'handoff:refused', subject: 'code', details: { why: error } });
      return { ok: false, error } as const;
    };

    const found = await read(typed, at);
    if (!found.ok) return refuse(found.error);
    const { code, msisdn, screen } = found;
    const isFirst = await writer.transaction(async (transaction) => {
      await deleteUsedHandoffs(transaction, at - rememberedMs);
      if (!(await insertUsedHandoff(transaction, code, at))) return false;
      await audit.append(transaction, {
        at,
        actor,
        action: 'handoff:accepted',
        subject: `subscriber:${msisdn}`,
        details: { screen },
      });
      return true;
    });
    return isFirst ? { ok: true, msisdn, screen } : refuse('used');
  }

  function ticket(code: string | null, language: Language): CounterTicket {
    const at = now();
    return {
      kind: 'counter',
      language,
      shopName,
      madeAt: dateTimeText(at, market, language),
      code,
      until: code === null ? null : timeOfDayText(at + handoffLifeMinutes * minuteMs, market, language),
    };
  }

  return {
    make: (msisdn, screen, language) =>
      unlessUnavailable(async () => {
        const made = await make(msisdn, screen);
        return {
          ok: true as const,
          made,
          ticket: ticket(made.state === 'made' ? made.code : null, language),
        };
      }),
    emptyTicket: (language) => ticket(null, language),
    take: (typed, actor) => unlessUnavailable(() => take(typed, actor)),
  };
}
