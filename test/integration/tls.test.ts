/** A feed and an operator whose certificate does not hold are not spoken to at all. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startTelemetry } from '../../electron/fleet/telemetry';
import { readAccess } from '../../electron/net/access';
import { createChangesFeed } from '../../electron/sync/changesFeed';
import { buildDeviceReport } from '../helpers/deviceReports';
import {
  answerJson,
  connectLive,
  never,
  someBuckets,
  startScriptedOperator,
} from '../helpers/scriptedOperator';
import { testKeyHex } from '../helpers/testCache';

const fixture = (name: string) => join(import.meta.dirname, '../fixtures/tls', name);
const authority = fixture('authority.pem');

async function startServer(certificate: string) {
  return startScriptedOperator((_, response) => answerJson(response, someBuckets), {
    cert: await readFile(fixture(`${certificate}.pem`), 'utf8'),
    key: await readFile(fixture('serverKey.pem'), 'utf8'),
  });
}

async function askFeed(url: string, caFile: string | undefined) {
  const access = await readAccess({ url, ...(caFile !== undefined && { caFile }) }, null);
  if (!access.ok) throw new Error(access.error);
  const feed = createChangesFeed(`${url}/db`, 'Bearer secret', undefined, access.trust);
  onTestFinished(() => feed.close());
  return feed.identity(never);
}

async function askOperator(url: string, caFile: string | undefined) {
  const client = await connectLive({ url, ...(caFile !== undefined && { caFile }) });
  const question = { sections: ['buckets'] as const, deadlineMs: 5_000, signal: never };
  return (await client.fetchCustomer('2250700000001', question)).failures.buckets;
}

const refused = [
  ['has expired', 'serverExpired', authority, 'CERT_HAS_EXPIRED'],
  ['is signed by itself', 'serverSelfSigned', authority, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['is of another host', 'serverElsewhere', authority, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['is of an authority that nobody named', 'server', undefined, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
] as const;

describe('a server whose certificate', () => {
  test.each(refused)('%s gets no request from the sync', async (_, certificate, caFile, reason) => {
    const server = await startServer(certificate);
    expect(await askFeed(server.url, caFile)).toEqual({ kind: 'offline', reason });
    expect(server.received).toEqual([]);
  });

  test.each(refused)('%s gets no question about a customer', async (_, certificate, caFile) => {
    const server = await startServer(certificate);
    expect(await askOperator(server.url, caFile)).toBeDefined();
    expect(server.received).toEqual([]);
  });

  test('holds is spoken to by both', async () => {
    const server = await startServer('server');
    await askFeed(server.url, authority);
    expect(await askOperator(server.url, authority)).toBeUndefined();
    expect(server.received.map(({ path }) => path)).toContain('/');
    expect(server.received.map(({ path }) => path)).toContain('/tmf-api/prepayBalanceManagement/v4/bucket');
  });
});

async function tellCollector(url: string): Promise<void> {
  const started = await startTelemetry({
    endpoint: { url, caFile: authority },
    keyHex: testKeyHex,
    describe: () => Promise.resolve(buildDeviceReport()),
  });
  if (!started.ok) throw new Error(started.error);
  // It sends what was measured last before it stops.
  await started.telemetry.stop();
}

test('nothing in the environment makes a bad certificate good', async () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  onTestFinished(() => {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  });
  const server = await startServer('serverExpired');
  await askFeed(server.url, authority);
  expect(await askOperator(server.url, authority)).toBeDefined();
  await tellCollector(server.url);
  expect(server.received).toEqual([]);
  const good = await startServer('server');
  await tellCollector(good.url);
  expect(good.received.map(({ path }) => path)).toEqual(['/v1/metrics']);
});
