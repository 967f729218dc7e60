/** CAMARA One-Time-Password SMS. */
import Type from 'typebox';
import { Check } from 'typebox/value';
import { jsonOf } from '../../../../shared/domain/json';
import { jsonReply, type Api, type Reply, type RoutedRequest, type Route } from '../router';
import type { Directory } from './directory';
import type { SmsCodes } from './smsCodes';
import { livePath } from './tmf';

const api: Api = {
  name: 'smsCodes',
  error: (status, message, headers) => camaraError(status, statusCodes[status] ?? 'ERROR', message, headers),
};

const statusCodes: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'INVALID_ARGUMENT',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

function camaraError(
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Reply {
  return jsonReply(status, { status, code, message }, headers);
}

const path = `${livePath}/one-time-password-sms/vwip`;
const strict = { additionalProperties: false };

const sendSchema = Type.Object(
  {
    phoneNumber: Type.String({ pattern: '^\\+[1-9][0-9]{4,14}$' }),
    message: Type.String({ pattern: '\\{\\{code\\}\\}', maxLength: 160 }),
  },
  strict,
);

const validateSchema = Type.Object(
  { authenticationId: Type.String({ maxLength: 36 }), code: Type.String({ maxLength: 10 }) },
  strict,
);

export function smsCodeRoutes(codes: SmsCodes, directory: Directory): readonly Route[] {
  return [
    {
      api,
      method: 'POST',
      path: `${path}/send-code`,
      answer: withCorrelator(({ body }) => {
        const asked = jsonOf(body);
        if (!Check(sendSchema, asked)) return invalidArgument();
        const msisdn = asked.phoneNumber.slice(1);
        const line = directory.line(msisdn);
        if (line === null) {
          return forbidden('PHONE_NUMBER_NOT_ALLOWED', 'This phone number cannot receive an SMS.');
        }
        if (line.status === 'deactivated') {
          return forbidden('PHONE_NUMBER_BLOCKED', 'This phone number is blocked.');
        }
        const sent = codes.send(msisdn, asked.message);
        return sent.ok
          ? jsonReply(200, { authenticationId: sent.authenticationId })
          : forbidden(sent.error, 'Too many codes have been requested for this number. Try later.');
      }),
    },
    {
      api,
      method: 'POST',
      path: `${path}/validate-code`,
      answer: withCorrelator(({ body }) => {
        const asked = jsonOf(body);
        if (!Check(validateSchema, asked)) return invalidArgument();
        const check = codes.validate(asked.authenticationId, asked.code);
        if (check === 'valid') return { status: 204, body: [] };
        return check === 'unknown'
          ? camaraError(404, 'NOT_FOUND', 'There is no such authenticationId.')
          : camaraError(400, `ONE_TIME_PASSWORD_SMS.${check}`, checkMessages[check]);
      }),
    },
  ];
}

const checkMessages = {
  INVALID_OTP: 'The code is not valid for this authenticationId.',
  VERIFICATION_FAILED: 'The code was tried too often.',
  VERIFICATION_EXPIRED: 'The authenticationId is no longer valid.',
} as const;

function invalidArgument(): Reply {
  return camaraError(400, 'INVALID_ARGUMENT', 'The request is not as described.');
}

function forbidden(error: string, message: string): Reply {
  return camaraError(403, `ONE_TIME_PASSWORD_SMS.${error}`, message);
}

/** The asking side's name for the exchange goes back with the answer. */
function withCorrelator(answer: (request: RoutedRequest) => Reply): Route['answer'] {
  return (request) => {
    const reply = answer(request);
    const correlator = request.headers['x-correlator'];
    return typeof correlator === 'string'
      ? { ...reply, headers: { ...reply.headers, 'x-correlator': correlator } }
      : reply;
  };
}
