import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { BonusColumn } from '../../../renderer/agent/BonusColumn';
import { Ticket } from '../../../renderer/components/Ticket';
import { CategoryPage } from '../../../renderer/selfservice/customer/CategoryPage';
import { startTranslation } from '../../../renderer/strings/translation';
import type { BonusCatalogue, CatalogueAccount } from '../../../shared/domain/bonusCatalogue';
import { languages } from '../../../shared/domain/language';
import { marketPack, type MarketPack } from '../../../shared/domain/market';
import { toGsm } from '../../../shared/ussd/gsm0338';
import { receiptContentOf } from '../../../shared/view/receipt';
import { buildBucket, buildRichSubscriber } from '../../helpers/builders';
import { fullViewOf, plain } from '../../helpers/customerViews';
import { choicesOf, readPlace } from '../../helpers/ussdWalk';

/** All that a new kind of bonus costs. */
const account: CatalogueAccount = {
  code: 'internet.etudiant',
  label: { fr: 'Bonus Étudiant', en: 'Student bonus' },
  purpose: { fr: 'Volume internet des étudiants.', en: 'Internet volume for students.' },
  pays: ['data'],
};

function withAccount(market: MarketPack): MarketPack {
  const catalogue: BonusCatalogue = {
    ...market.catalogue,
    categories: market.catalogue.categories.map((category) =>
      category.code === 'internet'
        ? {
            ...category,
            headings: [
              ...category.headings,
              { code: account.code, label: account.label, accounts: [account] },
            ],
          }
        : category,
    ),
  };
  return { ...market, catalogue };
}

function read(page: ReactElement): string {
  const markup = renderToStaticMarkup(page);
  return plain(markup.replace(/<[^>]*>/g, ' ').replaceAll('&#x27;', '’')).replace(/ +/g, ' ');
}

startTranslation();

describe.each(languages)('an account that is added to the catalogue at run time, in %s', (language) => {
  const market = withAccount(marketPack('CI'));
  const view = fullViewOf(
    buildRichSubscriber({
      buckets: [
        buildBucket({
          id: 'new',
          code: account.code,
          amount: 2_500_000_000,
          unit: 'B',
          expiresAt: '2026-11-30T23:59:59Z',
        }),
      ],
    }),
    { market, language },
  );
  const label = account.label[language];
  const amount = language === 'fr' ? '2,5 Go' : '2.5 GB';

  test('is at the counter, at the kiosk and on a ticket', async () => {
    await i18next.changeLanguage(language);
    const content = receiptContentOf(view);
    const ticket = {
      ...content,
      ...{ shopName: 'Boutique Plateau', madeAt: '23/11/2026', device: '7KM', code: 'R000-0000' },
      verifiedBy: 'shop',
    } as const;
    const faces = [
      createElement(BonusColumn, { bonus: view.bonus }),
      createElement(CategoryPage, { view, sync: 'live', code: 'internet' }),
      createElement(Ticket, { ticket, widthMm: 80 }),
    ];
    for (const face of faces) {
      const text = read(face);
      expect(text).toContain(label);
      expect(text).toContain(amount);
      expect(text).toContain('30/11/2026');
    }
  });

  test('is in #122#, by its own choice', () => {
    const context = { view, market };
    const choice = choicesOf(readPlace('4', context)).find(([, name]) => name === toGsm(label));
    expect(choice).toBeDefined();
    const place = readPlace(`4*${choice![0]}`, context);
    expect(place.lines.join(' ')).toContain(toGsm(amount));
    expect(place.lines.join(' ')).toContain('30/11/2026');
  });
});
