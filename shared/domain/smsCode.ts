/** The code that a customer gets by SMS to prove that the number is theirs, as the operator's service sends and checks it. */

export type SendCodeError =
  /** Too many codes were asked for this number. */
  | 'TOO_MANY_CODES'
  /** This number cannot get codes, or must not. */
  | 'NUMBER_NOT_ALLOWED'
  | 'NUMBER_BLOCKED'
  | SmsServiceError;

export type ValidateCodeError =
  | 'WRONG_CODE'
  /** This code is dead: it was guessed too often. */
  | 'TOO_MANY_TRIES'
  /** This code is dead: it is too old, or another was sent. */
  | 'CODE_EXPIRED'
  | SmsServiceError;

type SmsServiceError =
  /** Too many requests at this moment, from whomever. */
  | 'SERVICE_BUSY'
  /** No answer, or none that can be read. */
  | 'SERVICE_UNREACHABLE'
  /** The service does not accept the shop's credentials, or what was asked. */
  | 'SERVICE_REFUSED';

export type SentCode =
  /** `authenticationId` goes with the code when it is validated. */
  | { readonly ok: true; readonly authenticationId: string }
  | { readonly ok: false; readonly error: SendCodeError };

export type ValidatedCode = { readonly ok: true } | { readonly ok: false; readonly error: ValidateCodeError };
