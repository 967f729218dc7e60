import { describe, expect, it } from 'vitest';
import { marketPack } from '../../../shared/domain/market';
import { payerAmounts } from '../../../shared/view/payerAmounts';
import { payerUses } from '../../../shared/view/payerUse';

const market = marketPack('CI');

describe('amounts to ask "Qui paie ?" about', () => {
  it.each([
    ['call', ['1 min', '10 min', '30 min', '1 h'], ['1 min', '10 mins', '30 mins', '1 hr']],
    ['sms', ['1 SMS', '10 SMS', '50 SMS', '100 SMS'], ['1 SMS', '10 SMS', '50 SMS', '100 SMS']],
    ['data', ['10 Mo', '100 Mo', '500 Mo', '1 Go'], ['10 MB', '100 MB', '500 MB', '1 GB']],
  ])('are those that people think in, for each %s', (traffic, french, english) => {
    const ofTraffic = payerUses.filter((use) => use.startsWith(traffic));
    expect(ofTraffic).toHaveLength(3);
    for (const use of ofTraffic) {
      expect(payerAmounts(use, market, 'fr').map(({ text }) => plain(text))).toEqual(french);
      expect(payerAmounts(use, market, 'en').map(({ text }) => plain(text))).toEqual(english);
    }
  });

  it('are told in the unit of the use: seconds, messages, bytes', () => {
    expect(payerAmounts('callAbroad', market, 'fr')[0]?.due).toBe(60);
    expect(payerAmounts('smsOnNet', market, 'fr')[3]?.due).toBe(100);
    expect(payerAmounts('dataSocial', market, 'fr')[3]?.due).toBe(1_000_000_000);
  });
});

/** Without the no-break spaces. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
