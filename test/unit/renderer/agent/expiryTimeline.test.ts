import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { NextToExpire } from '../../../../renderer/agent/NextToExpire';
import { startTranslation } from '../../../../renderer/strings/translation';
import { buildBucket, buildRichSubscriber } from '../../../helpers/builders';
import { fullViewOf } from '../../../helpers/customerViews';

startTranslation();

it('draws what expires on the days of the view, whatever the time of this machine', () => {
  const view = fullViewOf(
    buildRichSubscriber({
      buckets: [
        buildBucket({ id: 'today', expiresAt: '2036-11-23T23:59:59Z' }),
        buildBucket({ id: 'in two days', expiresAt: '2036-11-25T23:59:59Z' }),
        buildBucket({ id: 'in two days, too', expiresAt: '2036-11-25T23:59:59Z' }),
      ],
    }),
    { now: Date.parse('2036-11-23T12:00:00Z') },
  );
  const { nextToExpire: accounts, expiryDays: days } = view;
  const markup = renderToStaticMarkup(createElement(NextToExpire, { accounts, days, known: true }));
  const piles = markup
    .split('expiryTimeline-day"')
    .slice(1)
    .map((day) => day.split('expiryTimeline-square').length - 1);
  expect(piles.slice(0, 4)).toEqual([1, 0, 2, 0]);
  expect(piles).toHaveLength(days.length);
});
