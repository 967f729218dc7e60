/** The codes that prove that a number is a customer's: sent, tried, used up. */
import { randomInt, randomUUID } from 'node:crypto';

export interface SmsCodes {
  /** Sends a new code; the one before it is dead. */
  readonly send: (msisdn: string, message: string) => SentSms;
  readonly validate: (authenticationId: string, code: string) => CodeCheck;
  /** `null`: none was sent. */
  readonly lastCode: (msisdn: string) => string | null;
}

export type SentSms =
  | { readonly ok: true; readonly authenticationId: string }
  | { readonly ok: false; readonly error: 'MAX_OTP_CODES_EXCEEDED' };

export type CodeCheck =
  | 'valid'
  | 'unknown'
  /** Not the code; it may be tried again. */
  | 'INVALID_OTP'
  /** Tried too often. */
  | 'VERIFICATION_FAILED'
  /** Too old, used, or another was sent. */
  | 'VERIFICATION_EXPIRED';

const lifeMs = 10 * 60_000;
const mostTries = 5;
/** To one number within the life of a code. */
const mostCodes = 5;

interface Sent {
  readonly msisdn: string;
  readonly code: string;
  readonly sentAtMs: number;
  triesLeft: number;
  used: boolean;
}

interface SmsCodesOptions {
  readonly now: () => number;
  readonly onSms: (msisdn: string, text: string) => void;
}

export function createSmsCodes({ now, onSms }: SmsCodesOptions): SmsCodes {
  const sent = new Map<string, Sent>();
  /** By number, the latest last; only those within the life of a code, but always the latest. */
  const latest = new Map<string, readonly Sent[]>();
  const lastTo = (msisdn: string): Sent | null => latest.get(msisdn)?.at(-1) ?? null;
  const isOld = ({ sentAtMs }: Sent): boolean => now() - sentAtMs >= lifeMs;
  return {
    send: (msisdn, message) => {
      const recent = (latest.get(msisdn) ?? []).filter((code) => !isOld(code));
      if (recent.length >= mostCodes) return { ok: false, error: 'MAX_OTP_CODES_EXCEEDED' };
      const authenticationId = randomUUID();
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const entry: Sent = { msisdn, code, sentAtMs: now(), triesLeft: mostTries, used: false };
      sent.set(authenticationId, entry);
      latest.set(msisdn, [...recent, entry]);
      onSms(msisdn, message.replace('{{code}}', code));
      return { ok: true, authenticationId };
    },
    validate: (authenticationId, code) => {
      const entry = sent.get(authenticationId);
      if (entry === undefined) return 'unknown';
      if (entry.used || isOld(entry) || lastTo(entry.msisdn) !== entry) return 'VERIFICATION_EXPIRED';
      if (entry.triesLeft === 0) return 'VERIFICATION_FAILED';
      if (entry.code === code) {
        entry.used = true;
        return 'valid';
      }
      entry.triesLeft -= 1;
      return entry.triesLeft === 0 ? 'VERIFICATION_FAILED' : 'INVALID_OTP';
    },
    lastCode: (msisdn) => lastTo(msisdn)?.code ?? null,
  };
}
