/**
 * A device's figures for an operator that has a collector: OpenTelemetry metrics, OTLP as JSON over HTTP. They come
 * from the device's report, in which nothing of a customer has a place.
 */
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { DeviceReport } from '../../shared/domain/deviceReport';
import type { TelemetryEndpoint } from '../../shared/domain/settings';
import { readAccess } from '../net/access';
import { createAgent } from '../net/agent';
import { baseUrlOf } from '../net/baseUrl';

export interface TelemetryOptions {
  readonly endpoint: TelemetryEndpoint;
  /** The cache's key, which opens a sealed secret. */
  readonly keyHex: string;
  readonly describe: () => Promise<DeviceReport>;
}

export interface Telemetry {
  /** Resolves when what was measured last is sent, or cannot be. */
  readonly stop: () => Promise<void>;
}

export type StartedTelemetry =
  | { readonly ok: true; readonly telemetry: Telemetry }
  | { readonly ok: false; readonly error: 'SECRET_UNREADABLE' | 'CA_UNREADABLE'; readonly file: string };

const usualEverySeconds = 60;
const timeoutMs = 10_000;
const stopWithinMs = 2_000;

interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly of: (report: DeviceReport) => number | null;
}

const measures: readonly Measure[] = [
  { name: 'comptoir.feed.live', unit: '1', of: ({ feed }) => Number(feed.state === 'live') },
  { name: 'comptoir.feed.subscribers', unit: '{subscriber}', of: ({ feed }) => feed.subscribers },
  { name: 'comptoir.feed.quarantined', unit: '{document}', of: ({ feed }) => feed.quarantined },
  { name: 'comptoir.orders.unfinished', unit: '{order}', of: ({ orders }) => orders.unfinished },
  { name: 'comptoir.orders.parked', unit: '{order}', of: ({ orders }) => orders.parked },
  { name: 'comptoir.disk.free', unit: 'By', of: ({ disk }) => disk.freeBytes },
  { name: 'comptoir.cache.size', unit: 'By', of: ({ disk }) => disk.cacheBytes },
  { name: 'comptoir.memory', unit: 'By', of: () => process.memoryUsage.rss() },
];

export async function startTelemetry({
  endpoint,
  keyHex,
  describe,
}: TelemetryOptions): Promise<StartedTelemetry> {
  const access = await readAccess(endpoint, keyHex);
  if (!access.ok) return { ok: false, error: access.error, file: access.file };
  // The path is the protocol's; the settings name what comes before it.
  const url = new URL('v1/metrics', baseUrlOf(endpoint.url));
  const exporter = new OTLPMetricExporter({
    url: url.href,
    timeoutMillis: timeoutMs,
    ...(access.header !== null && { headers: { authorization: access.header } }),
    httpAgentOptions: () => createAgent(url, access.trust, { keepAlive: false, maxSockets: 1 }),
  });
  const everyMs = (endpoint.everySeconds ?? usualEverySeconds) * 1_000;
  const provider = new MeterProvider({
    readers: [
      new PeriodicExportingMetricReader({
        exporter,
        exportIntervalMillis: everyMs,
        exportTimeoutMillis: Math.min(timeoutMs, everyMs),
      }),
    ],
  });
  const meter = provider.getMeter('comptoir');
  const gauges = measures.map((measure) => ({
    ...measure,
    gauge: meter.createObservableGauge(measure.name, { unit: measure.unit }),
  }));
  meter.addBatchObservableCallback(
    async (result) => {
      const report = await describe();
      const { device, shop, version, mode } = report;
      for (const { gauge, of } of gauges) {
        const value = of(report);
        if (value !== null) result.observe(gauge, value, { device, shop, version, mode });
      }
    },
    gauges.map(({ gauge }) => gauge),
  );
  return {
    ok: true,
    telemetry: {
      async stop() {
        // A collector that is away does not hold up the end of the program.
        const late = new Promise<void>((resolve) => setTimeout(resolve, stopWithinMs).unref());
        await Promise.race([provider.shutdown().catch(() => undefined), late]);
      },
    },
  };
}
