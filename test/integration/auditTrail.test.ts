/** What a supervisor gets to see of the audit log and of the post, and what leaves the program in a file. */
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openCacheReader } from '../../electron/db/cache';
import { createAuditLog, verifyAudit } from '../../electron/services/audit';
import { createAuditTrail, type AuditQuestion } from '../../electron/services/auditTrail';
import { createPostStatus } from '../../electron/services/postStatus';
import { startUpstream } from '../../electron/services/training/upstream';
import { marketPack } from '../../shared/domain/market';
import { readSettings } from '../../shared/domain/settings';
import type { AuditAction, AuditDetails } from '../../shared/ipc/auditWords';
import type { SyncStatus } from '../../shared/ipc/syncStatus';
import { syncOnce } from '../helpers/syncRun';
import { makeFolder, openTestCache, testKeyHex } from '../helpers/testCache';

const market = marketPack('CI');
const now = Date.parse('2026-11-25T10:00:00Z');
const hourMs = 3_600_000;
const everything: AuditQuestion = { actor: null, noun: null, query: '', period: 'all' };

async function openTrail() {
  const cache = await openTestCache();
  const exportFolder = join(await makeFolder(), 'exports');
  const audit = createAuditLog(testKeyHex);
  const trail = createAuditTrail({
    ...{ reader: cache.reader, writer: cache.writer, audit, market, exportFolder },
    keyHex: testKeyHex,
    now: () => now,
  });
  const append = (
    hoursAgo: number,
    actor: 'staff:k.yao' | 'customer',
    action: AuditAction,
    details: AuditDetails = {},
  ) =>
    cache.writer.transaction((transaction) =>
      audit.append(transaction, {
        at: now - hoursAgo * hourMs,
        actor,
        action,
        subject: action.startsWith('order:') ? 'order-1' : 'subscriber:2250700000001',
        details,
      }),
    );
  return { cache, trail, append, exportFolder };
}

