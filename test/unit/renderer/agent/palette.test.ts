import { describe, expect, it } from 'vitest';
import { chordOf } from '../../../../renderer/agent/actions';
import { findEntries, paletteEntries } from '../../../../renderer/agent/paletteEntries';
import { pagePlaces } from '../../../../renderer/agent/pagePlaces';
import { actionTexts } from '../../../../renderer/strings/actions';
import { marketPack } from '../../../../shared/domain/market';
import { buildRichSubscriber } from '../../../helpers/builders';
import { viewOf } from '../../../helpers/customerViews';

const market = marketPack('CI');
const nothing = () => undefined;
const entries = paletteEntries(
  [
    { id: 'payer', keys: ['F6'], ...actionTexts.payer, act: nothing },
    { id: 'open', keys: ['Enter'], ...actionTexts.open, act: null },
  ],
  pagePlaces(viewOf(buildRichSubscriber()), market),
  nothing,
);
const found = (typed: string) => findEntries(entries, typed).map(({ id }) => id);

describe('the palette', () => {
  it('lists what can be done and where the page has sections, and not what only the focus can do', () => {
    expect(found('')).toContain('payer');
    expect(found('')).toContain('section:ledger');
    expect(found('')).not.toContain('open');
  });

  it.each([
    ['factures', 'section:bills'],
    ['BILLS', 'section:bills'],
    ['numeros pref', 'section:preferredNumbers'],
    ['numéros préférés', 'section:preferredNumbers'],
    ['qui paie', 'payer'],
    ['who', 'payer'],
    ['#122*2#', 'section:credit'],
    ['abord', 'section:expiry'],
  ])('finds by %s, in either language, whatever the accents', (typed, id) => {
    expect(found(typed)[0]).toBe(id);
  });

  it('puts what begins as it was typed before what only has the word', () => {
    expect(found('bonus').slice(0, 2)).toEqual(['section:credit', 'section:minutes']);
  });

  it('finds nothing by what nothing is called', () => {
    expect(found('zzz')).toEqual([]);
  });
});

describe('a chord', () => {
  const press = (key: string, held: Partial<Parameters<typeof chordOf>[0]> = {}) =>
    chordOf({ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...held });

  it('is named by what is held and what is pressed', () => {
    expect(press('F6')).toBe('F6');
    expect(press('F2', { shiftKey: true })).toBe('Shift F2');
    expect(press('k', { ctrlKey: true })).toBe('Ctrl K');
  });

  it('is the character itself for one that needs Shift on some keyboards', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('/', { shiftKey: true })).toBe('/');
  });
});
