/** What a customer alone at the kiosk finds on each page. */
import type { Page } from '@playwright/test';
import type { DemoKey } from '../../electron/services/training/demoNumbers';
import { languages } from '../../shared/domain/language';
import type { CategoryView } from '../../shared/view/customerView';
import { call } from './bridge';
import { expect, sizes, switchLanguage, test } from './fixture';
import {
  expectNothingCutOff,
  goHome,
  openDemoCustomer,
  openDetail,
  openTile,
  rich,
  title,
  titles,
  typeOnKeypad,
} from './kioskSteps';
import { expectAccessible, keepPicture, pictureHere, pictureScreen } from './screens';

const mainAccount = { fr: 'Compte principal', en: 'Main account' };

test.use({ mode: 'selfservice', size: sizes.kiosk });

test('home shows who, the main account and until when, and leads to the detail of each category', async ({
  page,
}) => {
  test.slow();
  await openDemoCustomer(page, 'richActive');
  await expect(page.getByText(rich.masked)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Compte principal' })).toContainText(/F\sCFA/);
  await expect(page.getByText(/^Valable jusqu’au/)).toBeVisible();
  // All of it in one glance, where the kiosk stands upright.
  const hidden = () =>
    page.getByRole('main').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  for (const language of languages) {
    await switchLanguage(page, language);
    await expect(page.getByRole('region', { name: mainAccount[language] })).toBeVisible();
    expect(await hidden()).toBe(0);
  }
  await switchLanguage(page, 'fr');
  // Again, once larger words have made it scroll.
  await page.getByRole('button', { name: 'Très grand texte' }).click();
  expect(await hidden()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Texte normal' }).click();
  await expect.poll(hidden).toBe(0);
  await pictureScreen(page, 'selfservice-home');

  for (const [category, name] of [
    ['Bonus Crédit', 'credit'],
    ['Bonus Minutes', 'minutes'],
    ['Internet', 'internet'],
  ] as const) {
    await openDetail(page, category);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    await expect(page.getByText(/^#122\*\d#$/)).toBeVisible();
    await pictureScreen(page, `selfservice-detail-${name}`);
    await goHome(page);
    await expect(title(page, titles.home)).toBeVisible();
  }
});

async function bonusOf(page: Page): Promise<readonly CategoryView[]> {
  const answer = await call(page, 'customer:render', { language: 'fr' });
  if (!answer.ok || answer.value.restricted || answer.value.bonus === null) throw new Error('no bonus');
  return answer.value.bonus;
}

test('every account of the view stands on the detail of its category with its amount', async ({ page }) => {
  await openDemoCustomer(page, 'richActive');
  const rows = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') });
  for (const { label, code } of await bonusOf(page)) {
    await openDetail(page, label);
    // The training's amounts move: what is asked for and what is shown may lie a moment apart.
    await expect(async () => {
      const category = (await bonusOf(page)).find((each) => each.code === code);
      const accounts = category?.headings.flatMap((heading) => heading.accounts) ?? [];
      expect(accounts).not.toHaveLength(0);
      await expect(rows).toHaveCount(accounts.length);
      for (const [index, account] of accounts.entries()) {
        await expect(rows.nth(index)).toContainText(account.label, { timeout: 1_000 });
        await expect(rows.nth(index)).toContainText(account.figure.text, { timeout: 1_000 });
      }
    }).toPass();
    await goHome(page);
  }
});

test('each further page opens from its tile and is accessible', async ({ page }) => {
  // Twelve pages, each pictured in both languages at three sizes.
  test.setTimeout(240_000);
  await openDemoCustomer(page, 'richActive');
  const sections = [
    ['Mon offre', 'profile'],
    ['Options', 'options'],
    ['Pass', 'passes'],
    ['Numéros préférés', 'preferredNumbers'],
    ['Orange Money', 'orangeMoney'],
    ['Factures', 'bills'],
    ['Qui paie ?', 'payer'],
    ['Le #122#', 'phone'],
    ['Que s’est-il passé ?', 'ledger'],
    ['Aide', 'help'],
  ] as const;
  const tiles = page.getByRole('navigation', { name: 'Mes services' });
  await expect(tiles.getByRole('button')).toHaveCount(sections.length);
  for (const [section, picture] of sections) {
    await openTile(page, section);
    await expect(title(page, section)).toBeVisible();
    await pictureScreen(page, `selfservice-${picture}`);
    await goHome(page);
  }
  for (const [panel, button, name] of [
    ['Ma conso', 'Voir détail', 'consumption'],
    ['À utiliser d’abord', 'Tout voir', 'expiring'],
  ] as const) {
    await page.getByRole('region', { name: panel }).getByRole('button', { name: button }).click();
    await expect(title(page, panel)).toBeVisible();
    await pictureScreen(page, `selfservice-${name}`);
    await goHome(page);
  }
});

test('the bars of consumption have their figures in a table behind them', async ({ page }) => {
  await openDemoCustomer(page, 'richActive');
  await page.getByRole('region', { name: 'Ma conso' }).getByRole('button', { name: 'Voir détail' }).click();
  await page.getByText('Voir les chiffres').click();
  const table = page.getByRole('table', { name: 'Jour par jour' });
  await expect(table.getByRole('columnheader')).toHaveText([
    'Jour',
    'Internet',
    'Appels',
    'SMS',
    'Crédit dépensé',
  ]);
  expect(await table.getByRole('row').count()).toBeGreaterThan(7);
  await page.getByRole('button', { name: 'Appels' }).click();
  await expect(page.getByRole('button', { name: 'Appels' })).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
});

test('a button that has led as far as it can keeps the focus', async ({ page }) => {
  await openDemoCustomer(page, 'richActive');
  await page.getByRole('region', { name: 'Ma conso' }).getByRole('button', { name: 'Voir détail' }).click();
  const day = page.getByRole('group', { name: 'Jour choisi' });
  const next = day.getByRole('button', { name: 'Jour suivant' });
  await day.getByRole('button', { name: 'Jour précédent' }).press('Enter');
  await expect(next).toBeEnabled();
  const shown = await day.getByRole('status').locator('span').first().textContent();
  await next.press('Enter');
  await expect(next).toBeDisabled();
  await expect(next).toBeFocused();
  const last = await day.getByRole('status').locator('span').first().textContent();
  expect(last).not.toBe(shown);
  await next.press('Enter');
  await expect(day.getByRole('status')).toContainText(last!);
});

test('Orange Money leads to what it pays, and to what there is to read about it', async ({ page }) => {
  await openDemoCustomer(page, 'richActive');
  await openTile(page, 'Orange Money');
  await page.getByRole('button', { name: /^Un pass ou une option/ }).click();
  await expect(title(page, 'Pass')).toBeVisible();
  await goHome(page);
  await openTile(page, 'Orange Money');
  await page.getByRole('region', { name: 'À lire aussi' }).getByRole('button').first().click();
  await expect(title(page, /Orange Money/)).toBeFocused();
  await expect(page.getByRole('region', { name: 'Sur votre ligne' })).toBeVisible();
});

test('bills say first how many are to be paid', async ({ page }) => {
  await openDemoCustomer(page, 'overdueBill');
  await openTile(page, 'Factures');
  await expect(page.getByRole('region', { name: 'À payer' })).toContainText(/2\sfactures.*1\sen retard/);
});

test('#122# is walked through with what a telephone would show', async ({ page }) => {
  await openDemoCustomer(page, 'richActive');
  await openTile(page, 'Le #122#');
  const screen = page.getByRole('form', { name: 'Le #122#' }).getByRole('status');
  await expect(screen).toContainText('1 Compte principal');
  await typeOnKeypad(page, '1');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('#122*1#')).toBeVisible();
  await expect(screen).toContainText('Compte principal');
  await expect(screen).toContainText('F CFA');
});

test('one touch hides every amount from onlookers', async ({ page }) => {
  await openDemoCustomer(page, 'richActive');
  const main = page.getByRole('main');
  const amounts = /\d[\s\d,]*\s?(F\sCFA|Go|Mo|SMS|min)\b/;
  await expect(main).toContainText(amounts);
  await page.getByRole('button', { name: 'Masquer les montants' }).click();
  await expect(main).not.toContainText(amounts);
  await expect(main).not.toContainText(/\d\s%/);
  await openDetail(page, 'Bonus Crédit');
  await expect(main).not.toContainText(/\d\s?F\sCFA/);
  await pictureHere(page, 'selfservice-amounts-hidden');
  await goHome(page);

  // Who pays for an amount: the visitor chose it themselves, what their balances pay of it they did not.
  await openTile(page, 'Qui paie ?');
  const choices = page.getByRole('group', { name: 'Combien ?' });
  await choices.getByRole('button', { name: '1 h' }).click();
  const payment = page.getByRole('region', { name: /^Appel vers Orange · 1\sh$/ });
  await expect(payment.getByRole('listitem').first()).toBeVisible();
  await expect(payment).not.toContainText(/\d\s?(min|s)\b/);
  await page.getByRole('button', { name: 'Masquer les montants' }).click();
  await expect(payment.getByRole('listitem').first()).toContainText(/\d\smin/);
  await pictureScreen(page, 'selfservice-payer-amount');
  await page.getByRole('button', { name: 'Très grand texte' }).click();
  for (const size of Object.values(sizes)) {
    await page.setViewportSize(size);
    await expectNothingCutOff(page);
    await keepPicture(page, 'selfservice-largest-payer-amount', { language: 'fr', ...size });
  }
  await page.getByRole('button', { name: 'Internet de jour' }).click();
  await expect(choices.getByRole('button', { name: 'Sans montant' })).toHaveAttribute('aria-pressed', 'true');
  await expect(choices.getByRole('button', { name: '1 Go' })).toBeVisible();
  await expect(payment).toHaveCount(0);
});

const states: readonly DemoKey[] = [
  'inactive',
  'expiringTonight',
  'everythingExpired',
  'unknownCodes',
  'absentSections',
  'overdueBill',
  'severalContracts',
  'dataOver100Percent',
  'sixtyBuckets',
  'veryLongName',
  'zeroBalances',
  'hostileStrings',
  'oldSnapshot',
  'negativeBalance',
  'notYetValid',
];

test('each demo number is shown whole and accessible, one visitor after the other', async ({ page }) => {
  test.setTimeout(180_000);
  for (const key of states) {
    await test.step(key, async () => {
      await openDemoCustomer(page, key);
      await pictureHere(page, `selfservice-${key}`);
      await expectNothingCutOff(page);
      const details = page.getByRole('article').getByRole('button');
      for (let index = 0; index < (await details.count()); index += 1) {
        await details.nth(index).click();
        await expect(page.getByRole('button', { name: 'Accueil' })).toBeVisible();
        await expectNothingCutOff(page);
        await goHome(page);
      }
      await page.getByRole('button', { name: 'Terminer' }).click();
    });
  }
});