describe('the trail of the audit log', () => {
  test('counts the look-ups that were flagged within a day, and says which was the last', async () => {
    const { trail, append } = await openTrail();
    expect(await trail.countFlags()).toEqual({ flags: 0, last: null });
    await append(25, 'staff:k.yao', 'customer:lookupsFlagged', { inAMinute: 21 });
    await append(23, 'staff:k.yao', 'customer:lookupsFlagged', { inAMinute: 21 });
    await append(1, 'staff:k.yao', 'customer:lookupsFlagged', { inAMinute: 34 });
    await append(0, 'staff:k.yao', 'customer:lookedUp');
    expect(await trail.countFlags()).toEqual({ flags: 2, last: 3 });
  });

  test('is read newest first, by who, what, whom and when, with numbers masked and amounts left out', async () => {
    const { trail, append } = await openTrail();
    await append(100, 'staff:k.yao', 'customer:lookedUp', { reason: 'request' });
    await append(2, 'customer', 'order:placed', {
      msisdn: '2250700000009',
      intent: { kind: 'preferredNumbers', add: '2250700000002' },
      price: { amount: 4242, currency: 'XOF' },
    });
    await append(0, 'staff:k.yao', 'order:cancelled', {
      reason: 'cancelledByStaff',
      operatorId: 'x-2250700000009',
    });
    const found = async (question: Partial<AuditQuestion>) => {
      const page = await trail.page({ ...everything, ...question }, null);
      return page.ok ? page.value.lines.map(({ number }) => number) : page.error;
    };
    expect(await found({})).toEqual([3, 2, 1]);
    expect(await found({ actor: 'customer' })).toEqual([2]);
    expect(await found({ noun: 'customer' })).toEqual([1]);
    expect(await found({ query: '07 00 00 00 09' })).toEqual([2]);
    expect(await found({ query: '0700000001' })).toEqual([1]);
    expect(await found({ query: '07' })).toBe('BAD_MSISDN');
    expect(await found({ period: 'hour' })).toEqual([3]);
    expect(await found({ period: 'day' })).toEqual([3, 2]);

    const page = await trail.page(everything, null);
    const value = page.ok ? page.value : null;
    expect(value).toMatchObject({
      next: null,
      actors: ['customer', 'staff:k.yao'],
      nouns: ['customer', 'order'],
    });
    expect(value?.lines[1]).toEqual({
      number: 2,
      at: '2026-11-25T08:00:00.000Z',
      actor: 'customer',
      action: 'order:placed',
      about: '07 •• •• •• 09',
      details: { kind: 'preferredNumbers' },
    });
    expect(JSON.stringify(value)).not.toMatch(/225070000000|4242/);
  });

  test('names the login that was refused a sign-in, and none where nobody is called so', async () => {
    const { cache, trail } = await openTrail();
    const audit = createAuditLog(testKeyHex);
    for (const subject of ['staff:k.yao', 'staff:unknown']) {
      const entry = { at: now, actor: 'program', action: 'staff:refused', subject, details: {} } as const;
      await cache.writer.transaction((transaction) => audit.append(transaction, entry));
    }
    const page = await trail.page(everything, null);
    expect(page.ok && page.value.lines.map(({ details }) => details)).toEqual([{}, { login: 'k.yao' }]);
  });

  test('comes in pages', async () => {
    const { trail, append } = await openTrail();
    for (let entry = 0; entry < 130; entry++) await append(0, 'staff:k.yao', 'customer:lookedUp');
    const first = await trail.page(everything, null);
    const next = first.ok ? first.value.next : null;
    expect(first.ok && first.value.lines.length).toBe(100);
    const second = await trail.page(everything, next);
    expect(second).toMatchObject({ ok: true, value: { next: null } });
    expect(second.ok && second.value.lines.map(({ number }) => number)).toEqual(
      Array.from({ length: 30 }, (_, place) => 30 - place),
    );
  });

  test('is exported as a table that no spreadsheet runs, and the export is in the log', async () => {
    const { cache, trail, append, exportFolder } = await openTrail();
    await append(0, 'staff:k.yao', 'order:placed', { approvedBy: '=HYPERLINK("x")' });
    expect(await trail.export(everything, 'staff:a.kone')).toEqual({
      ok: true,
      value: { folder: exportFolder, file: 'audit-20261125-100000.csv' },
    });
    const table = await readFile(join(exportFolder, 'audit-20261125-100000.csv'), 'utf8');
    expect(table).toBe(
      '"number";"at";"actor";"action";"about";"details"\r\n' +
        '"1";"2026-11-25T10:00:00.000Z";"staff:k.yao";"order:placed";"";"approvedBy==HYPERLINK(""x"")"\r\n',
    );
    const page = await trail.page({ ...everything, actor: 'staff:a.kone' }, null);
    expect(page).toMatchObject({ value: { lines: [{ action: 'audit:exported', details: { entries: 1 } }] } });
    expect(await verifyAudit(cache.reader, testKeyHex)).toEqual({ entries: 2, ok: true });
  });

  test('is exported once in a second: the table that is there already stays', async () => {
    const { trail, append, exportFolder } = await openTrail();
    await append(0, 'staff:k.yao', 'customer:lookedUp');
    expect(await trail.export(everything, 'staff:a.kone')).toMatchObject({ ok: true });
    const [file = ''] = await readdir(exportFolder);
    const table = await readFile(join(exportFolder, file), 'utf8');
    expect(await trail.export(everything, 'staff:a.kone')).toEqual({ ok: false, error: 'CANNOT_WRITE' });
    expect(await readFile(join(exportFolder, file), 'utf8')).toBe(table);
  });

  test('says that a folder takes no file, and leaves no half a file', async () => {
    const { trail, append, exportFolder } = await openTrail();
    await append(0, 'staff:k.yao', 'customer:lookedUp');
    await writeFile(exportFolder, 'a file where the folder should be');
    expect(await trail.export(everything, 'program')).toEqual({ ok: false, error: 'CANNOT_WRITE' });
    expect(await readdir(dirname(exportFolder))).toEqual([basename(exportFolder)]);
  });
});

