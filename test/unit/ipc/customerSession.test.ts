import { describe, expect, it } from 'vitest';
import { createCustomerSession } from '../../../electron/ipc/customerSession';
import type { CustomerAnswer, CustomerService } from '../../../electron/services/customer';
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import { parseMsisdn } from '../../../shared/domain/msisdn';
import { marketPack } from '../../../shared/domain/market';
import { buildSubscriber } from '../../helpers/builders';
import { viewOf } from '../../helpers/customerViews';

const first = '2250700000001';
const second = '2250700000002';
const third = '2250700000003';

function setUp() {
  const documents = new Map<string, SubscriberDocument>();
  for (const msisdn of [first, second]) documents.set(msisdn, buildSubscriber({ msisdn }));
  const told: [event: string, payload: unknown][] = [];
  /** Whom the operator was asked about; `null` where it was told to stop. */
  const asked: (string | null)[] = [];
  let broken = false;
  /** While it is set, answers wait for it. */
  let gate: Promise<void> = Promise.resolve();
  const customers: Pick<CustomerService, 'view' | 'checkOwnLine'> = {
    async view(query, language): Promise<CustomerAnswer> {
      const parsed = parseMsisdn(query, marketPack('CI'));
      if (!parsed.ok) return parsed;
      const document = documents.get(parsed.msisdn);
      await gate;
      if (broken) return { ok: false, error: 'CACHE_UNAVAILABLE' };
      return document === undefined
        ? { ok: false, error: 'NOT_FOUND' }
        : { ok: true, view: viewOf(document, { language }) };
    },
    checkOwnLine: (owner, line) =>
      Promise.resolve(
        line === owner || documents.get(owner)?.contracts?.includes(line) === true
          ? { ok: true }
          : { ok: false, error: 'NOT_ALLOWED' },
      ),
  };
  return {
    session: createCustomerSession(customers, (event, payload) => told.push([event, payload]), {
      start: (msisdn) => asked.push(msisdn),
      stop: () => asked.push(null),
    }),
    documents,
    told,
    asked,
    break: () => {
      broken = true;
    },
    /** Makes answers wait until the function returned is called. */
    holdAnswers: (): (() => void) => {
      let open: () => void = () => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
  };
}

const noCustomer = { ok: false, error: 'NO_CUSTOMER_OPEN' };

describe('the customer whom a window has open', () => {
  it('is rendered in the language asked for until they are closed', async () => {
    const { session } = setUp();
    expect(await session.render('fr')).toEqual(noCustomer);
    expect(await session.open('07 00 00 00 01', 'fr')).toMatchObject({ ok: true, value: { msisdn: first } });
    expect(await session.render('en')).toMatchObject({ ok: true, value: { msisdn: first, language: 'en' } });
    expect(session.msisdn()).toBe(first);
    session.close();
    expect(session.msisdn()).toBeNull();
    expect(await session.render('fr')).toEqual(noCustomer);
  });

  it('is nobody after a number that opened nobody', async () => {
    const { session } = setUp();
    await session.open(first, 'fr');
    expect(await session.open('12', 'fr')).toEqual({ ok: false, error: 'BAD_MSISDN' });
    expect(session.msisdn()).toBeNull();
    await session.open(first, 'fr');
    expect(await session.open('0799999999', 'fr')).toEqual({ ok: false, error: 'NOT_FOUND' });
    expect(session.msisdn()).toBeNull();
  });

  it('is told to the page again only when something is different', async () => {
    const { session, documents, told } = setUp();
    await session.open(first, 'fr');
    await session.refresh();
    expect(told).toEqual([]);
    documents.set(first, buildSubscriber({ msisdn: first, main: { amount: 77, currency: 'XOF' } }));
    await session.refresh();
    await session.refresh();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject(['customer:changed', { main: { figure: { amount: 77 } } }]);
  });

  it('leaves the page restricted at once when their line is', async () => {
    const { session, documents, told } = setUp();
    await session.open(first, 'fr');
    documents.set(first, buildSubscriber({ msisdn: first, status: 'inactive' }));
    await session.refresh();
    expect(told).toEqual([['customer:changed', expect.objectContaining({ restricted: true })]]);
  });

  it('is told to be gone once, when they are no longer in the cache', async () => {
    const { session, documents, told } = setUp();
    await session.open(first, 'fr');
    documents.delete(first);
    await session.refresh();
    await session.refresh();
    expect(told).toEqual([['customer:removed', null]]);
    expect(session.msisdn()).toBeNull();
  });

  it('is asked about at the operator’s once for each opening, until they are closed or gone', async () => {
    const { session, documents, asked } = setUp();
    await session.open(first, 'fr');
    await session.render('en');
    await session.refresh();
    expect(asked).toEqual([null, first]);
    session.close();
    expect(asked).toEqual([null, first, null]);
    await session.open('0799999999', 'fr');
    expect(asked).not.toContain('2250799999999');
    await session.open(second, 'fr');
    documents.delete(second);
    await session.refresh();
    expect(asked.slice(-2)).toEqual([second, null]);
  });

  it('stays open while the cache cannot be read', async () => {
    const { session, told, ...cache } = setUp();
    await session.open(first, 'fr');
    cache.break();
    await session.refresh();
    expect(await session.render('fr')).toEqual({ ok: false, error: 'CACHE_UNAVAILABLE' });
    expect(session.msisdn()).toBe(first);
    expect(told).toEqual([]);
  });

  it('does not come back from an answer that was under way when they were closed', async () => {
    const { session, holdAnswers, told } = setUp();
    await session.open(first, 'fr');
    const release = holdAnswers();
    const pending = [session.render('en'), session.refresh(), session.open(second, 'fr')];
    session.close();
    release();
    const [rendered, , opened] = await Promise.all(pending);
    expect([rendered, opened]).toEqual([noCustomer, noCustomer]);
    expect(session.msisdn()).toBeNull();
    expect(told).toEqual([]);
  });

  it('is the last one asked for, however the answers come', async () => {
    const { session, holdAnswers, told } = setUp();
    const release = holdAnswers();
    const pending = [session.open(first, 'fr'), session.refresh(), session.open(second, 'fr')];
    release();
    await Promise.all(pending);
    expect(session.msisdn()).toBe(second);
    expect(told).toEqual([]);
  });

  it('who has identified themselves goes to their own other lines, back, and nowhere else', async () => {
    const { session, documents } = setUp();
    documents.set(first, buildSubscriber({ msisdn: first, contracts: [second] }));
    documents.set(second, buildSubscriber({ msisdn: second, contracts: [third] }));
    documents.set(third, buildSubscriber({ msisdn: third }));
    const recorded: [owner: string, msisdn: string][] = [];
    const switchTo = (msisdn: string) =>
      session.switchLine(msisdn, 'fr', (owner) => {
        recorded.push([owner, msisdn]);
        return Promise.resolve();
      });
    expect(await switchTo(second)).toEqual(noCustomer);
    await session.openOwn(first, 'fr');
    expect(session.isIdentified()).toBe(true);
    expect(await switchTo(second)).toMatchObject({ ok: true, value: { msisdn: second } });
    // The other line's own lines are not the customer's.
    expect(await switchTo(third)).toEqual({ ok: false, error: 'NOT_ALLOWED' });
    expect(session.msisdn()).toBe(second);
    expect(await switchTo(first)).toMatchObject({ ok: true, value: { msisdn: first } });
    session.close();
    expect(session.isIdentified()).toBe(false);
    expect(await switchTo(first)).toEqual(noCustomer);
    expect(recorded).toEqual([
      [first, second],
      [first, first],
    ]);
  });

  it('does not see their other line before it is written down, nor once they have left', async () => {
    const { session, documents } = setUp();
    documents.set(first, buildSubscriber({ msisdn: first, contracts: [second] }));
    await session.openOwn(first, 'fr');
    const fails = session.switchLine(second, 'fr', () => Promise.reject(new Error('full disk')));
    await expect(fails).rejects.toThrow('full disk');
    expect(session.msisdn()).toBe(first);
    const switching = session.switchLine(second, 'fr', () => {
      session.close();
      return Promise.resolve();
    });
    expect(await switching).toEqual(noCustomer);
    expect(session.msisdn()).toBeNull();
  });
});
