import { expect, onTestFinished, test, vi } from 'vitest';
import { warmViews } from '../../../electron/services/warmViews';
import { languages } from '../../../shared/domain/language';
import { marketPack } from '../../../shared/domain/market';
import { buildCustomerView } from '../../../shared/view/buildCustomerView';
import { buildRichSubscriber } from '../../helpers/builders';

test('once views are warmed, the first customer is shown without making a formatter', () => {
  const market = marketPack('CI');
  warmViews(market);
  onTestFinished(() => void vi.restoreAllMocks());
  const made = (['NumberFormat', 'DateTimeFormat', 'RelativeTimeFormat'] as const).map((name) =>
    vi.spyOn(Intl, name),
  );
  for (const language of languages) {
    const snapshot = { document: buildRichSubscriber(), source: 'cache' } as const;
    buildCustomerView(snapshot, { market, language, now: Date.parse('2026-11-22T12:00:00Z') });
  }
  expect(made.flatMap((each) => each.mock.calls)).toEqual([]);
});