describe('the state of the post', () => {
  const canary = 'Zzcanary NAMEBEARER';
  const status: SyncStatus = {
    state: 'live',
    progress: null,
    lastContactAt: '2026-11-25T09:59:00.000Z',
    nextAttemptAt: null,
    subscribers: 0,
    quarantined: 0,
    complete: true,
    cache: { space: 'enough', freeBytes: null, repair: null, checkedAt: null },
  };

  async function openPost({ canBeOpenedToCheck = false } = {}) {
    const { cache, trail, exportFolder } = await openTrail();
    const upstream = await startUpstream({ subscribers: 30, seed: 3, tickMs: 0 });
    onTestFinished(() => upstream.close());
    const someone = upstream.find('subscriber:2250700000001');
    upstream.put({
      ...someone,
      _id: 'subscriber:2250700000001',
      customer: { name: canary },
      _rev: undefined,
    });
    upstream.put({ _id: 'subscriber:2250700000077', type: 'subscriber', schema: 1, name: canary });
    await syncOnce(cache, upstream.url);
    const settings = readSettings({
      market: 'CI',
      feed: {
        url: upstream.url,
        auth: { type: 'basic', username: 'canary-user', secretFile: '/secrets/canary-file' },
      },
    });
    if (!settings.ok) throw new Error(settings.problems.join());
    const post = createPostStatus({
      ...{ reader: cache.reader, trail, exportFolder },
      async openReader() {
        const opened = canBeOpenedToCheck ? await openCacheReader(cache.location) : null;
        return opened?.ok === true ? opened.value : null;
      },
      settings: settings.settings,
      versions: { comptoir: '0', electron: '0', chromium: '0', node: '0', platform: 'x' },
      sync: () => status,
      live: () => ({ isConfigured: false, lastAnswerAt: null }),
      anchors: () => null,
      problems: () => [],
      now: () => now,
    });
    return { post, exportFolder };
  }

  test('counts what is there and why documents are set aside', async () => {
    const { post } = await openPost();
    const read = await post.read();
    expect(read.cache.subscribers).toBe(30);
    expect(read.cache.offers).toBeGreaterThan(0);
    expect(read.cache.staff).toBeGreaterThan(0);
    expect(read.cache.sizeBytes).toBeGreaterThan(10_000);
    expect(read.quarantine).toHaveLength(1);
    expect(read.feed.checkpoint).toMatchObject({ isPassComplete: true, unknownTypes: 0 });
    expect(read.versions.sqlite).toMatch(/^3\./);
  });

  test('leaves in a file without a word of any customer, and without secrets', async () => {
    const { post, exportFolder } = await openPost();
    const exported = await post.export('staff:a.kone');
    expect(exported).toMatchObject({ ok: true });
    const [file] = await readdir(exportFolder);
    const text = await readFile(join(exportFolder, file ?? ''), 'utf8');
    expect(text).toContain('"subscribers": 30');
    expect(text).not.toMatch(/Zzcanary|NAMEBEARER|22507\d|canary-user|canary-file|KOUASSI|C-1000/);
  });

  test('cannot be exported into a folder that takes nothing', async () => {
    const { post, exportFolder } = await openPost();
    await writeFile(exportFolder, '');
    await chmod(exportFolder, 0o400);
    expect(await post.export('program')).toEqual({ ok: false, error: 'CANNOT_WRITE' });
  });

  test('tells a cache that cannot be opened to be checked from a sound one', async () => {
    const sound = await openPost({ canBeOpenedToCheck: true });
    expect(await sound.post.checkIntegrity()).toMatchObject({ problems: 0 });
    const locked = await openPost();
    expect(await locked.post.checkIntegrity()).toMatchObject({ problems: 1 });
  });
});
