import type { Language } from '../../shared/domain/language';
import type { Answer } from '../../shared/ipc/contract';
import type { IdentityService } from '../services/identity';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

export interface IdentitySubject {
  readonly identity: IdentityService;
  readonly session: CustomerSession;
  /** Whether a code could be sent at this moment. */
  readonly isSmsPossible: () => boolean;
  /** In training: the numbers that open without a secret. */
  readonly demoMsisdns: readonly string[];
}

/** A customer alone at the kiosk shows who they are, and is opened. */
export function identityHandlers({
  identity,
  session,
  isSmsPossible,
  demoMsisdns,
}: IdentitySubject): Pick<
  Handlers,
  'identity:ways' | 'identity:identify' | 'identity:sendCode' | 'identity:confirmCode' | 'identity:openDemo'
> {
  /**
   * Who has proven their number, and is not in this shop's cache, is told no more than others are. Who has left while
   * it was checked is not opened for whoever came.
   */
  async function open(
    msisdn: string,
    language: Language,
    closingsBefore: number,
  ): Promise<Answer<'identity:identify'>> {
    if (session.closings() !== closingsBefore) return { ok: false, error: 'NO_CUSTOMER_OPEN' };
    identity.forget();
    const opened = await session.openOwn(msisdn, language);
    if (opened.ok) return { ok: true, value: { kind: 'opened', view: opened.value } };
    if (opened.error === 'NOT_FOUND') return { ok: true, value: { kind: 'refused', retryAfterSeconds: 0 } };
    return opened;
  }

  return {
    'identity:ways': () => ({ ok: true, value: { sms: isSmsPossible() } }),
    async 'identity:identify'({ query, pin, language }) {
      const closingsBefore = session.closings();
      const proof = await identity.checkPin(query, pin);
      switch (proof.kind) {
        case 'BAD_MSISDN':
          return { ok: false, error: proof.kind };
        case 'proven':
          return open(proof.msisdn, language, closingsBefore);
        default:
          return { ok: true, value: proof };
      }
    },
    async 'identity:sendCode'({ query, language }) {
      if (!isSmsPossible()) return { ok: true, value: { kind: 'unavailable' } };
      const sent = await identity.sendCode(query, language);
      return sent.kind === 'BAD_MSISDN' ? { ok: false, error: sent.kind } : { ok: true, value: sent };
    },
    async 'identity:confirmCode'({ code, language }) {
      const closingsBefore = session.closings();
      const proof = await identity.confirmCode(code);
      return proof.kind === 'proven'
        ? open(proof.msisdn, language, closingsBefore)
        : { ok: true, value: proof };
    },
    'identity:openDemo': ({ msisdn, language }) =>
      demoMsisdns.includes(msisdn) ? session.openOwn(msisdn, language) : { ok: false, error: 'NOT_ALLOWED' },
  };
}
