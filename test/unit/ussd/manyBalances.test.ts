import { expect, it } from 'vitest';
import { marketPack } from '../../../shared/domain/market';
import { septets } from '../../../shared/ussd/gsm0338';
import { buildCustomerView } from '../../../shared/view/buildCustomerView';
import { buildBucket, buildSubscriber } from '../../helpers/builders';
import { readPlace } from '../../helpers/ussdWalk';

it('#122# shows every one of 500 balances with labels of 10 kB', () => {
  const buckets = Array.from({ length: 500 }, (_, index) =>
    buildBucket({
      id: `b${index}`,
      code: 'promo.absurde',
      label: '🎁 لك '.repeat(2000),
      amount: 1000 + index,
    }),
  );
  const market = marketPack('CI');
  const view = buildCustomerView(
    { document: buildSubscriber({ buckets }), source: 'cache' },
    { market, language: 'fr', now: Date.parse('2026-11-22T13:00:00Z') },
  );
  const { lines, screens } = readPlace('2*5', { view, market });
  const amounts = lines.filter((line) => line.endsWith('F CFA')).map((line) => line.replace(/\D/g, ''));
  expect(amounts).toEqual(buckets.map(({ amount }) => String(amount)));
  expect(Math.max(...screens.map(({ text }) => septets(text)))).toBeLessThanOrEqual(160);
});
