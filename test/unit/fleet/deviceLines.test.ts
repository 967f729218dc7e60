import { describe, expect, test } from 'vitest';
import { deviceLines } from '../../../electron/fleet/deviceLines';
import { buildDeviceReport } from '../../helpers/deviceReports';

const now = Date.UTC(2026, 10, 22, 12, 0);
const everyMs = 300_000;
const own = { device: 'kiosk-1', installation: null };

function stateOf(changes: Parameters<typeof buildDeviceReport>[0]) {
  return deviceLines([buildDeviceReport(changes)], own, now, everyMs)[0]?.state;
}

describe('the devices of a shop', () => {
  test('are silent once three reports have not come, whatever they said last', () => {
    expect(stateOf({ at: '2026-11-22T11:45:00Z' })).toBe('fine');
    expect(stateOf({ at: '2026-11-22T11:44:59Z' })).toBe('silent');
    expect(stateOf({ at: '2026-11-22T11:44:59Z', lastError: 'FEED_OFFLINE' })).toBe('silent');
  });

  test('need somebody when something went wrong or an order waits for a person', () => {
    expect(stateOf({ lastError: 'FEED_OFFLINE' })).toBe('troubled');
    expect(stateOf({ orders: { unfinished: 2, parked: 1 } })).toBe('troubled');
    expect(stateOf({ orders: { unfinished: 2, parked: 0 } })).toBe('fine');
  });

  test('come with those first that need somebody, then by name as people count', () => {
    const reports = [
      buildDeviceReport({ device: 'kiosk-10' }),
      buildDeviceReport({ device: 'kiosk-2' }),
      buildDeviceReport({ device: 'kiosk-3', lastError: 'FEED_OFFLINE' }),
      buildDeviceReport({ device: 'kiosk-4', at: '2026-11-20T12:00:00Z' }),
    ];
    expect(deviceLines(reports, own, now, everyMs).map(({ report }) => report.device)).toEqual([
      'kiosk-4',
      'kiosk-3',
      'kiosk-2',
      'kiosk-10',
    ]);
  });

  test('say that a second machine goes by the name of this one', () => {
    const reports = [buildDeviceReport({ installation: '0b54d3c0-0000-4000-8000-000000000000' })];
    expect(deviceLines(reports, own, now, everyMs)[0]).toMatchObject({ isOwn: true, hasTwin: true });
    expect(deviceLines([buildDeviceReport()], own, now, everyMs)[0]).toMatchObject({ hasTwin: false });
  });

  test('say when their disk is nearly full', () => {
    const disk = { freeBytes: 900_000_000, cacheBytes: 1 };
    expect(deviceLines([buildDeviceReport({ disk })], own, now, everyMs)[0]?.isLowOnDisk).toBe(true);
    const unknown = { freeBytes: null, cacheBytes: 1 };
    expect(deviceLines([buildDeviceReport({ disk: unknown })], own, now, everyMs)[0]?.isLowOnDisk).toBe(
      false,
    );
  });
});
