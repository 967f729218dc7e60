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
import { payerAmounts } from '../../../shared/view/payerAmounts';
import { payerUses } from '../../../shared/view/payerUse';
import { buildPayerView } from '../../../shared/view/payerView';
import {
  arbitraryLanguage,
  arbitraryMarket,
  arbitraryNow,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';
import { fullViewOf } from '../../helpers/customerViews';

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

  it('print the same of who pays for an amount', () => {
    let parts = 0;
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        fc.constantFrom(...payerUses),
        arbitraryMarket,
        arbitraryLanguage,
        arbitraryNow,
        (document, use, market, language, now) => {
          void i18next.changeLanguage(language);
          for (const { due, text } of payerAmounts(use, market, language)) {
            const snapshot = { document: { ...document, status: 'active' }, source: 'cache' } as const;
            const payers = buildPayerView(snapshot, use, { market, language, now }, due);
            const payment = payers?.payment;
            if (payment === null || payment === undefined) continue;
            const printed = [
              text,
              ...payment.parts.flatMap(({ title, amount }) => [title, amount.text]),
              payment.rest ?? '',
            ];
            for (const face of [
              read(createElement(CounterPayment, { payment })),
              read(createElement(KioskPayment, { label: payers?.label ?? '', payment })),
            ]) {
              for (const each of printed) expect(face).toContain(bare(escaped(each)));
            }
            parts += payment.parts.length;
          }
        },
      ),
      { numRuns: 120 },
    );
    expect(parts).toBeGreaterThan(10);
  });
});

/** As HTML writes it. */
function escaped(text: string): string {
  return renderToStaticMarkup(createElement('b', null, text)).slice('<b>'.length, -'</b>'.length);
}
