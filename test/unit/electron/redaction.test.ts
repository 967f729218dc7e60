import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactField, redactText } from '../../../electron/redaction';

const spacings = ['', ' ', '\u00a0', '\u202f', '.', '-', '/', '+', '%20'] as const;

describe('what a log line may tell', () => {
  it.each([
    ['+2250700000001', '22507••••••01'],
    ['002250700000001', '00225••••••01'],
    ['2250700000001', '22507••••••01'],
    ['+225 07 00 00 00 01', '22507••••••01'],
    ['00225 07-00-00-00-01', '00225••••••01'],
    ['07 00 00 00 01', '07••••••01'],
    ['0700000001', '07••••••01'],
    ['subscriber:2250700000001', 'subscriber:22507••••••01'],
    ['(+225) 07.00.00.00.01', '(22507••••••01'],
    ['07-00-00-00-01', '07••••••01'],
    ['07/00/00/00/01', '07••••••01'],
    ['%2B2250700000001', '%2B22507••••••01'],
    ['?q=%2B225%2007%2000%2000%2000%2001&x=1', '?q=%2B22507••••••01&x=1'],
    ['?q=%2B225+07+00+00+00+01', '?q=%2B22507••••••01'],
    ['/bucket?logicalResource.id=2250700000001', '/bucket?logicalResource.id=22507••••••01'],
    ['subscriber%3A2250700000001', 'subscriber%3A22507••••••01'],
    ['{"msisdn":"2250700000001","n":1}', '{"msisdn":"22507••••••01","n":1}'],
    ['["0700000001","0700000002"]', '["07••••••01","07••••••02"]'],
    ['tel:+237690000001', 'tel:23769••••••01'],
    ['22507••••••01', '22507••••••01'],
  ])('masks the number in %s', (text, masked) => {
    expect(redactText(text)).toBe(masked);
  });

  it('masks every number of the market, in every form and wherever it stands', () => {
    const number = fc.tuple(
      fc.constantFrom('+225', '00225', '225', ''),
      fc.constantFrom(...spacings),
      fc.stringMatching(/^0[157]\d{8}$/),
      fc.constantFrom(...spacings),
    );
    fc.assert(
      fc.property(number, fc.constantFrom('', 'no ', 'id='), ([prefix, gap, local, spacing], before) => {
        const written = `${prefix}${prefix && gap}${(local.match(/../g) ?? []).join(spacing)}`;
        const text = redactText(`${before}${written} could not be read`);
        const told = text.replace(/%20/g, '').replace(/\D/g, '');
        expect(told).not.toContain(local);
        expect(told).not.toContain(local.slice(2));
        expect(told.length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it.each([
    '1 250 F CFA',
    '1\u202f250\u00a0F\u00a0CFA',
    '500 XOF',
    '1,5 Go',
    '4200000000 B',
    '1.5GB',
    '-350 FCFA',
  ])('leaves out the amount %s', (text) => {
    expect(redactText(`has ${text} left`)).toBe('has ••• left');
  });

  it('leaves dates, ports, revisions and counts as they are', () => {
    const text = 'at 2026-11-22T12:00:00Z on port 41873, 2000 documents, code 404, day 2026-11-22';
    expect(redactText(text)).toBe(text);
  });

  it('leaves out fields that are named for what no log may hold', () => {
    for (const name of [
      'amount',
      'customerName',
      'name',
      'pin',
      'password',
      'databaseKey',
      'authorization',
    ]) {
      expect(redactField(name, 'whatever')).toBe('•••');
      expect(redactField(name, 12)).toBe('•••');
    }
  });

  it('masks a number that comes as a number', () => {
    expect(redactField('query', 2250700000001)).toBe('22507••••••01');
    expect(redactField('documents', 100_000)).toBe(100_000);
  });
});
