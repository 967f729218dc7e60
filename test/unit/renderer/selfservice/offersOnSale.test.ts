import { expect, test } from 'vitest';
import { offersOnSale } from '../../../../renderer/selfservice/customer/offersOnSale';
import type { OfferView, OptionView } from '../../../../shared/view/customerView';

const option = (code: string, expired: boolean): OptionView => ({
  ...{ code, label: code, expired },
  ...{ activatedAt: null, expiresAt: null, renews: null },
});
const offer = (kind: OfferView['kind'], code: string): OfferView => ({
  ...{ code, kind, label: code, family: null, gives: [], payers: [] },
  price: { amount: 500, unit: 'XOF', text: '500 F CFA' },
});
const offers = [offer('pass', 'A'), offer('option', 'A'), offer('option', 'B'), offer('option', 'C')];
const namesOf = (shown: readonly OfferView[]) => shown.map(({ kind, code }) => `${kind} ${code}`);

test('an option in force is not on sale, one that has ended is, and a pass can be bought again', () => {
  const shown = offersOnSale({ options: [option('A', false), option('B', true)], offers });
  expect(namesOf(shown)).toEqual(['pass A', 'option B', 'option C']);
});

test('where the options of a line are not known, all of them are on sale', () => {
  expect(offersOnSale({ options: null, offers })).toEqual(offers);
});
