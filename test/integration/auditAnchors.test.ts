/** Where the audit log stands is told elsewhere, so that a log cut at its end, or put back to an old copy, shows. */
import { cp } from 'node:fs/promises';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { auditLogIdOf, createAuditLog, verifyAudit } from '../../electron/services/audit';
import { startUpstream, type UpstreamOptions } from '../../electron/services/training/upstream';
import { startAuditAnchors } from '../../electron/sync/auditAnchors';
import { createAuditDatabase } from '../../electron/sync/auditDatabase';
import { buildCli, runCli } from '../helpers/builtCli';
import { until } from '../helpers/syncRun';
import { makeFolder, openTestCache, testKeyHex, type TestCache } from '../helpers/testCache';

const at = Date.parse('2026-11-25T10:00:00Z');
const log = auditLogIdOf(testKeyHex);
const never = new AbortController().signal;

async function append(cache: TestCache, entries: number): Promise<void> {
  const audit = createAuditLog(testKeyHex);
  await cache.writer.transaction(async (transaction) => {
    for (let entry = 0; entry < entries; entry++) {
      await audit.append(transaction, {
        at,
        actor: 'staff:k.yao',
        action: 'status:exported',
        subject: 'z',
        details: {},
      });
    }
  });
}

async function startWitness(options: Partial<UpstreamOptions> = {}) {
  const upstream = await startUpstream({ subscribers: 0, seed: 1, tickMs: 0, ...options });
  onTestFinished(() => upstream.close());
  const database = createAuditDatabase(upstream.auditUrl, null);
  onTestFinished(database.close);
  return { upstream, database };
}

function startAnchors(cache: TestCache, database: ReturnType<typeof createAuditDatabase>) {
  const anchors = startAuditAnchors({
    ...{ database, reader: cache.reader, log, shop: 'ABJ-01' },
    now: () => at,
    reportBug: (problem) => {
      throw problem;
    },
    intervalMs: 20,
  });
  onTestFinished(anchors.stop);
  return anchors;
}

describe('the heads of an audit log', () => {
  test('are told as the log grows, each once, with nothing of what the log says', async () => {
    const cache = await openTestCache();
    const { upstream, database } = await startWitness();
    const anchors = startAnchors(cache, database);
    expect(anchors.progress()).toEqual({ state: 'waiting', entries: 0, at: null });
    await append(cache, 3);
    await until(anchors.progress, ({ entries }) => entries === 3);
    await append(cache, 2);
    await until(anchors.progress, ({ entries }) => entries === 5);
    expect(anchors.progress()).toEqual({ state: 'anchored', entries: 5, at });
    expect(upstream.auditHeads.all()).toHaveLength(2);
    expect(JSON.stringify(upstream.auditHeads.all())).not.toMatch(/k\.yao|status:exported/);
    const answer = await database.lastHead(log, never);
    expect(answer).toMatchObject({ kind: 'found', head: { entries: 5 } });
    expect(await database.lastHead('another', never)).toEqual({ kind: 'found', head: null });
  });

  test('wait while the database is not there, and follow when it is', async () => {
    const cache = await openTestCache();
    const { upstream, database } = await startWitness();
    upstream.setFaults([{ fault: { kind: 'status', status: 503 }, on: ['documents'] }]);
    const anchors = startAnchors(cache, database);
    await append(cache, 1);
    await until(anchors.progress, ({ state }) => state === 'offline');
    upstream.setFaults([]);
    await until(anchors.progress, ({ state }) => state === 'anchored');
  });

  test('are refused without the credentials', async () => {
    const { database } = await startWitness({ auth: { type: 'bearer', token: 'right' } });
    const head = { entries: 1, seal: '00'.repeat(32), log, shop: 'ABJ-01', at: new Date(at).toISOString() };
    expect(await database.upload(head, never)).toEqual({ kind: 'refused' });
    expect(await database.lastHead(log, never)).toEqual({ kind: 'refused' });
  });

  test.each([
    [{ kind: 'html' }, 'garbled'],
    [{ kind: 'status', status: 401 }, 'refused'],
    [{ kind: 'status', status: 429 }, 'rateLimited'],
    [{ kind: 'status', status: 500 }, 'offline'],
    [{ kind: 'offline' }, 'offline'],
  ] as const)('say of %j that it is %s', async (fault, kind) => {
    const { upstream, database } = await startWitness();
    upstream.setFaults([{ fault, on: ['documents'] }]);
    expect(await database.lastHead(log, never)).toMatchObject({ kind });
  });

  test('show an old copy of the whole cache, which is sound in itself', async () => {
    const cache = await openTestCache();
    const { database } = await startWitness();
    await append(cache, 3);
    await cache.close();
    const copy = await makeFolder();
    await cp(cache.location.folder, copy, { recursive: true });

    const whole = await openTestCache(cache.location.folder);
    await append(whole, 2);
    const anchors = startAnchors(whole, database);
    await until(anchors.progress, ({ entries }) => entries === 5);
    const answer = await database.lastHead(log, never);
    const head = answer.kind === 'found' ? answer.head : null;
    expect(await verifyAudit(whole.reader, testKeyHex, head)).toEqual({ entries: 5, ok: true });

    const old = await openTestCache(copy);
    expect(await verifyAudit(old.reader, testKeyHex)).toEqual({ entries: 3, ok: true });
    expect(await verifyAudit(old.reader, testKeyHex, head)).toEqual({ entries: 3, ok: false, firstBad: 4 });
    // As long again, it is another log.
    await append(old, 2);
    expect(await verifyAudit(old.reader, testKeyHex)).toMatchObject({ ok: true });
    await old.writer.transaction(async (transaction) => {
      const audit = createAuditLog(testKeyHex);
      await audit.append(transaction, {
        at,
        actor: 'program',
        action: 'audit:exported',
        subject: 'z',
        details: {},
      });
    });
    expect(await verifyAudit(old.reader, testKeyHex, { entries: 6, seal: head!.seal })).toMatchObject({
      ok: false,
      firstBad: 6,
    });
  });
});

describe('audit verify with an audit database', () => {
  let cli = '';
  beforeAll(async () => {
    cli = await buildCli('auditAnchors');
  }, 120_000);

  test('compares with the last head, and says when it cannot be asked for', async () => {
    const cache = await openTestCache();
    const { upstream, database } = await startWitness();
    await append(cache, 4);
    const { folder } = cache.location;
    const keyFile = join(folder, 'key');
    const config = join(folder, 'comptoir.json');
    await writeFile(keyFile, testKeyHex, { mode: 0o600 });
    const settings = {
      market: 'CI',
      feed: { url: 'http://127.0.0.1:9/shop' },
      audit: { url: upstream.auditUrl },
      cache: { folder },
    };
    await writeFile(config, JSON.stringify(settings));
    const verify = () => runCli(cli, ['audit', 'verify', '--config', config, '--key-file', keyFile]);
    expect(await verify()).toMatchObject({ exitCode: 0, output: { entries: 4, ok: true, anchored: 0 } });
    const head = { entries: 6, seal: 'ab'.repeat(32), log, shop: 'ABJ-01', at: new Date(at).toISOString() };
    await database.upload(head, never);
    expect(await verify()).toMatchObject({
      exitCode: 1,
      output: { entries: 4, ok: false, firstBad: 5, anchored: 6 },
    });
    upstream.setFaults([{ fault: { kind: 'offline' }, on: ['documents'] }]);
    expect(await verify()).toMatchObject({ exitCode: 0, output: { entries: 4, ok: true, anchored: null } });
  });
});
