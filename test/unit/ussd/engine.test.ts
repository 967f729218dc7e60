import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import type { Language } from '../../../shared/domain/language';
import { marketPack, type MarketPack } from '../../../shared/domain/market';
import { dial, enterInput, startSession, type UssdContext, type UssdTurn } from '../../../shared/ussd/engine';
import { septets } from '../../../shared/ussd/gsm0338';
import { sectionPath } from '../../../shared/ussd/paths';
import { buildCustomerView } from '../../../shared/view/buildCustomerView';
import {
  arbitraryLanguage,
  arbitraryMarket,
  arbitraryNow,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';
import { buildBucket, buildOffer, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { choicesOf, readPlace } from '../../helpers/ussdWalk';

const now = Date.parse('2026-11-22T13:00:00Z');
const offers = [
  buildOffer(),
  buildOffer({
    code: 'OPT-NUIT',
    kind: 'option',
    label: { fr: 'Option Nuit', en: 'Night option' },
    pay: ['main'],
  }),
];

function contextOf(
  document: SubscriberDocument = buildRichSubscriber(),
  market: MarketPack = marketPack('CI'),
  language: Language = 'fr',
): UssdContext {
  const view = buildCustomerView({ document, source: 'cache' }, { market, language, now, offers });
  return { view, market };
}

const rich = contextOf();

function labels(path: string, context = rich) {
  return choicesOf(readPlace(path, context)).map(([, label]) => label);
}

/** What a customer types, one after the other, a second apart. */
function type(inputs: readonly string[], context = rich): UssdTurn {
  return inputs.reduce(
    (turn, input, index) => enterInput(turn.state, input, context, now + (index + 1) * 1000),
    startSession(context, now),
  );
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
    const market = marketPack('CI');
    const withChristmas: MarketPack = {
      ...market,
      catalogue: {
        ...market.catalogue,
        categories: market.catalogue.categories.map((category) => ({
          ...category,
          headings: category.headings.map((heading) =>
            heading.code !== 'credit.special'
              ? heading
              : {
                  ...heading,
                  accounts: [
                    ...heading.accounts,
                    {
                      code: 'credit.special.noel',
                      label: { fr: 'Cadeau de Noël', en: 'Christmas gift' },
                      purpose: { fr: 'Appels offerts à Noël.', en: 'Calls given at Christmas.' },
                      pays: ['call'],
                    },
                  ],
                },
          ),
        })),
      },
    };
    const document = buildSubscriber({
      buckets: [buildBucket({ code: 'credit.special.noel', amount: 777 })],
    });
    expect(labels('2*4', contextOf(document, withChristmas))).toContain('Cadeau de Noel');
    expect(dial('2*4*3', contextOf(document, withChristmas)).text).toContain('Cadeau de Noel\n777 F CFA');
    expect(dial('2*4*3', contextOf(document, withChristmas, 'en')).text).toContain(
      'Christmas gift\nF CFA 777',
    );
  });
});

describe('a session', () => {
  it('goes back one place, and home from anywhere', () => {
    const heading = dial('2*1', rich);
    expect(type(['2', '1', '1', '0']).output.screen).toEqual(heading);
    expect(type(['2', '1', '1', '00']).output.screen).toEqual(dial('', rich));
    expect(type(['2', '1', '1', '#']).output.screen).toEqual(dial('', rich));
    expect(type(['0']).output.screen).toEqual(dial('', rich));
  });

  it('goes back to the very screen on which the choice was made', () => {
    const secondScreen = dial('99', rich);
    expect(type(['99', '6', '0']).output.screen).toEqual(secondScreen);
    expect(type(['99', '0']).output.screen).toEqual(dial('', rich));
  });

  it('takes a digit that stands on another screen of the same place', () => {
    expect(dial('6', rich)).toEqual(dial('99*6', rich));
  });

  it.each(['12', '98', 'abc', '', '2*1', '٣', '-1', '1.0', '__proto__', '0'.repeat(500)])(
    'says that %j is no choice, and shows the screen again',
    (input) => {
      const { state, output } = type([input]);
      expect(output.screen.text).toBe(dial('', rich).text.replace('Orange #122#', 'Choix invalide'));
      expect(enterInput(state, '1', rich, now).output.screen).toEqual(dial('1', rich));
    },
  );

  it('has no more where there is no more', () => {
    expect(type(['99', '99', '99']).output.screen.text).toMatch(/^Choix invalide\n9 /);
  });

  it('ends when nothing was typed for too long, and begins anew with the next input', () => {
    const { state } = type(['2']);
    const limit = now + 1000 + marketPack('CI').ussd.sessionTimeoutSeconds * 1000;
    expect(enterInput(state, '1', rich, limit).output.screen).toEqual(dial('2*1', rich));
    const late = enterInput(state, '1', rich, limit + 1);
    expect(late.output.screen).toEqual({ type: 'END', text: 'Session expirée. Composez #122#.', path: '' });
    expect(enterInput(late.state, '1', rich, limit + 2).output.screen).toEqual(dial('', rich));
  });

  it('does not end because a clock was set back', () => {
    const { state } = type(['2']);
    expect(enterInput(state, '1', rich, 0).output.screen).toEqual(dial('2*1', rich));
  });

  it('shows the new figures when the customer changes meanwhile, as far as the way still leads', () => {
    const { state } = type(['2', '5']);
    const fresh = contextOf(buildSubscriber({ buckets: [buildBucket({ code: 'promo.autre', amount: 42 })] }));
    expect(enterInput(state, 'x', fresh, now).output.screen.text).toContain('42 F CFA');
    const without = contextOf(buildSubscriber({ buckets: [] }));
    expect(enterInput(state, '1', without, now).output.screen).toEqual(dial('2*1', without));
  });

  it('changes neither the state nor the view it is given', () => {
    const frozen = Object.freeze(type(['2']).state);
    const before = JSON.stringify(rich.view);
    enterInput(frozen, '1', rich, now);
    expect(JSON.stringify(rich.view)).toBe(before);
  });
});

