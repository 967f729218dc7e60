import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueAccount } from '../../../shared/domain/bonusCatalogue';
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import { marketPack, type MarketPack } from '../../../shared/domain/market';
import { dial, startSession, type UssdContext } from '../../../shared/ussd/engine';
import { buildCustomerView } from '../../../shared/view/buildCustomerView';
import {
  arbitraryLanguage,
  arbitraryMarket,
  arbitraryNow,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';
import { buildBucket, buildOffer, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { readPlace } from '../../helpers/ussdWalk';
import { contextOf, labels, now, offers, rich, type } from '../../helpers/ussdContexts';

const christmas: CatalogueAccount = {
  code: 'credit.special.noel',
  label: { fr: 'Cadeau de Noël', en: 'Christmas gift' },
  purpose: { fr: 'Appels offerts à Noël.', en: 'Calls given at Christmas.' },
  pays: ['call'],
};

type Accounts = readonly CatalogueAccount[];

function withAccounts(headingCode: string, change: (accounts: Accounts) => Accounts): MarketPack {
  const market = marketPack('CI');
  const categories = market.catalogue.categories.map((category) => ({
    ...category,
    headings: category.headings.map((heading) =>
      heading.code === headingCode ? { ...heading, accounts: change(heading.accounts) } : heading,
    ),
  }));
  return { ...market, catalogue: { ...market.catalogue, categories } };
}

describe('the menu', () => {
  it('opens on the sections, four to a screen', () => {
    expect(dial('', rich)).toEqual({
      type: 'CON',
      text: 'Orange #122#\n1 Compte principal\n2 Bonus Crédit\n3 Bonus Minutes\n4 Internet\n99 Suite',
      path: '',
    });
  });

  it('offers every service', () => {
    expect(labels('')).toEqual([
      'Compte principal',
      'Bonus Crédit',
      'Bonus Minutes',
      'Internet',
      'Suivi conso',
      'Mon offre',
      'Mes options',
      'Souscrire un pass',
      'Numéros préférés',
      'Orange Money',
      'Aide',
    ]);
  });

  it('has the headings and accounts that Orange tells its customers of', () => {
    const bare = contextOf(buildSubscriber({ buckets: [] }));
    expect(labels('2', bare)).toEqual(['Bonus Mensuel', 'Bonus Omoney', 'Offre weekend', 'Spécial']);
    expect(labels('2*1', bare)).toEqual(['Crédit mensuel', 'Crédit Omoney', 'Intra', 'Bonus']);
    expect(labels('2*2', bare)).toEqual(['OM intra', 'OM Tous Réseaux']);
    expect(labels('2*3', bare)).toEqual(['WES intra', 'WES Tous Réseaux']);
    expect(labels('2*4', bare)).toEqual(['Spécial Intra', 'Spécial Tous Réseaux']);
    expect(labels('3', bare)).toEqual(['Bonus Mensuel', 'Bonus Omoney', 'Offre weekend', 'Spécial']);
    expect(labels('4', bare)).toEqual([
      'Bonus Mensuel',
      'Bonus Hebdo',
      'Bonus Nuit',
      'Spécial internet',
      'Family Data',
      'Réseaux sociaux',
    ]);
  });

  it('shows a balance with its end, its conditions and as of when', () => {
    expect(dial('4*3', rich).text).toBe(
      [
        'Bonus Nuit',
        "1,5 Go jusqu'au 24/11/2026",
        'de 0 h à 5 h',
        'Au 22/11/2026 à 12 h (cache)',
        '0 Retour 00 Accueil 98 SMS',
      ].join('\n'),
    );
  });

  it('speaks English', () => {
    const english = contextOf(buildRichSubscriber(), marketPack('CI'), 'en');
    expect(dial('1', english).text).toBe(
      [
        'Main account',
        'F CFA 1,250',
        'until 31/12/2026',
        '22/11/2026 at 12:00 (cache)',
        '0 Back 00 Home 98 SMS',
      ].join('\n'),
    );
  });

  it('shows what is reserved, what is not valid yet and what has expired, apart', () => {
    const context = contextOf(
      buildSubscriber({
        buckets: [
          buildBucket({ id: 'held', code: 'credit.special.intra', reserved: 120 }),
          buildBucket({ id: 'later', code: 'credit.special.tous', validFrom: '2026-12-01T00:00:00Z' }),
          buildBucket({ id: 'gone', code: 'credit.weekend.tous', expiresAt: '2026-11-20T00:00:00Z' }),
        ],
      }),
    );
    expect(readPlace('2', context).lines.slice(0, 2)).toEqual(['Total : 380 F CFA', 'Réservé : 120 F CFA']);
    expect(dial('2*4*1', context).text).toContain('500 F CFA\nVers Orange\ndont réservé 120 F CFA');
    expect(dial('2*4*2', context).text).toContain('500 F CFA dès le 01/12/2026');
    expect(dial('2*3*2', context).text).toContain('Rien en ce moment.');
    expect(labels('2', context).at(-1)).toBe('Expirés');
    expect(dial('2*6', context).text).toContain('WES Tous Réseaux\n500 F CFA expiré le 20/11/2026');
  });

  it('says of a section that never came that it is not known', () => {
    const bare = contextOf(buildSubscriber());
    for (const path of ['2', '5', '6', '7*1', '9', '10']) {
      expect(dial(path, bare).text).toContain('Information non disponible.');
    }
  });

  it('calls by its code what has a name that #122# cannot write', () => {
    const buckets = [buildBucket({ code: 'promo.cadeau', label: 'مكافأة عيد الميلاد' })];
    expect(readPlace('2*5', contextOf(buildSubscriber({ buckets }))).lines).toEqual([
      'promo.cadeau',
      '500 F CFA',
    ]);
  });

  it('shows an account that is added to the catalogue while it runs', () => {
    const withChristmas = withAccounts('credit.special', (accounts) => [...accounts, christmas]);
    const document = buildSubscriber({ buckets: [buildBucket({ code: christmas.code, amount: 777 })] });
    expect(labels('2*4', contextOf(document, withChristmas))).toContain('Cadeau de Noel');
    expect(dial('2*4*3', contextOf(document, withChristmas)).text).toContain('Cadeau de Noel\n777 F CFA');
    expect(dial('2*4*3', contextOf(document, withChristmas, 'en')).text).toContain(
      'Christmas gift\nF CFA 777',
    );
  });

  it('lists what stands under a heading unless that is the heading itself and nothing else', () => {
    const bare = buildSubscriber({ buckets: [] });
    const beside = withAccounts('minutes.omoney', (accounts) => [...accounts, christmas]);
    expect(labels('3*2', contextOf(bare, beside))).toEqual(['Bonus Omoney', 'Cadeau de Noel']);
    const instead = withAccounts('minutes.omoney', () => [christmas]);
    expect(labels('3*2', contextOf(bare, instead))).toEqual(['Cadeau de Noel']);
    const none = withAccounts('minutes.omoney', () => []);
    expect(labels('3*2', contextOf(bare, none))).toEqual([]);
  });

  it('says what an empty account would be for, and of when nothing is as little as nothing', () => {
    const bare = contextOf(buildSubscriber({ buckets: [] }));
    expect(readPlace('2*1*1', bare).lines).toEqual([
      'Rien en ce moment.',
      'Déposé chaque mois selon votre conso du mois passé.',
    ]);
    expect(dial('2', bare).text).not.toContain('(cache)');
  });

  it('says from when only of what has yet to begin', () => {
    const begun = buildBucket({ code: 'credit.special.tous', validFrom: '2026-11-01T00:00:00Z' });
    const { text } = dial('2*4*2', contextOf(buildSubscriber({ buckets: [begun] })));
    expect(text).toContain('500 F CFA');
    expect(text).not.toContain('dès le');
  });
});

describe('an order', () => {
  it('is confirmed on a screen of its own and comes out as an intent', () => {
    expect(type(['8', '1', '2']).output.kind).toBe('screen');
    expect(dial('8*1*2', rich).text).toBe(
      'Pass Internet Jour\nPrix : 250 F CFA\nOrange Money\n1 Confirmer\n0 Retour 00 Accueil',
    );
    expect(type(['8', '1', '2', '1'])).toEqual({
      state: { kind: 'over' },
      output: {
        kind: 'command',
        intent: { kind: 'pass', offer: 'PASS-NET-1J', payer: 'orangeMoney' },
        screen: {
          type: 'END',
          text: 'Pass Internet Jour\nPrix : 250 F CFA\nOrange Money\nVotre choix est confirmé.',
          path: '8*1*2*1',
        },
      },
    });
  });

  it('is given up with a step back', () => {
    expect(dial('8*1*2*1', rich)).toMatchObject({ type: 'END', wouldOrder: true });
    expect(dial('8*1*2', rich)).not.toHaveProperty('wouldOrder');
    expect(type(['8', '1', '2', '0']).output.screen).toEqual(dial('8*1', rich));
  });

  it('can be for an option, paid by the accounts that the offer accepts', () => {
    expect(labels('7*2*1')).toEqual(['Compte principal']);
    expect(type(['7', '2', '1', '1', '1']).output).toMatchObject({
      kind: 'command',
      intent: { kind: 'option', offer: 'OPT-NUIT', payer: 'main' },
    });
  });

  it('replaces or adds a preferred number, typed in any usual form', () => {
    expect(type(['9', '1', '+225 07 00 00 00 09', '1']).output).toMatchObject({
      intent: { kind: 'preferredNumbers', add: '2250700000009', remove: '2250700000002' },
    });
    expect(type(['9', '2', '0700000009', '1']).output).toMatchObject({
      intent: { kind: 'preferredNumbers', add: '2250700000009' },
    });
  });

  it.each([
    ['is too short', '07'],
    ['is the own one', '0700000001'],
    ['is preferred already', '0700000002'],
  ])('refuses a preferred number that %s', (_, number) => {
    expect(type(['9', '2', number]).output.screen.text).toMatch(
      /^Numéro invalide\nTapez le nouveau numéro\./,
    );
  });

  it('leaves no empty line where nothing is known of the changes that are left', () => {
    const favourites = { max: 3, numbers: ['2250700000002'] };
    const { text } = dial('9', contextOf(buildRichSubscriber({ favourites })));
    expect(text.split('\n')).not.toContain('');
  });

  it('offers no change of preferred numbers when none is left, nor a further one when all are set', () => {
    const favourites = { max: 1, numbers: ['2250700000002'], changesLeft: 1 };
    expect(labels('9', contextOf(buildSubscriber({ favourites })))).toEqual(['Remplacer 07 00 00 00 02']);
    const noneLeft = { ...favourites, changesLeft: 0 };
    expect(readPlace('9', contextOf(buildSubscriber({ favourites: noneLeft }))).lines).toEqual([
      '07 00 00 00 02',
      'Changements restants : 0',
    ]);
  });
});

describe('a line that is not active', () => {
  it('shows the main account, its expiry and what to do next', () => {
    expect(dial('', contextOf(buildRichSubscriber({ status: 'deactivated' })))).toEqual({
      type: 'END',
      text: [
        'Compte principal',
        '1 250 F CFA',
        "jusqu'au 31/12/2026",
        "Présentez-vous au comptoir avec une pièce d'identité pour réactiver votre ligne.",
        'Au 22/11/2026 à 12 h (cache)',
      ].join('\n'),
      path: '',
    });
  });

  it('shows nothing else, whatever else is stored and whatever the path', () => {
    const path = fc.array(fc.constantFrom('1', '2', '3', '4', '8', '9', '0', '00', '#', '98', '0700000009'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        fc.constantFrom('inactive' as const, 'deactivated' as const),
        arbitraryMarket,
        arbitraryLanguage,
        arbitraryNow,
        path,
        (document, status, market, language, at, inputs) => {
          const render = (shown: SubscriberDocument): UssdContext => ({
            view: buildCustomerView(
              { document: shown, source: 'cache' },
              { market, language, now: at, offers },
            ),
            market,
          });
          const { msisdn, asOf, main } = document;
          const bare = render(buildSubscriber({ msisdn, asOf, main, status }));
          const full = render({ ...document, status });
          for (const typed of ['', inputs.join('*')]) {
            expect(readPlace(typed, full).screens).toEqual(readPlace(typed, bare).screens);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('a menu that names a category which the catalogue lacks is a mistake that is named', () => {
  const market = marketPack('CI');
  const categories = market.catalogue.categories.filter(({ code }) => code !== 'minutes');
  const withoutMinutes = { ...market, catalogue: { ...market.catalogue, categories } };
  expect(() => startSession({ ...rich, market: withoutMinutes }, now)).toThrow('minutes');
});

it('an offer that no account may pay for is described and cannot be chosen', () => {
  const view = buildCustomerView(
    { document: buildRichSubscriber(), source: 'cache' },
    { market: rich.market, language: 'fr', now, offers: [buildOffer({ pay: [] })] },
  );
  const { text } = dial('8*1', { view, market: rich.market });
  expect(text).toContain('Prix : 250 F CFA');
  expect(text).not.toContain('Compte principal');
  expect(dial('8*1*1', { view, market: rich.market }).text).toContain('Choix invalide');
});
