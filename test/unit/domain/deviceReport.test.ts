import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeviceReport, type DeviceReport } from '../../../shared/domain/deviceReport';
import { buildDeviceReport } from '../../helpers/deviceReports';

const report = buildDeviceReport();

describe('a device report', () => {
  test('is read without what the database adds', () => {
    expect(readDeviceReport({ ...report, _id: 'device:kiosk-1', _rev: '3-abc', _conflicts: [] })).toEqual(
      report,
    );
  });

  test.each([
    ['nothing', null],
    ['a text', 'device'],
    ['a newer kind', { ...report, schema: 2 }],
    ['a field too many', { ...report, customer: 'Aya KOUASSI' }],
    ['a name that is a path', { ...report, device: '../x' }],
    ['a negative count', { ...report, orders: { unfinished: -1, parked: 0 } }],
    ['a version in words', { ...report, version: 'latest' }],
    ['a moment without its zone', { ...report, at: '2026-11-22 12:00' }],
    ['an unknown state of the feed', { ...report, feed: { ...report.feed, state: 'asleep' } }],
  ])('is not %s', (_, document) => {
    expect(readDeviceReport(document)).toBeNull();
  });

  test('has no place for a number or a name of a customer: its one free code takes neither', () => {
    const number = fc.stringMatching(/^(\+225|00225|225)?0[157][0-9]{8}$/);
    const name = fc.constantFrom('Aya KOUASSI', 'Koffi', 'YAO Éric', 'N’Guessan');
    fc.assert(
      fc.property(fc.oneof(number, name), (personal) => {
        const free: Partial<Record<keyof DeviceReport, string>> = { lastError: personal, version: personal };
        for (const [key, value] of Object.entries(free)) {
          expect(readDeviceReport({ ...report, [key]: value })).toBeNull();
        }
      }),
    );
  });
});
