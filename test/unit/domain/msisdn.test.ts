import { describe, expect, it, test } from 'vitest';
import {
  formatMaskedMsisdn,
  formatMsisdn,
  formatMsisdnAsTyped,
  maskMsisdn,
  parseMsisdn,
} from '../../../shared/domain/msisdn';
import { cameroon } from '../../../shared/domain/markets/cameroon';
import { coteDIvoire } from '../../../shared/domain/markets/coteDIvoire';

describe('a number in Côte d’Ivoire', () => {
  test.each([
    '0700000001',
    '+225 07 00 00 00 01',
    '+2250700000001',
    '002250700000001',
    '00 225 07 00 00 00 01',
    '2250700000001',
    '07 00 00 00 01',
    '07\u00a000\u00a000\u00a000\u00a001',
    '07\u202f00\u202f00\u202f00\u202f01',
    '07-00-00-00-01',
    '07.00.00.00.01',
    '07/00/00/00/01',
    '(225) 07 00 00 00 01',
    '  0700000001  ',
    '\u202a+225 07 00 00 00 01\u202c',
    '０７００００００01',
    '٠٧٠٠٠٠٠٠٠١',
  ])('is read when written %j', (input) => {
    expect(parseMsisdn(input, coteDIvoire)).toEqual({ ok: true, msisdn: '2250700000001' });
  });

  test.each([
    '',
    ' ',
    '+',
    'Aya KOUASSI',
    '07',
    '070000000',
    '07000000011',
    '07000000',
    '0700000001 poste 4',
    '0700000001 ext 4',
    '0700000001;ext=4',
    '0700000001 0700000002',
    '0700000001, merci',
    '+999 07 00 00 00 01',
    '+225+0700000001',
    '0'.repeat(10_000),
    '\u0000',
    "0700000001' OR 1=1",
  ])('is refused when written %j', (input) => {
    expect(parseMsisdn(input, coteDIvoire)).toEqual({ ok: false, error: 'BAD_MSISDN' });
  });

  it('is written in pairs, and in international form when it is of another country', () => {
    expect(formatMsisdn('2250700000001', coteDIvoire)).toBe('07 00 00 00 01');
    expect(formatMsisdn('33612345678', coteDIvoire)).toBe('+33 6 12 34 56 78');
    expect(formatMsisdn('999123456', coteDIvoire)).toBe('+999123456');
  });

  it('is masked for the screen and for the log', () => {
    expect(formatMaskedMsisdn('2250700000001', coteDIvoire)).toBe('07 •• •• •• 01');
    expect(formatMaskedMsisdn('33612345678', coteDIvoire)).toBe('+33 • •• •• •• 78');
    expect(formatMaskedMsisdn('123456789012345', coteDIvoire)).toBe('+1 ••••••••••••45');
    expect(formatMaskedMsisdn('999123', coteDIvoire)).toBe('+••••23');
    expect(maskMsisdn('2250700000001')).toBe('22507••••••01');
    expect(maskMsisdn('123456')).toBe('••••56');
  });

  test.each([
    ['0', '0'],
    ['070', '07 0'],
    ['0700000001', '07 00 00 00 01'],
    ['07000000012', '07 00 00 00 01 2'],
    ['+22507000', '+225 07 00 0'],
    ['0022507000', '00225 07 00 0'],
    ['2250700000001', '225 07 00 00 00 01'],
    ['+336123', '+33 6 12 3'],
    ['07-00.00', '07 00 00'],
    ['', ''],
    ['abc', ''],
  ])('typed as %j shows as %j', (typed, shown) => {
    expect(formatMsisdnAsTyped(typed, coteDIvoire)).toBe(shown);
  });

  it('reads back what it shows while typing', () => {
    for (const typed of ['0700000001', '+2250700000001', '002250700000001', '2250700000001']) {
      expect(parseMsisdn(formatMsisdnAsTyped(typed, coteDIvoire), coteDIvoire)).toEqual({
        ok: true,
        msisdn: '2250700000001',
      });
    }
  });
});

describe('a number in Cameroon', () => {
  test.each(['690000001', '6 90 00 00 01', '+237690000001', '00237690000001', '237690000001'])(
    'is read when written %j',
    (input) => {
      expect(parseMsisdn(input, cameroon)).toEqual({ ok: true, msisdn: '237690000001' });
    },
  );

  it('is written and masked in its own groups', () => {
    expect(formatMsisdn('237690000001', cameroon)).toBe('6 90 00 00 01');
    expect(formatMaskedMsisdn('237690000001', cameroon)).toBe('6 •• •• •• 01');
    expect(formatMsisdn('2250700000001', cameroon)).toMatch(/^\+225 /);
  });
});
