import { describe, expect, onTestFinished, test } from 'vitest';
import { createAuditLog, verifyAudit } from '../../electron/services/audit';
import { createHandoffService, type HandoffService } from '../../electron/services/handoffs';
import type { ShopKeys } from '../../electron/services/shopKeys';
import { findAuditEntriesAfter } from '../../electron/db/auditEntries';
import { startUpstream } from '../../electron/services/training/upstream';
import { marketPack } from '../../shared/domain/market';
import { buildSubscriber } from '../helpers/builders';
import { machineOf, shopSecretHex, withOneWrong } from '../helpers/shopMachines';
import { syncOnce } from '../helpers/syncRun';
import { openTestCache, testKeyHex, type TestCache } from '../helpers/testCache';

const msisdn = '2250700000123';
const noon = Date.parse('2026-11-23T12:00:00Z');
const minuteMs = 60_000;

interface Post {
  readonly cache: TestCache;
  readonly handoffs: HandoffService;
  readonly wait: (ms: number) => void;
  readonly actions: () => Promise<readonly string[]>;
}

/** A machine of a shop with a cache of its own, which has the customer unless told otherwise. */
async function openPost(
  keys: ShopKeys = machineOf('11'.repeat(32), shopSecretHex),
  { hasCustomer = true, onOneMachine = false } = {},
): Promise<Post> {
  const cache = await openTestCache();
  if (hasCustomer) {
    const upstream = await startUpstream({ subscribers: 0, seed: 1, tickMs: 0 });
    onTestFinished(upstream.close);
    upstream.put(buildSubscriber({ msisdn }));
    await syncOnce(cache, upstream.url);
  }
  let now = noon;
  return {
    cache,
    handoffs: createHandoffService({
      keys,
      market: marketPack('CI'),
      shopName: 'Boutique Plateau',
      reader: cache.reader,
      writer: cache.writer,
      audit: createAuditLog(testKeyHex),
      now: () => now,
      onOneMachine,
    }),
    wait(ms) {
      now += ms;
    },
    async actions() {
      const entries = await findAuditEntriesAfter(cache.reader, 0, 100);
      return entries.map(({ action, subject, details }) => `${action} ${subject} ${details}`);
    },
  };
}

async function codeOf({ handoffs }: Post, screen: 'home' | 'bills' = 'bills'): Promise<string> {
  const answer = await handoffs.make(msisdn, screen, 'fr');
  if (!answer.ok || answer.made.state !== 'made') throw new Error(JSON.stringify(answer));
  return answer.made.code;
}

const staff = 'staff:k.yao';

