import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveSectionNames, type LiveSectionName } from '../../../shared/domain/liveCustomer';
import { mergeLive, type LiveCandidate } from '../../../shared/domain/liveMerge';
import { marketPack } from '../../../shared/domain/market';
import { buildCustomerView } from '../../../shared/view/buildCustomerView';
import type { CustomerView, Figure, FullCustomerView } from '../../../shared/view/customerView';
import { buildPayerView } from '../../../shared/view/payerView';
import type { LiveProgress, ViewContext } from '../../../shared/view/sectionContext';
import { arbitraryInstant, arbitraryNow, arbitrarySubscriber } from '../../helpers/arbitraries';
import { buildRichSubscriber } from '../../helpers/builders';
import { exampleNow } from '../../helpers/customerViews';

const document = buildRichSubscriber();
const live = '2026-11-23T09:00:00Z';
const context: ViewContext = { market: marketPack('CI'), language: 'fr', now: exampleNow };

/** The view of the example with these of its sections said again, live. */
function viewWith(
  names: readonly LiveCandidate['name'][],
  overrides: Partial<typeof document> = {},
  progress: LiveProgress = { kind: 'answered', failed: [] },
): CustomerView {
  const said = { ...document, ...overrides };
  const merged = mergeLive(
    document,
    names.map((name) => ({ name, asOf: live, value: said[name] })),
  );
  return buildCustomerView({ ...merged, source: 'cache' }, { ...context, live: progress });
}

function full(view: CustomerView): FullCustomerView {
  if (view.restricted) throw new Error('The view is restricted');
  return view;
}

describe('a view of sections of several moments', () => {
  it('gives each figure the moment and source of its section', () => {
    const { main, bonus, consumption, bills } = full(viewWith(['main', 'usage']));
    expect(main.figure).toMatchObject({ asOf: live, source: 'live' });
    expect(consumption?.mobile.voice).toMatchObject({ asOf: live, source: 'live' });
    expect(bonus?.[0]?.totals[0]).toMatchObject({ asOf: document.asOf, source: 'cache' });
    expect(bills?.[0]?.amount).toMatchObject({ asOf: document.asOf, source: 'cache' });
  });

  it('is itself as old as the oldest of them, and live when all of them are', () => {
    expect(viewWith(['main', 'usage'])).toMatchObject({
      asOf: { at: document.asOf },
      source: 'cache',
      live: { asOf: { at: live } },
    });
    expect(viewWith(liveSectionNames)).toMatchObject({ asOf: { at: live }, source: 'live' });
    expect(viewWith([])).toMatchObject({ source: 'cache', live: { asOf: null } });
  });

  it('is never newer than any figure in it, of any subscriber and answer', () => {
    const answers = fc.array(fc.tuple(fc.constantFrom(...liveSectionNames), arbitraryInstant), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        arbitrarySubscriber,
        answers,
        arbitraryNow,
        (known, said, list, now) => {
          const merged = mergeLive(
            known,
            list.map(([name, asOf]) => ({ name, asOf, value: said[name] })),
          );
          const view = buildCustomerView({ ...merged, source: 'cache' }, { ...context, now });
          for (const figure of figuresOf(view)) {
            expect(Date.parse(figure.asOf)).toBeGreaterThanOrEqual(Date.parse(view.asOf.at));
            expect(figure.source === 'live').toBe(figure.asOf !== known.asOf);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('shows live what the cache is too old to show', () => {
    const now = Date.parse(document.asOf) + 60 * 86_400_000;
    const recent = new Date(now).toISOString();
    const merged = mergeLive(document, [{ name: 'main', asOf: recent, value: document.main }]);
    const view = full(buildCustomerView({ ...merged, source: 'cache' }, { ...context, now }));
    expect(view.main.figure).toMatchObject({ amount: 1250, withheld: false });
    expect(view.bonus?.flatMap(({ totals }) => totals).every(({ amount }) => amount === null)).toBe(true);
    expect(view.consumption).toBeNull();
  });

  it('is restricted as soon as the status says so, with nothing of the other sections', () => {
    const view = viewWith(liveSectionNames, { status: 'inactive' });
    expect(view).toMatchObject({ restricted: true, status: 'inactive' });
    expect(JSON.stringify(view)).not.toMatch(/KOUASSI|bonus|bills/);
  });

  it('lets “Qui paie ?” say the age of each balance', () => {
    const merged = mergeLive(document, [{ name: 'main', asOf: live, value: document.main }]);
    const payers = buildPayerView({ ...merged, source: 'cache' }, 'callOnNet', context, 60);
    const sourceOf = (isMain: boolean) =>
      [
        ...(payers?.paying ?? []).map(({ title, goesFor }) => ({ title, figure: goesFor })),
        ...(payers?.refused ?? []),
      ]
        .filter(({ title }) => (title === 'Compte principal') === isMain)
        .map(({ figure }) => figure.source);
    expect(new Set(sourceOf(true))).toEqual(new Set(['live']));
    expect(new Set(sourceOf(false))).toEqual(new Set(['cache']));
    expect(payers?.payment?.parts.every(({ amount }) => amount.source === 'cache')).toBe(true);
  });
});

describe('where the asking stands', () => {
  const stateOf = (progress: LiveProgress, overrides: Partial<typeof document> = {}) =>
    viewWith(['status'], overrides, progress).live.state;

  it('is told in one word', () => {
    expect(stateOf({ kind: 'off' })).toBe('off');
    expect(stateOf({ kind: 'asking' })).toBe('asking');
    expect(stateOf({ kind: 'answered', failed: [] })).toBe('fresh');
    expect(stateOf({ kind: 'answered', failed: ['usage'] })).toBe('partial');
    expect(stateOf({ kind: 'answered', failed: liveSectionNames })).toBe('failed');
  });

  it('is told of a restricted line by what is shown of it', () => {
    const failed = liveSectionNames.filter((name) => name !== 'status' && name !== 'main');
    const restrictedStateOf = (of: readonly LiveSectionName[]) =>
      stateOf({ kind: 'answered', failed: of }, { status: 'inactive' });
    expect(restrictedStateOf(failed)).toBe('fresh');
    expect(restrictedStateOf([...failed, 'main'])).toBe('partial');
    expect(restrictedStateOf([...failed, 'status'])).toBe('partial');
    expect(restrictedStateOf(['main', 'status'])).toBe('failed');
  });
});

function figuresOf(view: object): Figure[] {
  const figures: Figure[] = [];
  JSON.stringify(view, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'withheld' in value) figures.push(value as Figure);
    return value;
  });
  return figures;
}
