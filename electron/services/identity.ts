/**
 * How customers show who they are: with their PIN, which works offline, or with a code by SMS. A number that nobody
 * has is answered as one whose PIN is wrong, in words, in time and in what is stored.
 */
import { randomUUID } from 'node:crypto';
import type { Language } from '../../shared/domain/language';
import type { MarketPack } from '../../shared/domain/market';
import { parseMsisdn } from '../../shared/domain/msisdn';
import type { Actor } from '../../shared/domain/order';
import type { SendCodeError, SentCode, ValidateCodeError, ValidatedCode } from '../../shared/domain/smsCode';
import type { AuditAction, AuditDetails } from '../../shared/ipc/auditWords';
import type { SentCodeAnswer } from '../../shared/ipc/commands/identity';
import type { CacheReader, CacheWriter } from '../db/connection';
import { findSubscriber } from '../db/subscribers';
import type { AuditLog } from './audit';
import { matchesVerifier } from './scryptVerifier';
import type { Throttle, TryOutcome, TryVerdict } from './throttle';

/** The operator's codes by SMS. */
export interface SmsCodeDesk {
  readonly sendCode: (msisdn: string, language: Language, signal: AbortSignal) => Promise<SentCode>;
  readonly validateCode: (
    authenticationId: string,
    code: string,
    signal: AbortSignal,
  ) => Promise<ValidatedCode>;
}

export type Proof =
  /** @property msisdn E.164 digits */
  { readonly kind: 'proven'; readonly msisdn: string } | Refusal;

/** Zero: it may be tried again at once. */
export interface Refusal {
  readonly kind: 'refused' | 'throttled';
  readonly retryAfterSeconds: number;
}

export type CodeProof =
  | Proof
  /** No code that was sent can be confirmed any more: it is too old, used, or was guessed too often. */
  | { readonly kind: 'codeDead' }
  /** The operator could not be asked; it may be tried again. */
  | { readonly kind: 'unavailable' };

type BadMsisdn = { readonly kind: 'BAD_MSISDN' };

export interface IdentityService {
  readonly checkPin: (query: string, pin: string) => Promise<Proof | BadMsisdn>;
  /** The customer who is open at the counter, by their PIN. @param msisdn E.164 digits */
  readonly confirmPresence: (msisdn: string, pin: string, by: Actor) => Promise<Proof>;
  /** The one sent before it is dead. */
  readonly sendCode: (query: string, language: Language) => Promise<SentCodeAnswer | BadMsisdn>;
  readonly confirmCode: (code: string) => Promise<CodeProof>;
  /** The visit is over: a code that was sent is dead. */
  readonly forget: () => void;
}

export interface IdentityServiceOptions {
  readonly reader: CacheReader;
  /** Of a connection that outlives a power cut. */
  readonly writer: CacheWriter;
  readonly throttle: Throttle;
  readonly audit: AuditLog;
  readonly market: MarketPack;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  /** `null` where there are no operator's systems. */
  readonly smsCodes: SmsCodeDesk | null;
  /** Milliseconds since some start: only goes forward. */
  readonly elapsed?: () => number;
}

const codeLifeMs = 10 * 60_000;
const mostCodeTries = 5;
const resendAfterMs = 30_000;
/** Codes to one number, and from one device, within the life of a code. */
const mostCodesToNumber = 4;
const mostCodesFromDevice = 15;

interface SentChallenge {
  readonly msisdn: string;
  /** Made up where the operator sent none. */
  readonly authenticationId: string;
  /** The operator has sent it. */
  readonly isReal: boolean;
  readonly sentAt: number;
  readonly calledOff: AbortSignal;
  triesLeft: number;
}

const identifications = {
  right: 'customer:identified',
  wrong: 'customer:refused',
  throttled: 'customer:throttled',
} as const satisfies Partial<Record<TryOutcome['kind'], AuditAction>>;

