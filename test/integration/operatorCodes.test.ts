import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import type { Upstream } from '../../electron/services/training/upstream';
import { paths, read, send, startOperator, type LiveAnswer } from '../helpers/operatorCalls';

const customer = '2250700000001';
const sentAnswer = Type.Object({ authenticationId: Type.String({ maxLength: 36 }) });
const errorAnswer = Type.Object({ status: Type.Integer(), code: Type.String(), message: Type.String() });

const message = 'Votre code : {{code}}';

async function sendCode(upstream: Upstream, msisdn = customer): Promise<string> {
  const answer = await send(upstream, paths.sendCode, { phoneNumber: `+${msisdn}`, message });
  return read(sentAnswer, answer).authenticationId;
}

function validate(upstream: Upstream, authenticationId: string, code: string): Promise<LiveAnswer> {
  return send(upstream, paths.validateCode, { authenticationId, code });
}

async function refusal(answer: Promise<LiveAnswer>): Promise<string> {
  const awaited = await answer;
  const { status, code } = read(errorAnswer, awaited);
  expect(status).toBe(awaited.status);
  return `${status} ${code.replace('ONE_TIME_PASSWORD_SMS.', '')}`;
}

/** Never the right one. */
function wrong(code: string | null): string {
  return code === '000000' ? '111111' : '000000';
}

describe('a code by SMS', () => {
  it('has six digits in the message that was asked for, and is good once', async () => {
    const texts: string[] = [];
    const { upstream } = await startOperator({ onSms: (to, text) => texts.push(`${to} ${text}`) });
    expect(upstream.lastCode(customer)).toBeNull();
    const id = await sendCode(upstream);
    const code = upstream.lastCode(customer) ?? '';
    expect(code).toMatch(/^\d{6}$/);
    expect(texts).toEqual([`${customer} Votre code : ${code}`]);
    expect(await validate(upstream, id, code)).toMatchObject({ status: 204, body: null });
    expect(await refusal(validate(upstream, id, code))).toBe('400 VERIFICATION_EXPIRED');
  });

  it('may be mistyped four times; the fifth time it is dead, even if typed right', async () => {
    const { upstream } = await startOperator();
    const id = await sendCode(upstream);
    const code = upstream.lastCode(customer) ?? '';
    const outcomes = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      outcomes.push(await refusal(validate(upstream, id, wrong(code))));
    }
    expect(outcomes).toEqual([...Array<string>(4).fill('400 INVALID_OTP'), '400 VERIFICATION_FAILED']);
    expect(await refusal(validate(upstream, id, code))).toBe('400 VERIFICATION_FAILED');
  });

  it('holds for ten minutes and not a second longer', async () => {
    const { upstream, clock } = await startOperator();
    const id = await sendCode(upstream);
    const other = await sendCode(upstream, '2250700000004');
    clock.now += 10 * 60_000 - 1;
    expect((await validate(upstream, id, upstream.lastCode(customer) ?? '')).status).toBe(204);
    clock.now += 1;
    const late = validate(upstream, other, upstream.lastCode('2250700000004') ?? '');
    expect(await refusal(late)).toBe('400 VERIFICATION_EXPIRED');
  });

  it('is dead once another was sent to the same number', async () => {
    const { upstream } = await startOperator();
    const first = await sendCode(upstream);
    const firstCode = upstream.lastCode(customer) ?? '';
    const second = await sendCode(upstream);
    expect(await refusal(validate(upstream, first, firstCode))).toBe('400 VERIFICATION_EXPIRED');
    expect((await validate(upstream, second, upstream.lastCode(customer) ?? '')).status).toBe(204);
  });

  it('is refused to a number that asked five times in ten minutes', async () => {
    const { upstream, clock } = await startOperator();
    for (let time = 0; time < 5; time += 1) await sendCode(upstream);
    const sixth = send(upstream, paths.sendCode, { phoneNumber: `+${customer}`, message });
    expect(await refusal(sixth)).toBe('403 MAX_OTP_CODES_EXCEEDED');
    clock.now += 10 * 60_000;
    await sendCode(upstream);
  });

  it.each([
    {
      what: 'a number that is nobody’s',
      body: { phoneNumber: '+2250799999998', message },
      error: '403 PHONE_NUMBER_NOT_ALLOWED',
    },
    {
      what: 'a deactivated line',
      body: { phoneNumber: '+2250700000003', message },
      error: '403 PHONE_NUMBER_BLOCKED',
    },
    {
      what: 'a number without its plus',
      body: { phoneNumber: customer, message },
      error: '400 INVALID_ARGUMENT',
    },
    {
      what: 'a message without a place for the code',
      body: { phoneNumber: `+${customer}`, message: 'x' },
      error: '400 INVALID_ARGUMENT',
    },
    {
      what: 'a request with something more in it',
      body: { phoneNumber: `+${customer}`, message, to: 1 },
      error: '400 INVALID_ARGUMENT',
    },
  ])('is not sent for $what', async ({ body, error }) => {
    const { upstream } = await startOperator();
    expect(await refusal(send(upstream, paths.sendCode, body))).toBe(error);
    expect(upstream.lastCode(customer)).toBeNull();
  });

  it('of which nobody knows is not found, and the name of the exchange comes back', async () => {
    const { upstream } = await startOperator();
    const body = { authenticationId: 'none', code: '123456' };
    const answer = await send(upstream, paths.validateCode, body, { 'x-correlator': 'c-1' });
    expect(answer.headers.get('x-correlator')).toBe('c-1');
    expect(read(errorAnswer, answer)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
