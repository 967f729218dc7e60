import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../shared/domain/settings';

const least = { market: 'CI', feed: { url: 'https://feed.example/abj' } };

const live = { url: 'https://live.example' };
const oauth2 = {
  type: 'oauth2',
  tokenUrl: 'https://id.example/token',
  clientId: 'shop-17',
  scope: 'balances orders',
  secretFile: '/etc/comptoir/live.secret',
};

/** The example of the contract, every key given. */
const whole = {
  mode: 'agent',
  market: 'CI',
  shop: { id: 'ABJ-PLATEAU-01', name: 'Boutique Plateau', secretFile: '/etc/comptoir/shop.secret' },
  feed: {
    url: 'https://feed.example/abj-plateau-01',
    auth: { type: 'basic', username: 'kiosk-17', secretFile: '/etc/comptoir/feed.secret' },
  },
  live: { url: 'https://live.example', auth: { type: 'bearer', secretFile: '/etc/comptoir/live.secret' } },
  audit: {
    url: 'https://feed.example/audit',
    auth: { type: 'basic', username: 'kiosk-17', secretFile: '/etc/comptoir/audit.secret' },
  },
  fleet: { url: 'https://feed.example/devices', device: 'kiosk-17', everySeconds: 300 },
  update: { url: 'https://updates.example', publicKey: `ed25519:${'A'.repeat(43)}=`, everyMinutes: 60 },
  telemetry: { url: 'https://otel.example', everySeconds: 60 },
  cache: { folder: '/var/lib/comptoir', retentionDays: 90 },
  orders: {
    maxAgeHours: 24,
    maxAttempts: 3,
    maxOffline: 50,
    maxAmountOffline: 5_000,
    approval: { kinds: ['plan', 'billPayment'], aboveAmount: 2_000 },
  },
  idle: { warnAfterSeconds: 45, resetAfterSeconds: 60 },
  staff: { lockAfterSeconds: 120 },
  printer: { name: null, widthMm: 80 },
  kiosk: true,
};

function problemsOf(content: unknown): readonly string[] {
  const read = readSettings(content);
  return read.ok ? [] : read.problems;
}

