import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { marketPack } from '../../shared/domain/market';
import { buildCustomerView } from '../../shared/view/buildCustomerView';
import { dial } from '../../shared/ussd/engine';
import { buildRichSubscriber } from '../helpers/builders';
import { effortSeed, sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { hostileTexts } from '../helpers/hostileTexts';
import { customerTitle, openCustomer, synced } from './counter';
import { expect, test, type Comptoir } from './fixture';

const market = marketPack('CI');
const texts = hostileTexts(sizeOf({ short: 30, long: 200 }), effortSeed);

/** Every text that the feed brings is this one, with a word for the field behind it. */
function filledWith(text: string): SubscriberDocument {
  const rich = buildRichSubscriber({ asOf: new Date().toISOString() });
  const later = new Date(Date.now() + 3 * 86_400_000).toISOString();
  return {
    ...rich,
    customer: { id: 'C-1', name: `${text} name`, language: 'fr' },
    profile: { kind: 'prepaid', offer: `${text} offer`, plan: `${text} plan` },
    buckets: [
      { id: text, code: 'promo.x', label: `${text} label`, amount: 5, unit: 'XOF', expiresAt: later },
      { id: `${text}2`, code: `${text} code`, amount: 5, unit: 'XOF', expiresAt: later },
    ],
    usage: {
      from: '2026-11-01',
      to: '2026-11-22',
      allowances: [{ kind: 'data', label: `${text} pass`, used: 1, limit: 2, unit: 'B' }],
    },
    options: [{ code: text, label: `${text} option`, renews: true, expiresAt: later }],
    bills: [
      {
        ...{ id: `${text} bill`, issuedAt: '2026-10-31', dueAt: '2026-11-15' },
        ...{ amount: 12_500, currency: 'XOF', status: 'overdue' },
      },
    ],
  };
}

const viewOf = (text: string) =>
  buildCustomerView(
    { document: filledWith(text), source: 'cache' },
    { market, language: 'fr', now: Date.now() },
  );

/** What the page has been told arrives as it does from a sync. */
async function show({ app }: Comptoir, text: string): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, view) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('comptoir:event', 'customer:changed', view),
    JSON.stringify(viewOf(text)),
  );
}

/** All that can be read, open or folded, in one line; and whether anything in it has become more than text. */
function read({ page }: Comptoir) {
  return page.evaluate(() => ({
    text: document.body.textContent.replace(/\s+/g, ' '),
    elements: document.querySelectorAll('#root img, #root script, #root b, #root i, #root a').length,
    taken: 'taken' in window,
  }));
}

const plain = (text: string) => text.replace(/\s+/gu, ' ');

test('whatever the feed and the keyboard bring is shown as it is written, at the counter and over #122#', async ({
  comptoir,
  page,
}) => {
  await synced(page);
  await openCustomer(page, 'richActive');
  await expect(customerTitle(page, 'richActive')).toBeVisible();
  const before = await read(comptoir);
  const missing: string[] = [];
  for (const text of texts) {
    await show(comptoir, text);
    await expect(page.getByText(`${text} name`, { exact: true }).first()).toBeVisible();
    const now = await read(comptoir);
    for (const field of ['name', 'plan', 'label', 'pass', 'option']) {
      if (!now.text.includes(plain(`${text} ${field}`))) missing.push(`${field}: ${text}`);
    }
    expect([text, now.taken, now.elements]).toEqual([text, false, before.elements]);
    for (const path of ['', '1', '2', '3', '4']) {
      const screen = dial(path, { view: viewOf(text), market });
      expect(screen.text).not.toMatch(/undefined|\[object/);
    }
  }
  expect(missing).toEqual([]);
  reportFigure(
    'Renderer isolation',
    'hostile texts in synced fields',
    `${texts.length} × 5 fields, all literal`,
  );

  await page.keyboard.press('F2');
  const search = page.getByRole('searchbox').or(page.getByRole('textbox')).first();
  for (const text of texts.slice(0, 30)) {
    await search.fill(text);
    await search.press('Enter');
    const now = await read(comptoir);
    expect([text, now.taken]).toEqual([text, false]);
  }
});