describe('a hand-off from kiosk to counter', () => {
  test('opens the same customer and screen on another machine of the shop, without a network', async () => {
    const kiosk = await openPost();
    const counter = await openPost(machineOf('22'.repeat(32), shopSecretHex));
    const code = await codeOf(kiosk);
    expect(code).toMatch(/^[G-Z][0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await counter.handoffs.take(code.toLowerCase(), staff)).toEqual({
      ok: true,
      msisdn,
      screen: 'bills',
    });
    expect(await kiosk.actions()).toEqual([`handoff:made subscriber:${msisdn} {"screen":"bills"}`]);
    expect(await counter.actions()).toEqual([`handoff:accepted subscriber:${msisdn} {"screen":"bills"}`]);
    expect(await verifyAudit(counter.cache.reader, testKeyHex)).toEqual({ entries: 1, ok: true });
  });

  test('is taken once by a machine, also after a restart of it', async () => {
    const kiosk = await openPost();
    const code = await codeOf(kiosk);
    expect(await kiosk.handoffs.take(code, staff)).toMatchObject({ ok: true });
    expect(await kiosk.handoffs.take(code, staff)).toEqual({ ok: false, error: 'used' });
    const again = createHandoffService({
      keys: machineOf('22'.repeat(32), shopSecretHex),
      market: marketPack('CI'),
      shopName: 'Boutique Plateau',
      reader: kiosk.cache.reader,
      writer: kiosk.cache.writer,
      audit: createAuditLog(testKeyHex),
      now: () => noon,
      onOneMachine: false,
    });
    expect(await again.take(code, staff)).toEqual({ ok: false, error: 'used' });
  });

  test('is taken once when two ask at the same time', async () => {
    const post = await openPost();
    const code = await codeOf(post);
    const taken = await Promise.all(Array.from({ length: 5 }, () => post.handoffs.take(code, staff)));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is too old after five minutes, and one that was taken does not come back with a clock that is set back', async () => {
    const post = await openPost();
    const code = await codeOf(post);
    post.wait(5 * minuteMs + 59_000);
    expect(await post.handoffs.take(code, staff)).toMatchObject({ ok: true });
    post.wait(minuteMs);
    expect(await post.handoffs.take(code, staff)).toEqual({ ok: false, error: 'expired' });
    post.wait(-minuteMs);
    expect(await post.handoffs.take(code, staff)).toEqual({ ok: false, error: 'used' });
    const other = await openPost();
    other.wait(6 * minuteMs);
    expect(await other.handoffs.take(code, staff)).toEqual({ ok: false, error: 'expired' });
    expect(await other.actions()).toEqual(['handoff:refused code {"why":"expired"}']);
  });

  test('with any one character wrong is refused as mistyped', async () => {
    const post = await openPost();
    const code = await codeOf(post);
    for (let place = 1; place < 12; place++) {
      const taken = await post.handoffs.take(withOneWrong(code, place, 1 + place), staff);
      expect(taken).toEqual({ ok: false, error: 'mistyped' });
    }
  });

  test('of another shop is refused', async () => {
    const code = await codeOf(await openPost());
    const elsewhere = await openPost(machineOf('22'.repeat(32), 'a7'.repeat(32)));
    const taken = await elsewhere.handoffs.take(code, staff);
    expect(taken.ok).toBe(false);
    expect(await elsewhere.actions()).toEqual([expect.stringMatching(/^handoff:refused code/)]);
  });

  test('stays usable at another counter when this one does not have the customer', async () => {
    const code = await codeOf(await openPost());
    const empty = await openPost(undefined, { hasCustomer: false });
    expect(await empty.handoffs.take(code, staff)).toEqual({ ok: false, error: 'notFound' });
    expect(await (await openPost()).handoffs.take(code, staff)).toMatchObject({ ok: true });
  });

  test('is closed to whoever guesses, for a while', async () => {
    const post = await openPost();
    const old = await codeOf(post);
    post.wait(10 * minuteMs);
    for (let guess = 0; guess < 10; guess++) await post.handoffs.take(old, staff);
    const good = await codeOf(post);
    expect(await post.handoffs.take(good, staff)).toEqual({ ok: false, error: 'tooMany' });
    post.wait(5 * minuteMs + 1);
    expect(await post.handoffs.take(await codeOf(post), staff)).toMatchObject({ ok: true });
  });

  test('is not offered where no other machine could read it, except in training', async () => {
    const alone = machineOf('44'.repeat(32), null);
    const kiosk = await openPost(alone);
    expect(await kiosk.handoffs.make(msisdn, 'home', 'fr')).toMatchObject({ made: { state: 'noSecret' } });
    const training = await openPost(alone, { onOneMachine: true });
    expect(await training.handoffs.make(msisdn, 'home', 'fr')).toMatchObject({
      made: { state: 'made', usableAt: 'thisMachine' },
    });
  });

  test('comes as a ticket that says until when, and for whom nobody knows as one that carries nothing', async () => {
    const { handoffs } = await openPost();
    const answer = await handoffs.make(msisdn, 'home', 'fr');
    const ticket = answer.ok ? answer.ticket : null;
    expect(ticket).toMatchObject({ kind: 'counter', shopName: 'Boutique Plateau' });
    expect(ticket?.until).toBe('12\u00a0h\u00a005');
    expect(JSON.stringify(ticket)).not.toContain('0123');
    expect(handoffs.emptyTicket('en')).toMatchObject({ language: 'en', code: null, until: null });
  });

  test('is not made of a number of another country', async () => {
    const { handoffs } = await openPost();
    expect(await handoffs.make('33612345678', 'home', 'fr')).toMatchObject({ made: { state: 'notCoded' } });
  });
});