export function createIdentityService({
  reader,
  writer,
  throttle,
  audit,
  market,
  now,
  smsCodes,
  elapsed = () => performance.now(),
}: IdentityServiceOptions): IdentityService {
  let challenge: SentChallenge | null = null;
  /** Of whoever is here now: what is still asked for or checked for them when they leave is for nobody. */
  let visit = new AbortController();
  /** The oldest first. */
  let codesSent: readonly { readonly msisdn: string; readonly at: number }[] = [];

  const attempt = (
    msisdn: string,
    look: () => Promise<TryVerdict>,
    { way, by }: { readonly way: NonNullable<AuditDetails['way']>; readonly by: Actor },
  ): Promise<TryOutcome> =>
    throttle.attempt({ kind: 'customer', id: msisdn }, look, (transaction, { kind }) =>
      kind === 'undecided'
        ? Promise.resolve()
        : audit.append(transaction, {
            at: now(),
            actor: by,
            action: identifications[kind],
            subject: `subscriber:${msisdn}`,
            details: { way },
          }),
    );

  async function checkPinOf(
    msisdn: string,
    pin: string,
    who: { readonly way: 'pin' | 'pinAtCounter'; readonly by: Actor },
  ): Promise<Proof> {
    const outcome = await attempt(
      msisdn,
      async () => {
        const document = await findSubscriber(reader, msisdn);
        return (await matchesVerifier(pin, document?.pin ?? null)) ? 'right' : 'wrong';
      },
      who,
    );
    return proofOf(msisdn, outcome);
  }

  /** Zero: one may be sent now. */
  function waitBeforeCodeMs(msisdn: string): number {
    codesSent = codesSent.filter(({ at }) => elapsed() - at < codeLifeMs);
    const toNumber = codesSent.filter((sent) => sent.msisdn === msisdn);
    const until = (at: number | undefined, ms: number): number =>
      at === undefined ? 0 : at + ms - elapsed();
    return Math.max(
      0,
      until(toNumber.at(-1)?.at, resendAfterMs),
      until(toNumber.at(-mostCodesToNumber)?.at, codeLifeMs),
      until(codesSent.at(-mostCodesFromDevice)?.at, codeLifeMs),
    );
  }

  function forget(): void {
    visit.abort();
    visit = new AbortController();
    challenge = null;
  }

  return {
    async checkPin(query, pin) {
      const parsed = parseMsisdn(query, market);
      if (!parsed.ok) return { kind: 'BAD_MSISDN' };
      return checkPinOf(parsed.msisdn, pin, { way: 'pin', by: 'customer' });
    },

    confirmPresence: (msisdn, pin, by) => checkPinOf(msisdn, pin, { way: 'pinAtCounter', by }),

    async sendCode(query, language) {
      const parsed = parseMsisdn(query, market);
      if (!parsed.ok) return { kind: 'BAD_MSISDN' };
      const { msisdn } = parsed;
      if (smsCodes === null) return { kind: 'unavailable' };
      const waitMs = waitBeforeCodeMs(msisdn);
      if (waitMs > 0) return { kind: 'throttled', retryAfterSeconds: Math.ceil(waitMs / 1_000) };
      const entry = { msisdn, at: elapsed() };
      codesSent = [...codesSent, entry];
      forget();
      const calledOff = visit.signal;
      const sent = await smsCodes.sendCode(msisdn, language, calledOff);
      // One that is called off may have been sent all the same: it counts, and is written down.
      if (!sent.ok && isAboutService(sent.error) && !calledOff.aborted) {
        codesSent = codesSent.filter((other) => other !== entry);
        return { kind: 'unavailable' };
      }
      await writer.transaction((transaction) =>
        audit.append(transaction, {
          at: now(),
          actor: 'customer',
          action: 'customer:codeAskedFor',
          subject: `subscriber:${msisdn}`,
          details: {},
        }),
      );
      if (calledOff.aborted) return { kind: 'unavailable' };
      challenge = {
        msisdn,
        // Whether a number gets codes is not told: its code is asked for, and refused, all the same.
        authenticationId: sent.ok ? sent.authenticationId : randomUUID(),
        isReal: sent.ok,
        sentAt: elapsed(),
        calledOff,
        triesLeft: mostCodeTries,
      };
      return {
        kind: 'sent',
        resendAfterSeconds: Math.ceil(waitBeforeCodeMs(msisdn) / 1_000),
        validForSeconds: codeLifeMs / 1_000,
      };
    },

    async confirmCode(code) {
      const sent = challenge;
      if (sent === null || smsCodes === null) return { kind: 'codeDead' };
      if (elapsed() - sent.sentAt >= codeLifeMs || sent.triesLeft === 0) {
        forget();
        return { kind: 'codeDead' };
      }
      sent.triesLeft -= 1;
      let isDead = sent.triesLeft === 0;
      const outcome = await attempt(
        sent.msisdn,
        async () => {
          const checked = await smsCodes.validateCode(sent.authenticationId, code, sent.calledOff);
          if (checked.ok) return 'right';
          if (isAboutService(checked.error)) return 'undecided';
          // Of a code that was never sent the operator knows nothing; the visitor is told what others are.
          if (checked.error !== 'WRONG_CODE' && sent.isReal) isDead = true;
          return 'wrong';
        },
        { way: 'sms', by: 'customer' },
      );
      switch (outcome.kind) {
        case 'right':
          if (sent.calledOff.aborted) return { kind: 'codeDead' };
          forget();
          return { kind: 'proven', msisdn: sent.msisdn };
        case 'undecided':
          sent.triesLeft += 1;
          return { kind: 'unavailable' };
        case 'throttled':
          sent.triesLeft += 1;
          return proofOf(sent.msisdn, outcome);
        case 'wrong':
          if (!isDead) return proofOf(sent.msisdn, outcome);
          if (!sent.calledOff.aborted) forget();
          return { kind: 'codeDead' };
      }
    },

    forget,
  };
}

function proofOf(msisdn: string, { kind, retryAfterSeconds }: TryOutcome): Proof {
  if (kind === 'right') return { kind: 'proven', msisdn };
  return { kind: kind === 'throttled' ? 'throttled' : 'refused', retryAfterSeconds };
}

/** Whether it says something of the operator's service, and nothing of the number. */
function isAboutService(error: SendCodeError | ValidateCodeError): boolean {
  return error === 'SERVICE_BUSY' || error === 'SERVICE_UNREACHABLE' || error === 'SERVICE_REFUSED';
}
