import { expect, test } from 'vitest';
import { isToPay } from '../../../renderer/billsToPay';
import { buildRichSubscriber } from '../../helpers/builders';
import { fullViewOf } from '../../helpers/customerViews';

test('a bill is to be paid while it is open and asks for something', () => {
  const bills = [
    { id: 'OPEN', amount: 12_500, currency: 'XOF', status: 'open' },
    { id: 'PAID', amount: 12_500, currency: 'XOF', status: 'paid' },
    { id: 'NOTHING', amount: 0, currency: 'XOF', status: 'open' },
    { id: 'CREDIT', amount: -500, currency: 'XOF', status: 'open' },
  ];
  const toPay = (fullViewOf(buildRichSubscriber({ bills })).bills ?? []).filter(isToPay);
  expect(toPay.map(({ id }) => id)).toEqual(['OPEN']);
});
