import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import fc from 'fast-check';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { BonusColumn } from '../../../renderer/agent/BonusColumn';
import { MainAccount as CounterMainAccount } from '../../../renderer/agent/MainAccount';
import { Payment as CounterPayment } from '../../../renderer/agent/PayerPanel';
import { CategoryPage } from '../../../renderer/selfservice/customer/CategoryPage';
import { MainAccount as KioskMainAccount } from '../../../renderer/selfservice/customer/MainAccount';
import { Payment as KioskPayment } from '../../../renderer/selfservice/customer/Payment';
import { startTranslation } from '../../../renderer/strings/translation';
import { languages } from '../../../shared/domain/language';
import { marketPack } from '../../../shared/domain/market';
import { payerAmounts } from '../../../shared/view/payerAmounts';
import { payerUses } from '../../../shared/view/payerUse';
import { buildPayerView } from '../../../shared/view/payerView';
import {
  arbitraryLanguage,
  arbitraryMarket,
  arbitraryNow,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';
import { buildRichSubscriber } from '../../helpers/builders';
import { exampleNow, fullViewOf } from '../../helpers/customerViews';

/** What is read, however its parts are set. */
function read(...pages: readonly ReactElement[]): string {
  return bare(pages.map((page) => renderToStaticMarkup(page).replace(/<[^>]*>/g, '')).join(''));
}

function bare(text: string): string {
  return text.replace(/\s/gu, '');
}

startTranslation();

describe('counter and kiosk', () => {
  it('print of the main account and of every balance that counts the amount and the date of the view', () => {
    let accounts = 0;
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        arbitraryMarket,
        arbitraryLanguage,
        arbitraryNow,
        (document, market, language, now) => {
          void i18next.changeLanguage(language);
          const view = fullViewOf({ ...document, status: 'active' }, { market, language, now });
          const faces = [
            read(
              createElement(CounterMainAccount, { main: view.main, path: '#122*1#' }),
              createElement(BonusColumn, { bonus: view.bonus }),
            ),
            read(
              createElement(KioskMainAccount, { main: view.main }),
              ...(view.bonus ?? []).map(({ code }) =>
                createElement(CategoryPage, { view, sync: 'live', code }),
              ),
            ),
          ];
          const shown = (view.bonus ?? []).flatMap(({ headings }) =>
            headings.flatMap((heading) => heading.accounts),
          );
          const totals = (view.bonus ?? []).flatMap((category) => category.totals);
          for (const face of faces) {
            for (const { figure, expiresAt } of [view.main, ...shown]) {
              expect(face).toContain(bare(figure.text));
              if (expiresAt !== null) expect(face).toContain(bare(expiresAt.date));
            }
            for (const total of totals) expect(face).toContain(bare(total.text));
          }
          accounts += shown.length;
        },
      ),
      // About 280 accounts are drawn: half as many customers would miss the floor by chance.
      { numRuns: 120 },
    );
    expect(accounts).toBeGreaterThan(100);
  });

  it.each(languages)('print the same of who pays for an amount, in %s', (language) => {
    void i18next.changeLanguage(language);
    const [snapshot, market] = [
      { document: buildRichSubscriber(), source: 'cache' } as const,
      marketPack('CI'),
    ];
    let parts = 0;
    for (const use of payerUses) {
      for (const { due, text } of payerAmounts(use, market, language)) {
        const payers = buildPayerView(snapshot, use, { market, language, now: exampleNow }, due);
        const payment = payers?.payment;
        if (payers === null || !payment) throw new Error('A line with credit pays for anything');
        const printed = [text, ...payment.parts.flatMap(({ title, amount }) => [title, amount.text])];
        for (const face of [
          read(createElement(CounterPayment, { payment })),
          read(createElement(KioskPayment, { label: payers.label, payment })),
        ]) {
          for (const each of [...printed, payment.rest ?? '']) expect(face).toContain(bare(each));
        }
        parts += payment.parts.length;
      }
    }
    expect(parts).toBeGreaterThan(10);
  });
});
