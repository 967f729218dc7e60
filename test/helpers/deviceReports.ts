import type { DeviceReport } from '../../shared/domain/deviceReport';

export function buildDeviceReport(changes: Partial<DeviceReport> = {}): DeviceReport {
  return {
    type: 'device',
    schema: 1,
    device: 'kiosk-1',
    installation: null,
    shop: 'ABJ-PLATEAU-01',
    version: '0.1.0',
    mode: 'selfservice',
    at: '2026-11-22T12:00:00.000Z',
    startedAt: '2026-11-22T08:00:00.000Z',
    feed: {
      state: 'live',
      lastContactAt: '2026-11-22T11:59:58Z',
      complete: true,
      subscribers: 100,
      quarantined: 0,
    },
    orders: { unfinished: 0, parked: 0 },
    disk: { freeBytes: 50_000_000_000, cacheBytes: 1_000_000 },
    settingsSerial: 1,
    lastError: null,
    ...changes,
  };
}
