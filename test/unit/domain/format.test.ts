import { describe, expect, it, test } from 'vitest';
import { parseCalendarDay } from '../../../shared/domain/calendar';
import { formatsFor } from '../../../shared/domain/format';
import { cameroon } from '../../../shared/domain/markets/cameroon';
import { coteDIvoire } from '../../../shared/domain/markets/coteDIvoire';

/** Intl sets several kinds of unbreakable space; the tests read them as one. */
const plain = (text: string) => text.replace(/\s/gu, ' ');

const french = formatsFor(coteDIvoire, 'fr');
const english = formatsFor(coteDIvoire, 'en');

test.each([
  [1250, 'XOF', '1 250 F CFA', 'F CFA 1,250'],
  [0, 'XOF', '0 F CFA', 'F CFA 0'],
  [-0, 'XOF', '0 F CFA', 'F CFA 0'],
  [-0, 'sms', '0 SMS', '0 SMS'],
  [-1250, 'XOF', '-1 250 F CFA', '-F CFA 1,250'],
  [1_000_000_000_000_000, 'XOF', '1 000 000 000 000 000 F CFA', 'F CFA 1,000,000,000,000,000'],
  [Number.MAX_SAFE_INTEGER, 'EUR', '90 071 992 547 409,91 €', '€90,071,992,547,409.91'],
  [123456, 'EUR', '1 234,56 €', '€1,234.56'],
  [0, 's', '0 s', '0 secs'],
  [30, 's', '30 s', '30 secs'],
  [750, 's', '12 min 30 s', '12 mins 30 secs'],
  [3600, 's', '1 h', '1 hr'],
  [3605, 's', '1 h 5 s', '1 hr 5 secs'],
  [-90, 's', '-1 min 30 s', '-1 min 30 secs'],
  [3, 'sms', '3 SMS', '3 SMS'],
  [1234, 'sms', '1 234 SMS', '1,234 SMS'],
  [0, 'B', '0 o', '0 byte'],
  [999, 'B', '999 o', '999 byte'],
  [1000, 'B', '1 ko', '1 kB'],
  [500_000_000, 'B', '500 Mo', '500 MB'],
  [1_500_000_000, 'B', '1,5 Go', '1.5 GB'],
  [1_999_999_999, 'B', '1,99 Go', '1.99 GB'],
  [999_999_999, 'B', '999 Mo', '999 MB'],
  [-1_500_000_000, 'B', '-1,5 Go', '-1.5 GB'],
  [Number.MAX_SAFE_INTEGER, 'B', '9 Po', '9 PB'],
])('%i %s reads %j in French and %j in English', (amount, unit, inFrench, inEnglish) => {
  expect(plain(french.amount(amount, unit))).toBe(inFrench);
  expect(plain(english.amount(amount, unit))).toBe(inEnglish);
});

describe('an amount', () => {
  it('never breaks across lines', () => {
    for (const [amount, unit] of [
      [1250, 'XOF'],
      [3725, 's'],
      [3, 'sms'],
      [1_500_000_000, 'B'],
    ] as const) {
      expect(french.amount(amount, unit)).not.toContain(' ');
    }
  });

  it('of any currency code is written, known to Intl or not', () => {
    expect(plain(french.amount(5, 'ZZZ'))).toContain('ZZZ');
  });

  it('that came or went carries its sign', () => {
    expect(plain(french.change(500, 'XOF'))).toBe('+500 F CFA');
    expect(plain(french.change(-500, 'XOF'))).toBe('−500 F CFA');
    expect(plain(french.change(0, 'XOF'))).toBe('0 F CFA');
  });

  it('is written with the currency of its market', () => {
    expect(plain(formatsFor(cameroon, 'fr').amount(1250, 'XAF'))).toBe('1 250 FCFA');
  });
});

describe('a date and a time', () => {
  const day = parseCalendarDay('2026-11-21');

  it('are written day first in both languages', () => {
    expect(french.date(day)).toBe('21/11/2026');
    expect(english.date(day)).toBe('21/11/2026');
    expect(formatsFor(cameroon, 'en').date(day)).toBe('21/11/2026');
  });

  it('have a short form for charts and a weekday', () => {
    expect(french.shortDay(day)).toBe('sam. 21');
    expect(english.shortDay(day)).toBe('Sat 21');
    expect(french.weekday(day)).toBe('samedi');
  });

  it('follow each language’s way of telling the time', () => {
    expect(plain(french.timeOfDay(23, 59))).toBe('23 h 59');
    expect(plain(french.timeOfDay(5, 0))).toBe('5 h');
    expect(plain(french.timeOfDay(5, 5))).toBe('5 h 05');
    expect(english.timeOfDay(5, 0)).toBe('05:00');
  });

  it('reach from 1970 to 9999', () => {
    expect(french.date(parseCalendarDay('1970-01-01'))).toBe('01/01/1970');
    expect(french.date(parseCalendarDay('9999-12-31'))).toBe('31/12/9999');
  });
});

test('formatters are made once for a market and a language', () => {
  expect(formatsFor(coteDIvoire, 'fr')).toBe(french);
  expect(formatsFor(coteDIvoire, 'en')).not.toBe(french);
});
