import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startTelemetry } from '../../../electron/fleet/telemetry';
import { buildDeviceReport } from '../../helpers/deviceReports';
import { until } from '../../helpers/syncRun';
import { testKeyHex } from '../../helpers/testCache';
import { servedByTest } from '../../helpers/servedByTest';

interface Received {
  readonly path: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

async function startCollector() {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ path: request.url, contentType: request.headers['content-type'], body });
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  return { received, url: `http://127.0.0.1:${await servedByTest(server)}` };
}

interface Otlp {
  readonly resourceMetrics: readonly {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly unit: string;
        readonly gauge: {
          readonly dataPoints: readonly {
            readonly asDouble?: number;
            readonly asInt?: number | string;
            readonly attributes: readonly { readonly key: string; readonly value: unknown }[];
          }[];
        };
      }[];
    }[];
  }[];
}

describe('telemetry', () => {
  test('gives a collector a device’s figures, and nothing of anybody', async () => {
    const collector = await startCollector();
    const report = buildDeviceReport({ orders: { unfinished: 4, parked: 1 } });
    const started = await startTelemetry({
      endpoint: { url: collector.url, everySeconds: 0.2 },
      keyHex: testKeyHex,
      describe: () => Promise.resolve(report),
    });
    if (!started.ok) throw new Error(started.error);
    onTestFinished(started.telemetry.stop);
    await until(
      () => collector.received.length,
      (count) => count >= 2,
    );
    const [first] = collector.received;
    expect(first).toMatchObject({ path: '/v1/metrics', contentType: 'application/json' });
    const content = JSON.parse(first?.body ?? '') as Otlp;
    const metrics = content.resourceMetrics.flatMap(({ scopeMetrics }) =>
      scopeMetrics.flatMap((scope) => scope.metrics),
    );
    const values = Object.fromEntries(
      metrics.map(({ name, gauge }) => [
        name,
        Number(gauge.dataPoints[0]?.asDouble ?? gauge.dataPoints[0]?.asInt),
      ]),
    );
    expect(values).toEqual({
      'comptoir.feed.live': 1,
      'comptoir.feed.subscribers': 100,
      'comptoir.feed.quarantined': 0,
      'comptoir.orders.unfinished': 4,
      'comptoir.orders.parked': 1,
      'comptoir.disk.free': 50_000_000_000,
      'comptoir.cache.size': 1_000_000,
      'comptoir.memory': expect.any(Number) as number,
    });
    const keys = new Set(
      metrics.flatMap(({ gauge }) =>
        gauge.dataPoints.flatMap(({ attributes }) => attributes.map(({ key }) => key)),
      ),
    );
    expect([...keys].sort()).toEqual(['device', 'mode', 'shop', 'version']);
    // No number of a customer, in any form.
    expect(first?.body).not.toMatch(/\b(\+?225|00225)?0[157]\d{8}\b/);
  });

  test('ends with the program when the collector is away', async () => {
    const started = await startTelemetry({
      endpoint: { url: 'http://127.0.0.1:9', everySeconds: 60 },
      keyHex: testKeyHex,
      describe: () => Promise.resolve(buildDeviceReport()),
    });
    if (!started.ok) throw new Error(started.error);
    const before = performance.now();
    await started.telemetry.stop();
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  test('is not begun without the secret that its settings name', async () => {
    const auth = { type: 'bearer', secretFile: '/nowhere' } as const;
    const endpoint = { url: 'http://127.0.0.1:9', auth };
    const describe = () => Promise.resolve(buildDeviceReport());
    expect(await startTelemetry({ endpoint, keyHex: testKeyHex, describe })).toEqual({
      ok: false,
      error: 'SECRET_UNREADABLE',
      file: '/nowhere',
    });
  });
});
