import type { DeviceReport } from '../../../shared/domain/deviceReport';

const minuteMs = 60_000;

/** The other devices of the training shop: one as it should be, one that needs somebody, one that is silent. */
export function inventedDevices(nowMs: number): readonly DeviceReport[] {
  const device = (name: string, agoMs: number, changes: Partial<DeviceReport>): DeviceReport => ({
    type: 'device',
    schema: 1,
    device: name,
    installation: null,
    shop: 'formation',
    version: '0.1.0',
    mode: 'selfservice',
    at: isoOf(nowMs - agoMs),
    startedAt: isoOf(nowMs - agoMs - 600 * minuteMs),
    feed: {
      state: 'live',
      lastContactAt: isoOf(nowMs - agoMs),
      complete: true,
      subscribers: 2_000,
      quarantined: 0,
    },
    orders: { unfinished: 0, parked: 0 },
    disk: { freeBytes: 96_000_000_000, cacheBytes: 4_200_000 },
    settingsSerial: 12,
    lastError: null,
    ...changes,
  });
  const offline = { state: 'offline', lastContactAt: isoOf(nowMs - 130 * minuteMs) } as const;
  return [
    device('borne-1', 0, {}),
    device('borne-2', 0, {
      feed: { ...offline, complete: true, subscribers: 1_987, quarantined: 3 },
      orders: { unfinished: 4, parked: 1 },
      lastError: 'FEED_OFFLINE',
    }),
    device('borne-3', 3 * 24 * 60 * minuteMs, {
      disk: { freeBytes: 420_000_000, cacheBytes: 4_200_000 },
      settingsSerial: 11,
    }),
  ];
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
