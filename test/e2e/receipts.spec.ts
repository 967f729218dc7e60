import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { customerTitle, openCustomer, searchBox, section, synced, typedNumber } from './counter';
import { expect, readLog, sizes, switchLanguage, test } from './fixture';
import { expectAccessible, pictureScreen, screensFolder } from './screens';

/** As a scanner types: every key at once, then Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.type(code.replaceAll('-', ''), { delay: 2 });
  await page.keyboard.press('Enter');
}

function textOf(pdf: string): string {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  return text.normalize('NFC').replace(/[\u00a0\u202f]/g, ' ');
}

test('a receipt at the counter is seen, kept as PDF, and its code verified', async ({
  page,
  profileFolder,
}) => {
  test.slow();
  await openCustomer(page, 'richActive');
  await page.keyboard.press('F8');
  const panel = page.getByRole('complementary', { name: 'Reçu' });
  const code = panel.locator('.ticket-code');
  await expect(code).toHaveText(/^R[0-9A-Z]{3}(-[0-9A-Z]{4}){6}$/);
  await pictureScreen(page, 'receipt-panel');
  const codeText = await code.innerText();

  const save = panel.getByRole('button', { name: 'Enregistrer en PDF' });
  await save.press('Enter');
  await expect(panel.getByRole('status')).toContainText(/comptoir-\d{8}T\d{6}Z\.pdf est dans Documents/);
  await expect(save).toBeFocused();
  const folder = join(profileFolder, 'Documents');
  const [fileName] = readdirSync(folder);
  const pdf = join(folder, fileName!);
  const text = textOf(pdf);
  expect(text).toContain('Reçu de consultation');
  expect(text).toContain('Bonus Crédit');
  expect(text).toContain('Boutique de formation');
  expect(text).toContain('07 •• •• •• 01');
  expect(text.replace(/\s/g, '')).toContain(codeText);
  expect(text).not.toMatch(/KOUASSI/i);
  expect(text.replace(/\s/g, '')).not.toContain(typedNumber('richActive'));
  const facts = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  expect(facts).toMatch(/Title:\s+Comptoir\n/);
  expect(facts).toMatch(/Pages:\s+1\n/);
  mkdirSync(screensFolder, { recursive: true });
  execFileSync('pdftoppm', ['-png', '-r', '150', '-singlefile', pdf, join(screensFolder, 'ticket')]);

  await page.keyboard.press('Escape');
  await scan(page, codeText);
  await expect(page.getByRole('heading', { level: 1, name: 'Reçu vérifié' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('•• 01');
  await expect(page.getByRole('main')).toContainText(/F\sCFA/);
  await expect(customerTitle(page, 'richActive')).toBeHidden();
  await expectAccessible(page);
  await expect(page.getByRole('main')).toContainText(/\d\sh\s\d/);
  await switchLanguage(page, 'en');
  await expect(page.getByRole('heading', { level: 1, name: 'Receipt verified' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/\d\sh\s\d/);
  await switchLanguage(page, 'fr');

  // The next code takes the place of the one before, with no key in between.
  await page.keyboard.type(codeText.replace(/.$/, (last) => (last === '7' ? '8' : '7')));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Code mal tapé' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(searchBox(page)).toHaveValue('');
  expect(readLog(profileFolder)).not.toContain('"level":"error"');
});

test.describe('at the kiosk', () => {
  test.use({ mode: 'selfservice' });

  test.describe('on a small screen', () => {
    test.use({ size: sizes.smallCounter });

    test('each group of the code for the counter has a line of its own at the largest text', async ({
      page,
    }) => {
      await synced(page);
      await openAtKiosk(page);
      await page.getByRole('button', { name: 'Très grand texte' }).click();
      await page.getByRole('button', { name: 'Continuer au comptoir' }).click();
      const groups = page.getByRole('region', { name: 'Votre code' }).locator('.bigCode-text > span');
      await expect(groups).toHaveCount(3);
      await pictureScreen(page, 'kiosk-handoff-small-largest');
      const tops = await groups.evaluateAll((spans) => spans.map((span) => span.getBoundingClientRect().top));
      expect(new Set(tops).size).toBe(3);
    });
  });

  test('a customer goes on at the counter by a code, once, with nothing typed again', async ({
    page,
    profileFolder,
  }) => {
    test.slow();
    await synced(page);
    await openAtKiosk(page);
    await page.getByRole('button', { name: 'Reçu', exact: true }).click();
    // Any group may begin with an R.
    await expect(page.getByText(/^R[0-9A-Z]{3}$/).first()).toBeVisible();
    await pictureScreen(page, 'kiosk-receipt');
    await page.getByRole('button', { name: 'Accueil' }).click();

    await page.getByRole('button', { name: /Factures/ }).click();
    await page.getByRole('button', { name: 'Continuer au comptoir' }).click();
    const code = page.getByRole('region', { name: 'Votre code' }).locator('.bigCode-text');
    await expect(code).toBeVisible();
    const codeText = (await code.innerText()).replace(/\s/g, '');
    expect(codeText).toMatch(/^[G-Z][0-9A-Z]{11}$/);
    await expect(page.getByRole('timer')).toHaveText(/Encore 4:5\d|Encore 5:00/);
    await pictureScreen(page, 'kiosk-handoff');
    await page.getByRole('button', { name: 'Retour' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Factures' })).toBeVisible();

    await page.getByRole('button', { name: 'Terminer' }).click();
    await toCounter(page);
    await scan(page, codeText);
    await expect(customerTitle(page, 'richActive')).toBeVisible();
    await expect(section(page, 'Factures')).toBeFocused();
    const arrival = page.getByText('Depuis la borne');
    await expect(arrival).toContainText('Factures');
    await expect(arrival).toBeInViewport({ ratio: 1 });
    await expect(customerTitle(page, 'richActive')).toBeInViewport({ ratio: 1 });
    // The section is in sight without a scroll, and so the page stays at its top.
    expect(await page.getByRole('main').evaluate((body) => body.scrollTop)).toBe(0);

    // Whoever comes over from the kiosk is one of the session's customers, like those that were looked up.
    await page.keyboard.press('Shift+F7');
    const recent = page.getByRole('region', { name: 'Clients de cette session' }).getByRole('button');
    await expect(recent).toHaveText([/^07 •• •• •• 01Suite de la borne/]);

    await scan(page, codeText);
    await expect(page.getByRole('heading', { level: 1, name: 'Code déjà utilisé' })).toBeVisible();
    await expectAccessible(page);
    expect(readLog(profileFolder)).not.toContain('"level":"error"');
  });
});

/** The demo number with everything. */
async function openAtKiosk(page: Page): Promise<void> {
  await page.getByRole('complementary').getByRole('button').last().click();
  await page.getByRole('button', { name: /07 00 00 00 01/ }).click();
}

async function toCounter(page: Page): Promise<void> {
  await page.getByRole('complementary').getByRole('button').first().click();
  await expect(searchBox(page)).toBeFocused();
}