describe('the settings', () => {
  test('are taken as they stand when every key is given', () => {
    expect(readSettings(whole)).toEqual({ ok: true, settings: whole });
  });

  test('need the market and the feed, and have an answer for the rest', () => {
    expect(readSettings(least)).toEqual({
      ok: true,
      settings: {
        mode: 'agent',
        market: 'CI',
        shop: { id: 'comptoir', name: 'Comptoir' },
        feed: { url: 'https://feed.example/abj' },
        live: null,
        audit: null,
        fleet: null,
        update: null,
        telemetry: null,
        cache: { folder: null, retentionDays: 90 },
        orders: {
          maxAgeHours: 72,
          maxAttempts: 5,
          maxOffline: 1_000,
          maxAmountOffline: 10_000,
          approval: { kinds: [], aboveAmount: null },
        },
        idle: { warnAfterSeconds: 45, resetAfterSeconds: 60 },
        staff: { lockAfterSeconds: 300 },
        printer: { name: null, widthMm: 80 },
        kiosk: false,
      },
    });
  });

  test('limit orders by the keys that are given, and by the usual for the others', () => {
    const read = readSettings({ ...least, orders: { maxAgeHours: 8 } });
    expect(read.ok && read.settings.orders).toEqual({
      maxAgeHours: 8,
      maxAttempts: 5,
      maxOffline: 1_000,
      maxAmountOffline: 10_000,
      approval: { kinds: [], aboveAmount: null },
    });
    const withApproval = readSettings({ ...least, orders: { approval: { aboveAmount: 0 } } });
    expect(withApproval.ok && withApproval.settings.orders.approval).toEqual({ kinds: [], aboveAmount: 0 });
  });

  test.each([
    [
      { ...least, update: { url: 'http://x', publicKey: 'abc' } },
      'update.publicKey: must be "ed25519:" and a public key in base64',
    ],
    [
      { ...least, update: { publicKey: `ed25519:${'A'.repeat(43)}=` } },
      'update.url: is missing, must be an http(s) URL',
    ],
    [{ ...least, telemetry: { url: 'x' } }, 'telemetry.url: must be an http(s) URL'],
    [
      { ...least, telemetry: { url: 'http://x', everySeconds: 1 } },
      'telemetry.everySeconds: must be a whole number of seconds, 10 to 3600',
    ],
    [{ ...least, audit: { url: 'ftp://x' } }, 'audit.url: must be an http(s) URL'],
    [
      { ...least, audit: { url: 'http://x', auth: { type: 'basic', secretFile: '/x' } } },
      'audit.auth.username: is missing, must be a user name when auth.type is "basic"',
    ],
    [{ ...least, fleet: {} }, 'fleet.url: is missing, must be an http(s) URL'],
    [
      { ...least, fleet: { url: 'http://x', device: 'a b' } },
      'fleet.device: must be the device’s identifier: up to 64 letters, digits, dots, dashes and underscores',
    ],
    [
      { ...least, fleet: { url: 'http://x', everySeconds: 5 } },
      'fleet.everySeconds: must be a whole number of seconds, 30 to 3600',
    ],
    [
      { ...least, fleet: { url: 'http://x', auth: { type: 'basic', secretFile: 's' } } },
      'fleet.auth.username: is missing, must be a user name when auth.type is "basic"',
    ],
    [
      { ...least, orders: 5 },
      'orders: must be an object with maxAgeHours, maxAttempts, maxOffline, maxAmountOffline and approval',
    ],
    [
      { ...least, orders: { approval: ['plan'] } },
      'orders.approval: must be an object with kinds and aboveAmount',
    ],
    [
      { ...least, orders: { approval: { kinds: 'plan' } } },
      'orders.approval.kinds: must be a list of "pass", "option", "optionStop", "plan", "preferredNumbers", "billPayment"',
    ],
    [
      { ...least, orders: { approval: { kinds: ['gift'] } } },
      'orders.approval.kinds.0: must be a list of "pass", "option", "optionStop", "plan", "preferredNumbers", "billPayment"',
    ],
    [
      { ...least, orders: { approval: { aboveAmount: -1 } } },
      'orders.approval.aboveAmount: must be a whole number of the currency’s smallest unit, 0 to 1000000000',
    ],
    [{ ...least, orders: { approval: { by: 'k.yao' } } }, 'orders.approval.by: is not a key of the settings'],
    [
      { ...least, orders: { maxAgeHours: 0 } },
      'orders.maxAgeHours: must be a whole number of hours, 1 to 720',
    ],
    [{ ...least, orders: { maxAttempts: 1.5 } }, 'orders.maxAttempts: must be a whole number, 1 to 100'],
    [{ ...least, orders: { maxOffline: -1 } }, 'orders.maxOffline: must be a whole number, 0 to 100000'],
    [
      { ...least, orders: { maxAmountOffline: '10000' } },
      'orders.maxAmountOffline: must be a whole number of the currency’s smallest unit, 0 to 1000000000',
    ],
    [{ ...least, orders: { maxAge: 5 } }, 'orders.maxAge: is not a key of the settings'],
    [{ ...least, mode: 'kiosk' }, 'mode: must be "agent" or "selfservice"'],
    [{ ...least, market: 'FR' }, 'market: must be "CI" or "CM"'],
    [{ feed: least.feed }, 'market: is missing, must be "CI" or "CM"'],
    [{ market: 'CI' }, 'feed: is missing, must be an object with url, auth and caFile'],
    [{ ...least, feed: 'https://feed.example' }, 'feed: must be an object with url, auth and caFile'],
    [{ ...least, feed: {} }, 'feed.url: is missing, must be an http(s) URL'],
    [{ ...least, feed: { url: 'ftp://feed.example' } }, 'feed.url: must be an http(s) URL'],
    [{ ...least, feed: { url: 'feed.example' } }, 'feed.url: must be an http(s) URL'],
    [{ ...least, feed: { url: 'https://name:secret@feed.example/' } }, 'feed.url: must be an http(s) URL'],
    [{ ...least, live: { url: 5 } }, 'live.url: must be an http(s) URL'],
    [
      { ...least, feed: { ...least.feed, auth: { type: 'digest', secretFile: '/s' } } },
      'feed.auth.type: must be "basic" or "bearer"',
    ],
    [
      { ...least, feed: { ...least.feed, auth: { type: 'bearer' } } },
      'feed.auth.secretFile: is missing, must be the path of a file',
    ],
    [
      { ...least, feed: { ...least.feed, auth: { type: 'basic', secretFile: '/s' } } },
      'feed.auth.username: is missing, must be a user name when auth.type is "basic"',
    ],
    [{ ...least, feed: { ...least.feed, caFile: '' } }, 'feed.caFile: must be the path of a file'],
    [
      { ...least, feed: { ...least.feed, auth: { type: 'oauth2', secretFile: '/s' } } },
      'feed.auth.type: must be "basic" or "bearer"',
    ],
    [{ ...least, feed: { ...least.feed, paths: {} } }, 'feed.paths: is not a key of the settings'],
    [
      { ...least, live: { ...live, auth: { ...oauth2, type: 'digest' } } },
      'live.auth.type: must be "basic", "bearer" or "oauth2"',
    ],
    [
      { ...least, live: { ...live, auth: { ...oauth2, tokenUrl: undefined } } },
      'live.auth.tokenUrl: is missing, must be an http(s) URL when auth.type is "oauth2"',
    ],
    [
      { ...least, live: { ...live, auth: { ...oauth2, tokenUrl: 'https://id:secret@token.example/' } } },
      'live.auth.tokenUrl: must be an http(s) URL',
    ],
    [
      { ...least, live: { ...live, auth: { ...oauth2, clientId: undefined } } },
      'live.auth.clientId: is missing, must be a client id when auth.type is "oauth2"',
    ],
    [
      { ...least, live: { ...live, auth: { ...oauth2, clientId: '' } } },
      'live.auth.clientId: must be a client id',
    ],
    [
      { ...least, live: { ...live, auth: { ...oauth2, scope: 5 } } },
      'live.auth.scope: must be scopes, separated by spaces',
    ],
    [
      { ...least, live: { ...live, auth: { ...oauth2, secret: 'x' } } },
      'live.auth.secret: is not a key of the settings',
    ],
    [{ ...least, live: { ...live, caFile: 5 } }, 'live.caFile: must be the path of a file'],
    [
      { ...least, live: { ...live, paths: { bills: 'bills' } } },
      'live.paths.bills: must be a path that begins with /',
    ],
    [
      { ...least, live: { ...live, paths: { invoices: '/bills' } } },
      'live.paths.invoices: is not a key of the settings',
    ],
    [{ ...least, cache: { folder: '' } }, 'cache.folder: must be the path of a folder'],
    [
      { ...least, cache: { retentionDays: 0 } },
      'cache.retentionDays: must be a whole number of days, 1 to 3650',
    ],
    [
      { ...least, idle: { warnAfterSeconds: 1.5, resetAfterSeconds: 60 } },
      'idle.warnAfterSeconds: must be a whole number of seconds, 5 to 3600',
    ],
    [
      { ...least, idle: { warnAfterSeconds: 60, resetAfterSeconds: 60 } },
      'idle.resetAfterSeconds: must be more than idle.warnAfterSeconds',
    ],
    [
      { ...least, staff: { lockAfterSeconds: 29 } },
      'staff.lockAfterSeconds: must be a whole number of seconds, 30 to 3600',
    ],
    [{ ...least, staff: { lock: 60 } }, 'staff.lock: is not a key of the settings'],
    [{ ...least, printer: { name: 'Ticket', widthMm: 100 } }, 'printer.widthMm: must be 58 or 80'],
    [{ ...least, kiosk: 'yes' }, 'kiosk: must be true or false'],
    [{ ...least, feeds: {} }, 'feeds: is not a key of the settings'],
    [{ ...least, shop: { id: 'A', name: 'B', city: 'C' } }, 'shop.city: is not a key of the settings'],
    [[], 'settings: must be an object'],
    [null, 'settings: must be an object'],
  ])('%j is refused by its key', (content, problem) => {
    expect(problemsOf(content)).toEqual([problem]);
  });

  test('take an operator that wants client credentials, has a private authority and paths of its own', () => {
    const endpoint = {
      ...live,
      auth: oauth2,
      caFile: '/etc/comptoir/ca.pem',
      paths: { payments: '/payment/v4' },
    };
    expect(readSettings({ ...least, live: endpoint })).toMatchObject({ settings: { live: endpoint } });
    expect(problemsOf({ ...least, live: { ...live, auth: { ...oauth2, scope: undefined } } })).toEqual([]);
  });

  test('name each of several problems', () => {
    expect(problemsOf({ ...least, market: 'FR', feed: { url: 'x' } })).toEqual([
      'market: must be "CI" or "CM"',
      'feed.url: must be an http(s) URL',
    ]);
  });

  test('take addresses with ports, paths and IP numbers', () => {
    for (const url of [
      'http://127.0.0.1:5984/shop',
      'https://[::1]:6984/a/b',
      'http://localhost',
      'http://x.ci/a%20b',
    ]) {
      expect(problemsOf({ ...least, feed: { url } })).toEqual([]);
    }
  });
});
