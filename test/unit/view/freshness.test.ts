import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketPack, type MarketPack } from '../../../shared/domain/market';
import type { Figure } from '../../../shared/view/customerView';
import { totalOf } from '../../../shared/view/figure';
import { sectionContextOf } from '../../../shared/view/sectionContext';
import { arbitraryNow, arbitrarySubscriber } from '../../helpers/arbitraries';
import { buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { accountsOf, exampleNow, fullViewOf, viewOf } from '../../helpers/customerViews';

const market = marketPack('CI');
const dayMs = 86_400_000;
const asOf = '2026-11-22T12:00:00Z';
const moneyLimit = Date.parse(asOf) + market.timeToLiveHours.money * 3_600_000;

describe('a value that is older than its class may be shown', () => {
  it('is not in the view, only the sentence that says so', () => {
    const document = buildSubscriber({ asOf, main: { amount: 918273645, currency: 'XOF' } });
    expect(viewOf(document, { now: moneyLimit }).main.figure).toMatchObject({
      amount: 918273645,
      withheld: false,
    });
    const tooLate = viewOf(document, { now: moneyLimit + 1 });
    expect(tooLate.main.figure).toEqual({
      amount: null,
      unit: 'XOF',
      text: 'Trop ancien pour être affiché',
      asOf,
      source: 'cache',
      withheld: true,
    });
    expect(JSON.stringify(tooLate)).not.toContain('918273645');
  });

  it('shows through nowhere: in no figure, percentage, total, alert or forecast', () => {
    const view = fullViewOf(buildRichSubscriber(), { now: exampleNow + 40 * dayMs });
    expect(figuresOf(view).filter(({ amount, withheld }) => amount !== null || !withheld)).toEqual([]);
    expect(accountsOf(view).map(({ remainingPercent }) => remainingPercent)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(view.consumption).toBeNull();
    expect(view.alerts.map(({ kind }) => kind)).toEqual(['mainExpired']);
  });

  it('shows through nowhere, of any subscriber', () => {
    fc.assert(
      fc.property(arbitrarySubscriber, arbitraryNow, (document, now) => {
        const old = {
          ...document,
          status: 'active' as const,
          asOf: new Date(now - 31 * dayMs).toISOString(),
        };
        expect(figuresOf(fullViewOf(old, { now })).every(({ amount }) => amount === null)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is told by class: volumes may outlive money', () => {
    const longVolumes: MarketPack = { ...market, timeToLiveHours: { money: 1, volume: 1000, profile: 1000 } };
    const view = fullViewOf(buildRichSubscriber(), { market: longVolumes });
    const withheldUnits = new Set(
      figuresOf(view)
        .filter(({ withheld }) => withheld)
        .map(({ unit }) => unit),
    );
    expect([...withheldUnits]).toEqual(['XOF']);
    expect(view.consumption?.internet.allowances).toHaveLength(1);
  });

  it('takes what a profile says with it after a longer time', () => {
    const view = fullViewOf(buildRichSubscriber(), { now: exampleNow + 91 * dayMs });
    expect([view.profile, view.options, view.preferredNumbers]).toEqual([null, null, null]);
    expect(fullViewOf(buildRichSubscriber(), { now: exampleNow + 80 * dayMs }).profile).not.toBeNull();
  });

  it('is not one of the future, as a clock that was set back sees it', () => {
    expect(viewOf(buildSubscriber(), { now: 0 }).main.figure.withheld).toBe(false);
  });
});

describe('a total', () => {
  const context = sectionContextOf(
    { document: buildSubscriber(), source: 'live' },
    { market, language: 'fr', now: exampleNow },
  );
  const part = (amount: number | null, partAsOf: string, source: Figure['source']): Figure => ({
    amount,
    unit: 'XOF',
    text: '',
    asOf: partAsOf,
    source,
    withheld: amount === null,
  });
  const live = part(100, '2026-11-23T09:00:00Z', 'live');
  const cached = part(20, '2026-11-22T23:00:00.5Z', 'cache');

  it('is as old as its oldest part', () => {
    expect(totalOf([live, cached], context)).toMatchObject({
      amount: 120,
      asOf: cached.asOf,
      source: 'cache',
    });
  });

  it('is withheld when one of its parts is', () => {
    expect(totalOf([live, part(null, cached.asOf, 'cache')], context)).toMatchObject({
      amount: null,
      withheld: true,
    });
  });
});

/** Every figure in a view, wherever it stands; the ledger's changes are no balances and stay out. */
function figuresOf(view: object): Figure[] {
  const figures: Figure[] = [];
  JSON.stringify(view, (key, value: unknown) => {
    if (key === 'ledger') return undefined;
    if (typeof value === 'object' && value !== null && 'withheld' in value) figures.push(value as Figure);
    return value;
  });
  return figures;
}