describe('a dialled path', () => {
  it.each(['2*1', '#122*2*1#', '2*1#', '*2**1*', '#122*2*1'])('reads %j', (path) => {
    expect(dial(path, rich)).toEqual(dial('2*1', rich));
  });

  it.each(['', '#122#', '2*1*00', '2*#'])('reads %j as the first screen', (path) => {
    expect(dial(path, rich)).toEqual(dial('', rich));
  });

  it('is told by each screen: it leads there at once, without the detours', () => {
    expect(type(['99', '6', '0', '99', '00', '2', 'wrong', '1', '1']).output.screen.path).toBe('2*1*1');
    expect(type(['99', '99']).output.screen.path).toBe('99*99');
    expect(dial('99*99', rich).text).toContain('11 Aide');
  });

  it('stops where the session ends', () => {
    expect(dial('8*1*1*1*5*5', rich)).toEqual(dial('8*1*1*1', rich));
  });

  it.each(['main', 'credit', 'minutes', 'internet', 'consumption', 'orangeMoney', 'help'] as const)(
    'leads where the code printed beside "%s" says',
    (section) => {
      const titles = {
        main: 'Compte principal',
        credit: 'Bonus Crédit',
        minutes: 'Bonus Minutes',
        internet: 'Internet',
        consumption: 'Suivi conso',
        orangeMoney: 'Orange Money',
        help: 'Aide',
      };
      expect(dial(sectionPath(section, rich.market), rich).text.split('\n')[0]).toBe(titles[section]);
    },
  );
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

describe('information by message', () => {
  it('carries all that the place says', () => {
    expect(dial('1*98', rich)).toEqual({
      type: 'END',
      text: 'Ces informations vous sont données par message.',
      path: '1',
      message: ["Compte principal\n1 250 F CFA\njusqu'au 31/12/2026\nAu 22/11/2026 à 12 h (cache)"],
    });
  });

  it('comes in parts when it is long', () => {
    const daily = Array.from({ length: 20 }, (_, index) => ({
      date: `2026-11-${String(index + 1).padStart(2, '0')}`,
      voice: 60 * index,
    }));
    const context = contextOf(buildSubscriber({ usage: { from: '2026-11-01', to: '2026-11-20', daily } }));
    const { message = [] } = dial('5*3*98', context);
    expect(message.length).toBeGreaterThan(1);
    expect(Math.max(...message.map(septets))).toBeLessThanOrEqual(153);
    const { lines } = readPlace('5*3', context);
    expect(message.join('').split('\n').slice(1, -1)).toEqual(lines);
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

describe('a text of the operator that is longer than a screen', () => {
  const market = marketPack('CI');
  const advised = (advice: string) =>
    contextOf(buildSubscriber({ status: 'inactive' }), {
      ...market,
      reactivationAdvice: { ...market.reactivationAdvice, inactive: { fr: advice, en: advice } },
    });

  it('goes on from screen to screen, broken between words, and ends on the last', () => {
    const words = Array.from({ length: 60 }, (_, index) => `mot${index}`);
    const { lines, screens } = readPlace('', advised(words.join(' ')));
    expect(lines.slice(2).join(' ').split(' ')).toEqual(words);
    expect(screens.map(({ type }) => type)).toEqual([...screens.slice(1).map(() => 'CON'), 'END']);
    expect(Math.max(...screens.map(({ text }) => septets(text)))).toBeLessThanOrEqual(160);
  });

  it('is cut within a word only where the word alone is longer than a screen', () => {
    const { lines } = readPlace('', advised(`Composez ${'9'.repeat(200)} vite`));
    expect(lines.slice(2)).toEqual(['Composez', expect.stringMatching(/^9{40,}\.\.\.$/), 'vite']);
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
