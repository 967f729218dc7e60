import { describe, expect, it, vi } from 'vitest';
import { createCustomerSession } from '../../../electron/ipc/customerSession';
import { identityHandlers } from '../../../electron/ipc/identity';
import type { Proof } from '../../../electron/services/identity';
import { buildSubscriber } from '../../helpers/builders';
import { viewOf } from '../../helpers/customerViews';

const msisdn = '2250700000001';
const noCustomer = { ok: false, error: 'NO_CUSTOMER_OPEN' };

/** A PIN and a code whose checks take until `decide` says what they are. */
function setUp() {
  const session = createCustomerSession(
    {
      view: (_, language) =>
        Promise.resolve({ ok: true, view: viewOf(buildSubscriber({ msisdn }), { language }) }),
      checkOwnLine: () => Promise.resolve({ ok: true }),
    },
    () => undefined,
    null,
  );
  let decide: (proof: Proof) => void = () => undefined;
  const promise = new Promise<Proof>((resolve) => {
    decide = resolve;
  });
  const forget = vi.fn();
  const handlers = identityHandlers({
    session,
    identity: {
      checkPin: () => promise,
      confirmCode: () => promise,
      confirmPresence: () => promise,
      sendCode: () => Promise.resolve({ kind: 'unavailable' }),
      forget,
    },
    isSmsPossible: () => true,
    demoMsisdns: [msisdn],
  });
  return {
    session,
    decide,
    forget,
    handlers,
    tries: {
      PIN: () => handlers['identity:identify']({ query: msisdn, pin: '1234', language: 'fr' }),
      code: () => handlers['identity:confirmCode']({ code: '123456', language: 'fr' }),
    },
  };
}

describe.each(['PIN', 'code'] as const)('a %s that proves the number', (way) => {
  it('opens its customer', async () => {
    const { session, decide, tries } = setUp();
    const asked = tries[way]();
    decide({ kind: 'proven', msisdn });
    expect(await asked).toMatchObject({ ok: true, value: { kind: 'opened', view: { msisdn } } });
    expect(session.isIdentified()).toBe(true);
  });

  it('opens nobody once whoever gave it has left, and takes no code from whoever came', async () => {
    const { session, decide, forget, tries } = setUp();
    const asked = tries[way]();
    session.close();
    decide({ kind: 'proven', msisdn });
    expect(await asked).toEqual(noCustomer);
    expect(session.msisdn()).toBeNull();
    expect(session.isIdentified()).toBe(false);
    expect(forget).not.toHaveBeenCalled();
  });

  it('takes nobody away who was opened meanwhile', async () => {
    const { session, decide, handlers, tries } = setUp();
    const asked = tries[way]();
    await handlers['identity:openDemo']({ msisdn, language: 'en' });
    decide({ kind: 'proven', msisdn: '2250700000002' });
    expect(await asked).toEqual(noCustomer);
    expect(session.msisdn()).toBe(msisdn);
  });
});
