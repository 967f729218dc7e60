/** CAMARA One-Time-Password SMS: codes sent and checked, and what its errors mean. */
import Type from 'typebox';
import type { Language } from '../../../shared/domain/language';
import type { MarketPack } from '../../../shared/domain/market';
import type { SendCodeError, ValidateCodeError } from '../../../shared/domain/smsCode';

export const sentCodeSchema = Type.Object({
  authenticationId: Type.String({ minLength: 1, maxLength: 36 }),
});

/** `SendCodeBody`. */
export function codeToSend(msisdn: string, language: Language, market: MarketPack): unknown {
  return { phoneNumber: `+${msisdn}`, message: market.operatorNames.codeMessage[language] };
}

/** `ValidateCodeBody`. */
export function codeToValidate(authenticationId: string, code: string): unknown {
  return { authenticationId, code };
}

/** The longest code that the interface takes; a longer one is wrong without asking. */
export const longestCode = 10;

/** By the `code` of the error's body, else by the answer's status. */
export function sendCodeError(status: number, code: string | undefined): SendCodeError {
  return sendErrors.get(code ?? '') ?? errorByStatus(status);
}

export function validateCodeError(status: number, code: string | undefined): ValidateCodeError {
  return validateErrors.get(code ?? '') ?? (status === 404 ? 'CODE_EXPIRED' : errorByStatus(status));
}

const sendErrors = new Map<string, SendCodeError>([
  ['ONE_TIME_PASSWORD_SMS.MAX_OTP_CODES_EXCEEDED', 'TOO_MANY_CODES'],
  ['ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_NOT_ALLOWED', 'NUMBER_NOT_ALLOWED'],
  ['ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_BLOCKED', 'NUMBER_BLOCKED'],
  // The number is all of the question that is not the same for everybody.
  ['INVALID_ARGUMENT', 'NUMBER_NOT_ALLOWED'],
  ['OUT_OF_RANGE', 'NUMBER_NOT_ALLOWED'],
  ['PERMISSION_DENIED', 'SERVICE_REFUSED'],
  ['UNAUTHENTICATED', 'SERVICE_REFUSED'],
  ['NOT_FOUND', 'NUMBER_NOT_ALLOWED'],
  ['QUOTA_EXCEEDED', 'SERVICE_BUSY'],
  ['TOO_MANY_REQUESTS', 'SERVICE_BUSY'],
]);

const validateErrors = new Map<string, ValidateCodeError>([
  ['ONE_TIME_PASSWORD_SMS.INVALID_OTP', 'WRONG_CODE'],
  ['ONE_TIME_PASSWORD_SMS.VERIFICATION_FAILED', 'TOO_MANY_TRIES'],
  ['ONE_TIME_PASSWORD_SMS.VERIFICATION_EXPIRED', 'CODE_EXPIRED'],
  ['INVALID_ARGUMENT', 'WRONG_CODE'],
  ['OUT_OF_RANGE', 'WRONG_CODE'],
  ['PERMISSION_DENIED', 'SERVICE_REFUSED'],
  ['UNAUTHENTICATED', 'SERVICE_REFUSED'],
  ['NOT_FOUND', 'CODE_EXPIRED'],
  ['QUOTA_EXCEEDED', 'SERVICE_BUSY'],
  ['TOO_MANY_REQUESTS', 'SERVICE_BUSY'],
]);

function errorByStatus(status: number): 'SERVICE_BUSY' | 'SERVICE_REFUSED' {
  return status === 429 ? 'SERVICE_BUSY' : 'SERVICE_REFUSED';
}
