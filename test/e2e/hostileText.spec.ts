import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { displayText } from '../../shared/domain/displayText';
import { marketPack } from '../../shared/domain/market';
import { buildCustomerView } from '../../shared/view/buildCustomerView';
import { dial } from '../../shared/ussd/engine';
import { buildRichSubscriber } from '../helpers/builders';
import { effortSeed, sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { hostileTexts } from '../helpers/hostileTexts';
import { openCustomer } from './counter';
import { expect, sizes, test, type Comptoir } from './fixture';
import { expectNothingCutOff, goHome, openDemoCustomer, openTile } from './kioskSteps';

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

/** What is read once all of `expected` stands on the page, shown again where live figures came in between. */
async function readShown(
  comptoir: Comptoir,
  text: string,
  expected: readonly string[],
  isSeen: () => Promise<void> = () => Promise.resolve(),
) {
  let now = await read(comptoir);
  await expect(async () => {
    await show(comptoir, text);
    await isSeen();
    now = await read(comptoir);
    expect(expected.filter((each) => !now.text.includes(each))).toEqual([]);
  }).toPass();
  return now;
}

const plain = (text: string) => text.replace(/\s+/gu, ' ');

test('whatever the feed and the keyboard bring is shown as it is written, at the counter and over #122#', async ({
  comptoir,
  page,
}) => {
  await openCustomer(page, 'richActive');
  const before = await read(comptoir);
  for (const text of texts) {
    const fields = ['name', 'plan', 'label', 'pass', 'option'].map((field) => plain(`${text} ${field}`));
    const now = await readShown(comptoir, text, fields, () =>
      expect(page.getByText(`${text} name`, { exact: true }).first()).toBeVisible({ timeout: 2_000 }),
    );
    expect([text, now.taken, now.elements]).toEqual([text, false, before.elements]);
    for (const path of ['', '1', '2', '3', '4']) {
      const screen = dial(path, { view: viewOf(text), market });
      expect(screen.text).not.toMatch(/undefined|\[object/);
    }
  }
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

test.describe('alone at the kiosk', () => {
  test.use({ mode: 'selfservice', size: sizes.kiosk });

  test('whatever the feed brings is shown as it is written and within the screen, however long', async ({
    comptoir,
    page,
  }) => {
    test.slow();
    const endless = [
      'x'.repeat(10_000),
      'mot '.repeat(2_500),
      '\u202Eeuqramer\u202C '.repeat(400),
      '🎁🇨🇮 '.repeat(500),
      'مكافأة '.repeat(1_000),
    ];
    await openDemoCustomer(page, 'richActive');
    const before = await read(comptoir);
    /** What is too long for a row ends early; its beginning is there. */
    const shownOf = (text: string, field: string) =>
      plain(text.length > 1_000 ? displayText(text, 40).replace('…', '') : `${text} ${field}`);
    const lookFor = async (text: string, fields: readonly string[]): Promise<void> => {
      const expected = fields.map((field) => shownOf(text, field));
      const now = await readShown(comptoir, text, expected);
      const name = text.slice(0, 40);
      expect([name, now.taken, now.elements]).toEqual([name, false, before.elements]);
      await expectNothingCutOff(page);
    };
    for (const text of [...texts, ...endless]) await lookFor(text, ['label', 'plan', 'pass']);
    for (const [tile, field] of [
      ['Mon offre', 'offer'],
      ['Options', 'option'],
      ['Factures', 'bill'],
    ] as const) {
      await openTile(page, tile);
      for (const text of [...texts.slice(0, 10), ...endless]) await lookFor(text, [field]);
      await goHome(page);
    }
    reportFigure(
      'Renderer isolation',
      'hostile texts on the kiosk',
      `${texts.length + endless.length} × 3 fields at home, all literal, none cut`,
    );
  });
});
