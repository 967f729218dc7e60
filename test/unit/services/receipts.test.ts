import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createReceiptService, type ReceiptService } from '../../../electron/services/receipts';
import type { ShopKeys } from '../../../electron/services/shopKeys';
import { marketPack } from '../../../shared/domain/market';
import { readReceiptCode, receiptCodeOf, sealedPart } from '../../../shared/domain/receiptCode';
import { arbitraryNow, arbitrarySubscriber } from '../../helpers/arbitraries';
import { buildSubscriber } from '../../helpers/builders';
import { exampleNow, plain, viewOf } from '../../helpers/customerViews';
import { arbitraryStep, machineOf, shopSecretHex, withOneWrong } from '../../helpers/shopMachines';

function serviceOn(keys: ShopKeys, now = exampleNow): ReceiptService {
  return createReceiptService({
    keys,
    market: marketPack('CI'),
    shopName: 'Boutique Plateau',
    now: () => now,
  });
}

const kiosk = machineOf('11'.repeat(32), shopSecretHex);
const counter = machineOf('22'.repeat(32), shopSecretHex);

describe('the code on a receipt', () => {
  it('is verified by every machine with the shop’s secret, which sees what it certifies', () => {
    fc.assert(
      fc.property(arbitrarySubscriber, arbitraryNow, (document, now) => {
        const view = viewOf(document, { now });
        const receipt = serviceOn(kiosk, now).ofView(view);
        const certified = view.main.figure.amount ?? -1;
        const isShown = view.main.figure.unit === 'XOF' && certified >= 0 && certified < 2 ** 30 - 1;
        expect(serviceOn(counter, now).check(receipt.code, 'fr')).toEqual({
          state: 'genuine',
          kind: 'view',
          madeAt: receipt.madeAt,
          isAhead: false,
          device: kiosk.device,
          here: false,
          numberEnd: document.msisdn.slice(-2),
          amount: isShown ? view.main.figure.text : null,
          reference: null,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is refused with any one character wrong', () => {
    const { code } = serviceOn(kiosk).ofView(viewOf(buildSubscriber()));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), arbitraryStep, (place, step) => {
        const { state } = serviceOn(counter).check(withOneWrong(code, place, step), 'fr');
        expect(state).toBe(place === 0 ? 'malformed' : 'mistyped');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused as altered when something else was put into it and the check made to fit', () => {
    const { code } = serviceOn(kiosk).ofView(viewOf(buildSubscriber()));
    const read = readReceiptCode(code);
    if (!read.ok) throw new Error(read.error);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 30 - 2 }), (amount) => {
        fc.pre(amount !== 1_250);
        const forged = receiptCodeOf(sealedPart({ ...read.claims, amount }), read.seal);
        expect(serviceOn(counter).check(forged, 'fr')).toEqual({ state: 'altered' });
      }),
      { numRuns: 1_000 },
    );
  });

  test('of another shop, or of a machine that shares no secret, is told to be another’s', () => {
    const elsewhere = machineOf('33'.repeat(32), 'a7'.repeat(32));
    const alone = machineOf('44'.repeat(32), null);
    for (const machine of [elsewhere, alone]) {
      const { code } = serviceOn(machine).ofView(viewOf(buildSubscriber()));
      expect(serviceOn(counter).check(code, 'fr')).toEqual({ state: 'notOurs' });
    }
  });

  test('of a machine that shares no secret is verified on it alone, and says so', () => {
    const alone = machineOf('44'.repeat(32), null);
    const receipt = serviceOn(alone).ofView(viewOf(buildSubscriber()));
    expect(receipt.verifiedBy).toBe('thisMachine');
    expect(serviceOn(alone).check(receipt.code, 'fr')).toMatchObject({ state: 'genuine', here: true });
    expect(serviceOn(kiosk).ofView(viewOf(buildSubscriber())).verifiedBy).toBe('shop');
  });

  test('made at a time that is yet to come is said to be, unless two clocks are merely a little apart', () => {
    const now = Date.parse('2026-11-23T10:00:00Z');
    const ahead = (minutes: number) => {
      const { code } = serviceOn(kiosk, now + minutes * 60_000).ofView(viewOf(buildSubscriber()));
      return serviceOn(counter, now).check(code, 'fr');
    };
    expect(ahead(2)).toMatchObject({ state: 'genuine', isAhead: false });
    expect(ahead(3)).toMatchObject({ state: 'genuine', isAhead: true });
  });

  test('says date and amount in the language of whoever verifies it', () => {
    const { code } = serviceOn(kiosk).ofView(viewOf(buildSubscriber()));
    const told = (language: 'fr' | 'en') => {
      const check = serviceOn(counter).check(code, language);
      return check.state === 'genuine' ? plain(`${check.madeAt}, ${check.amount ?? ''}`) : check.state;
    };
    expect(told('fr')).toBe('23/11/2026 à 10 h, 1 250 F CFA');
    expect(told('en')).toMatch(/^23\/11\/2026 at 10:00, /);
  });
});

describe('the names of machines', () => {
  test('differ from machine to machine and stay the same', () => {
    const names = Array.from(
      { length: 20 },
      (_, index) => machineOf(String(10 + index).repeat(32), shopSecretHex).device,
    );
    expect(new Set(names).size).toBe(20);
    expect(machineOf('11'.repeat(32), null).device).toBe(kiosk.device);
  });
});

describe('scrambling', () => {
  it('is undone by the same secret, and by another it is not', () => {
    const other = machineOf('22'.repeat(32), 'a7'.repeat(32));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 54n) - 1n }), (block) => {
        const scrambled = kiosk.scramble(block);
        expect(scrambled >> 54n).toBe(0n);
        expect(counter.unscramble(scrambled)).toBe(block);
        expect(other.unscramble(scrambled)).not.toBe(block);
      }),
      { numRuns: 500 },
    );
  });

  test('changes about half of the bits when one of them changes', () => {
    let changed = 0;
    for (let bit = 0n; bit < 54n; bit++) {
      const difference = kiosk.scramble(123_456_789n) ^ kiosk.scramble(123_456_789n ^ (1n << bit));
      changed += difference.toString(2).replaceAll('0', '').length;
    }
    expect(changed / 54).toBeGreaterThan(22);
    expect(changed / 54).toBeLessThan(32);
  });
});
