import { describe, expect, it } from 'vitest';
import { buildSubscriber } from '../../helpers/builders';
import { contextOf } from '../../helpers/ussdContexts';
import { readPlace } from '../../helpers/ussdWalk';

const notKnown = 'Information non disponible.';
const asOf = ['Au 22/11/2026 à 12 h (cache)'];

describe('the offer', () => {
  it('is told by what it is called, its plan, its kind and since when', () => {
    expect(readPlace('6', contextOf()).lines).toEqual([
      'Offre : Orange Prépayé',
      'Profil : Tigre',
      'prépayé',
      'Depuis le 02/03/2019',
    ]);
  });

  it.each([
    [{ offer: 'Orange Prépayé' }, 'Offre : Orange Prépayé'],
    [{ plan: 'Tigre' }, 'Profil : Tigre'],
    [{ kind: 'postpaid' }, 'postpayé'],
    [{ since: '2019-03-02' }, 'Depuis le 02/03/2019'],
    [{}, notKnown],
  ] as const)('of which %j came says that alone', (profile, line) => {
    expect(readPlace('6', contextOf(buildSubscriber({ profile }))).lines).toEqual([line]);
  });
});

describe('Orange Money', () => {
  const code = 'Vos opérations : #144#';

  it('is told by its balance as of when, its state and where its operations are', () => {
    const place = readPlace('10', contextOf());
    expect(place.lines).toEqual(['15 000 F CFA', 'actif', code]);
    expect(place.asOf).toEqual(asOf);
  });

  it('whose balance did not come has no age', () => {
    const place = readPlace('10', contextOf(buildSubscriber({ orangeMoney: { status: 'active' } })));
    expect(place.lines).toEqual(['actif', code]);
    expect(place.asOf).toEqual([]);
  });

  it('that never came still says where its operations are', () => {
    expect(readPlace('10', contextOf(buildSubscriber())).lines).toEqual([notKnown, code]);
  });
});

describe('consumption', () => {
  it('is told for mobile, for internet with its allowances, and day by day', () => {
    const period = 'Du 01/11/2026 au 22/11/2026';
    expect(readPlace('5*1', contextOf()).lines).toEqual([
      period,
      'Voix : 7 min',
      'Messages : 3 SMS',
      'Crédit : 350 F CFA',
    ]);
    expect(readPlace('5*2', contextOf()).lines).toEqual([
      period,
      'Internet : 210 Mo',
      'Pass Internet Mois',
      '4,2 Go / 5 Go (84 %)',
      'Pas assez de recul pour une prévision.',
    ]);
    expect(readPlace('5*3', contextOf()).lines).toEqual([
      '21/11/2026',
      'Voix : 7 min',
      'Messages : 3 SMS',
      'Internet : 210 Mo',
      'Crédit : 350 F CFA',
    ]);
  });
});

describe('help', () => {
  it('says what #122# is, where Orange Money is, and the numbers of the market for emergencies', () => {
    expect(readPlace('11', contextOf()).lines).toEqual([
      "Le #122# est gratuit. Tapez le chiffre d'une ligne, 0 ou 00 pour revenir.",
      'Vos opérations : #144#',
      'Police secours : 170',
      'Pompiers : 180',
      'SAMU : 185',
    ]);
  });
});
