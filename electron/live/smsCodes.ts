/** Codes by SMS: what the operator's service answers, as what the customer can be told. */
import { Check } from 'typebox/value';
import type { Language } from '../../shared/domain/language';
import type { MarketPack } from '../../shared/domain/market';
import type { SentCode, ValidatedCode } from '../../shared/domain/smsCode';
import { problemIn } from './mapping/problem';
import {
  codeToSend,
  codeToValidate,
  longestCode,
  sendCodeError,
  sentCodeSchema,
  validateCodeError,
} from './mapping/smsCodes';
import type { NoReply, OperatorHttp, QuestionLimits } from './operatorHttp';

export async function sendCode(
  http: OperatorHttp,
  msisdn: string,
  language: Language,
  market: MarketPack,
  common: QuestionLimits,
): Promise<SentCode> {
  const body = codeToSend(msisdn, language, market);
  const reply = await http.ask({ ...common, to: 'smsCodes', resource: ['send-code'], body });
  if (reply.kind === 'noReply') return { ok: false, error: errorWithout(reply) };
  if (reply.status >= 400) {
    return { ok: false, error: sendCodeError(reply.status, problemIn(reply.body).code) };
  }
  return Check(sentCodeSchema, reply.body)
    ? { ok: true, authenticationId: reply.body.authenticationId }
    : { ok: false, error: 'SERVICE_UNREACHABLE' };
}

export async function validateCode(
  http: OperatorHttp,
  authenticationId: string,
  code: string,
  common: QuestionLimits,
): Promise<ValidatedCode> {
  if (code === '' || code.length > longestCode) return { ok: false, error: 'WRONG_CODE' };
  const body = codeToValidate(authenticationId, code);
  const reply = await http.ask({ ...common, to: 'smsCodes', resource: ['validate-code'], body });
  if (reply.kind === 'noReply') return { ok: false, error: errorWithout(reply) };
  if (reply.status >= 400) {
    return { ok: false, error: validateCodeError(reply.status, problemIn(reply.body).code) };
  }
  // The one answer that the interface has for a right code; a page of another server with status 200 opens nothing.
  return reply.status === 204 ? { ok: true } : { ok: false, error: 'SERVICE_UNREACHABLE' };
}

function errorWithout({ failure }: NoReply) {
  switch (failure) {
    case 'busy':
    case 'resting':
      return 'SERVICE_BUSY';
    case 'refused':
      return 'SERVICE_REFUSED';
    default:
      return 'SERVICE_UNREACHABLE';
  }
}
