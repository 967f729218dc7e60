import { describe, expect, it } from 'vitest';
import { languages } from '../../../shared/domain/language';
import { marketPack } from '../../../shared/domain/market';
import { toGsm } from '../../../shared/ussd/gsm0338';
import { keys } from '../../../shared/ussd/screens';
import { ussdTexts } from '../../../shared/ussd/texts';
import { orderTexts } from '../../../shared/view/texts/orderTexts';
import { payerTexts } from '../../../shared/view/texts/payerTexts';
import { viewTexts } from '../../../shared/view/viewTexts';

/** Every text within a value; a text that is made from others is made from `07`. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return textsIn(Reflect.apply(value, undefined, Array<string>(8).fill('07')));
  if (value instanceof Map) return [...value.values()].flatMap(textsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/** Letters without their accents, and digits: what a text must not lose on its way into the GSM alphabet. */
function bareLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/œ/g, 'oe')
    .replace(/[^A-Za-z0-9]/g, '');
}

const sources = [
  { of: 'the menu, catalogue and advice of Côte d’Ivoire', source: marketPack('CI') },
  { of: 'the menu, catalogue and advice of Cameroon', source: marketPack('CM') },
  ...languages.flatMap((language) => [
    { of: `the view in ${language}`, source: viewTexts[language] },
    { of: `#122# in ${language}`, source: ussdTexts[language] },
  ]),
];

describe.each(sources)('$of', ({ source }) => {
  it('loses no letter and no digit in the GSM alphabet', () => {
    const texts = textsIn(source);
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) expect(bareLetters(toGsm(text))).toBe(bareLetters(text));
  });
});

it.each([
  ['#122#', ussdTexts],
  ['the view', viewTexts],
  ['orders', orderTexts],
  ['“Qui paie ?”', payerTexts],
])('the French texts of %s follow the rules of typography', (_of, { fr }) => {
  expect(textsIn(fr).filter((text) => /[ \u00a0][;:?!%»]|« |'|\.\.\./.test(text))).toEqual([]);
});

it('no menu is so long that a choice would take the digits that steer', () => {
  const steering: readonly string[] = Object.values(keys);
  for (const market of [marketPack('CI'), marketPack('CM')]) {
    expect(
      market.ussd.menu.map((__, index) => String(index + 1)).filter((key) => steering.includes(key)),
    ).toEqual([]);
    const longest = Math.max(...market.catalogue.categories.map(({ headings }) => headings.length));
    expect(longest + 2).toBeLessThan(Number(keys.byMessage));
  }
});
