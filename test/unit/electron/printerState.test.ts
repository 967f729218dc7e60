import { describe, expect, test } from 'vitest';
import { printerProblem } from '../../../electron/printerState';

const reasons = (text: string, state = '3') => ({
  'printer-state': state,
  'printer-state-reasons': text,
});

describe('what the system says of a printer', () => {
  test.each([
    ['none', null],
    ['media-empty-error', 'paperOut'],
    ['media-empty-warning', 'paperOut'],
    ['media-needed', 'paperOut'],
    ['offline-report', null],
    ['offline', 'offline'],
    ['connecting-to-device', 'offline'],
    ['media-jam', 'needsAttention'],
    ['cover-open', 'needsAttention'],
    ['paused', 'needsAttention'],
    ['fuser-over-temp-error', 'needsAttention'],
    ['toner-low-report', null],
    ['marker-supply-low-warning, media-empty-error', 'paperOut'],
  ] as const)('%s keeps it from printing as %s', (text, problem) => {
    expect(printerProblem(reasons(text))).toBe(problem);
  });

  test('that it has stopped, without a reason, is something to look at', () => {
    expect(printerProblem(reasons('none', '5'))).toBe('needsAttention');
    expect(printerProblem({ 'printer-state': 5 })).toBe('needsAttention');
    expect(printerProblem(reasons('none', '4'))).toBeNull();
  });

  test.each([undefined, null, 7, 'offline', [], {}, { 'printer-state-reasons': { toString: 'offline' } }])(
    '%j says nothing',
    (options) => {
      expect(printerProblem(options)).toBeNull();
    },
  );
});
