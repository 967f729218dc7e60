import { describe, expect, it, test } from 'vitest';
import { placeInCatalogue, reachOf, windowOf } from '../../../shared/domain/bonusCatalogue';
import { marketPack } from '../../../shared/domain/market';

const market = marketPack('CI');
const nightWindow = { from: '00:00', to: '05:00' };

test.each([
  ['credit.mensuel.mensuel', 'Bonus Crédit', 'Bonus Mensuel', 'Crédit mensuel', 'Monthly credit', 'tous'],
  ['credit.mensuel.omoney', 'Bonus Crédit', 'Bonus Mensuel', 'Crédit Omoney', 'Omoney credit', 'tous'],
  ['credit.mensuel.intra', 'Bonus Crédit', 'Bonus Mensuel', 'Intra', 'Intra', 'intra'],
  ['credit.mensuel.bonus', 'Bonus Crédit', 'Bonus Mensuel', 'Bonus', 'Bonus', 'tous'],
  ['credit.omoney.intra', 'Bonus Crédit', 'Bonus Omoney', 'OM intra', 'OM intra', 'intra'],
  ['credit.omoney.tous', 'Bonus Crédit', 'Bonus Omoney', 'OM Tous Réseaux', 'OM all networks', 'tous'],
  ['credit.weekend.intra', 'Bonus Crédit', 'Offre weekend', 'WES intra', 'WES intra', 'intra'],
  ['credit.weekend.tous', 'Bonus Crédit', 'Offre weekend', 'WES Tous Réseaux', 'WES all networks', 'tous'],
  ['credit.special.intra', 'Bonus Crédit', 'Spécial', 'Spécial Intra', 'Special intra', 'intra'],
  ['credit.special.tous', 'Bonus Crédit', 'Spécial', 'Spécial Tous Réseaux', 'Special all networks', 'tous'],
  ['minutes.mensuel', 'Bonus Minutes', 'Bonus Mensuel', 'Bonus Mensuel', 'Monthly bonus', null],
  ['minutes.omoney', 'Bonus Minutes', 'Bonus Omoney', 'Bonus Omoney', 'Omoney bonus', null],
  ['minutes.weekend', 'Bonus Minutes', 'Offre weekend', 'Offre weekend', 'Weekend offer', null],
  ['minutes.special', 'Bonus Minutes', 'Spécial', 'Spécial', 'Special', null],
  ['internet.mensuel', 'Internet', 'Bonus Mensuel', 'Bonus Mensuel', 'Monthly bonus', null],
  ['internet.hebdo', 'Internet', 'Bonus Hebdo', 'Bonus Hebdo', 'Weekly bonus', null],
  ['internet.nuit', 'Internet', 'Bonus Nuit', 'Bonus Nuit', 'Night bonus', null],
  ['internet.special', 'Internet', 'Spécial internet', 'Spécial internet', 'Special internet', null],
  ['internet.family', 'Internet', 'Family Data', 'Family Data', 'Family Data', null],
  ['internet.social', 'Internet', 'Réseaux sociaux', 'Réseaux sociaux', 'Social networks', null],
])('%s is %s › %s › %s', (code, category, heading, label, english, reach) => {
  const place = placeInCatalogue({ code, unit: 'XOF' }, market);
  expect(place.category.label.fr).toBe(category);
  expect(place.heading.label.fr).toBe(heading);
  expect(place.account?.label).toEqual({ fr: label, en: english });
  expect(place.account?.purpose.fr).not.toBe('');
  expect(place.account?.purpose.en).not.toBe('');
  expect(reachOf({}, place)).toBe(reach);
});

test('the catalogue holds twenty accounts, each code once', () => {
  const codes = market.catalogue.categories.flatMap(({ headings }) =>
    headings.flatMap(({ accounts }) => accounts.map(({ code }) => code)),
  );
  expect(codes).toHaveLength(20);
  expect(new Set(codes).size).toBe(20);
});

describe('a balance with a code that no entry knows', () => {
  test.each([
    ['XOF', 'credit'],
    ['EUR', 'credit'],
    ['s', 'minutes'],
    ['sms', 'minutes'],
    ['B', 'internet'],
  ])('in %s falls under the other benefits of %s', (unit, category) => {
    for (const code of ['promo.anniversaire', 'credit', 'internet.', '__proto__', 'constructor', ' ']) {
      const place = placeInCatalogue({ code, unit }, market);
      expect(place.category.code).toBe(category);
      expect(place.heading).toMatchObject({ code: `${category}.autres`, label: { fr: 'Autres avantages' } });
      expect(place.account).toBeNull();
    }
  });
});

describe('what an account says of its use', () => {
  it('gives way to what the balance itself says', () => {
    const place = placeInCatalogue({ code: 'credit.omoney.intra', unit: 'XOF' }, market);
    expect(reachOf({ reach: 'international' }, place)).toBe('international');
    const night = placeInCatalogue({ code: 'internet.nuit', unit: 'B' }, market).account;
    expect(windowOf({}, night, market)).toEqual(nightWindow);
    expect(windowOf({ window: { from: '22:00', to: '06:00' } }, night, market)).toEqual({
      from: '22:00',
      to: '06:00',
    });
  });

  it('is nothing for a code that is not known', () => {
    expect(reachOf({}, placeInCatalogue({ code: 'promo', unit: 'XOF' }, market))).toBeNull();
    expect(windowOf({}, null, market)).toBeNull();
  });
});

test('an operator’s own code is mapped by the market pack', () => {
  const mapped = { ...market, bucketCodes: new Map([['DA_1042', 'internet.nuit']]) };
  expect(placeInCatalogue({ code: 'DA_1042', unit: 'B' }, mapped).account?.code).toBe('internet.nuit');
  expect(placeInCatalogue({ code: 'DA_1042', unit: 'B' }, market).account).toBeNull();
});

test('a code may say how far the account reaches, at its end', () => {
  const placeOf = (code: string) => placeInCatalogue({ code, unit: 's' }, market);
  for (const reach of ['intra', 'tous', 'international'] as const) {
    const place = placeOf(`minutes.special.${reach}`);
    expect([place.account?.code, place.reach]).toEqual(['minutes.special', reach]);
    expect(reachOf({ reach: 'tous' }, place)).toBe('tous');
  }
  // By the market pack, too; and never where the end is a word of something else.
  expect(placeOf('VOIX_INTER')).toEqual(placeOf('minutes.special.international'));
  expect(placeOf('credit.omoney.intra').account?.code).toBe('credit.omoney.intra');
  for (const code of ['minutes.special.', 'minutes.special.partout', 'promo.international', '.intra']) {
    expect([code, placeOf(code).account]).toEqual([code, null]);
  }
});

test('a catalogue that leaves a kind of unit without a category is a mistake that is named', () => {
  const categories = market.catalogue.categories.filter(({ code }) => code !== 'internet');
  const withoutInternet = { ...market, catalogue: { ...market.catalogue, categories } };
  expect(() => placeInCatalogue({ code: 'credit.omoney.intra', unit: 'XOF' }, withoutInternet)).toThrow(
    'volume',
  );
});
