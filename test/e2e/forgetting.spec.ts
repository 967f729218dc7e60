/** Nothing of a customer stays where the next could find it: on the page, behind it, in its memory, on disk. */
import type { Page } from '@playwright/test';
import { firstGenerated, msisdnAt } from '../../electron/services/training/subscriberNumbers';
import { typePin } from './access';
import { call } from './bridge';
import { expect, sizes, switchLanguage, test, type Comptoir } from './fixture';
import {
  expectNothingLeft,
  openDemoCustomer,
  openDetail,
  openTile,
  start,
  steerClock,
  title,
  titles,
  typeOnKeypad,
} from './kioskSteps';
import { pictureHere } from './screens';
import { everythingHeld, findTraces, heapStrings } from './traces';
import { synced } from './feedState';
import { typedNumber } from './training';

test.use({ mode: 'selfservice', size: sizes.kiosk });

// Not a demo number: those are in the list that the face always holds.
const msisdn = msisdnAt(firstGenerated + 3);

interface Traces {
  readonly number: string;
  readonly name: string;
  readonly all: readonly string[];
}

/** Opens the customer, looks at everything once, and returns what would tell who it was. */
async function visit(page: Page): Promise<Traces> {
  await synced(page);
  await page.getByRole('button', { name: 'Commencer' }).click();
  const number = msisdn.slice('225'.length);
  await page.keyboard.type(number);
  const field = page.getByRole('textbox');
  const typed = await field.inputValue();
  await field.press('Control+a');
  await field.press('Control+c');
  await field.press('Control+x');
  await expect(field).toHaveValue(typed);
  await page.getByRole('button', { name: 'Continuer' }).click();
  // Who is generated has no PIN that is known here, but gets the code of the training mode.
  await page.getByRole('button', { name: 'Recevoir un code par SMS' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Le code reçu par SMS' })).toBeVisible();
  const sms = await page.locator('.trainingBanner-sms').textContent();
  await typePin(page, /\b\d{6}\b/.exec(sms ?? '')?.[0]);
  await expect(page.getByRole('heading', { level: 1, name: /^Bonjour \S/ })).toBeVisible();
  const answer = await call(page, 'customer:render', { language: 'fr' });
  if (!answer.ok || answer.value.restricted) throw new Error('not open');
  const name = answer.value.customer?.name ?? '';
  expect(name).not.toBe('');
  await page.getByRole('button', { name: /^Qui paie/ }).click();
  await page.getByRole('button', { name: 'Accueil' }).click();
  await page.getByRole('button', { name: /^Le #122#/ }).click();
  await page.getByRole('button', { name: 'Accueil' }).click();
  const { msisdnText, msisdnMasked } = answer.value;
  return { number, name, all: [number, msisdn, typed, msisdnText, msisdnMasked, name] };
}

async function expectForgotten(comptoir: Comptoir, folder: string, traces: Traces) {
  const { app, page } = comptoir;
  await expect(page.getByRole('heading', { level: 1, name: /d’un coup d’œil/ })).toBeVisible();
  const tellTale = (text: string): string[] => traces.all.filter((trace) => text.includes(trace));
  expect(tellTale(await everythingHeld(page))).toEqual([]);
  expect((await heapStrings(comptoir)).flatMap(tellTale)).toEqual([]);
  const clipboards = await app.evaluate(({ clipboard }) => {
    // As electron/main.ts clears it: the clipboard of selections stands apart, or is named.
    const read = (board: object, ...from: string[]): unknown =>
      Reflect.apply(Reflect.get(board, 'readText') as () => unknown, board, from);
    const selection: unknown = Reflect.get(clipboard, 'selection');
    const isApart = typeof selection === 'object' && selection !== null;
    return Promise.all([read(clipboard), isApart ? read(selection) : read(clipboard, 'selection')]);
  });
  expect(clipboards).toEqual(['', '']);
  expect(findTraces(folder, [traces.number, traces.name])).toEqual([]);
  expect(await call(page, 'customer:render', { language: 'fr' })).toEqual({
    ok: false,
    error: 'NO_CUSTOMER_OPEN',
  });
}

test('after "Terminer" the page, its storage and memory, the clipboard and every file of the profile know nothing', async ({
  comptoir,
  profileFolder,
}) => {
  const { page } = comptoir;
  const traces = await visit(page);
  expect((await heapStrings(comptoir)).some((text) => text.includes(traces.name))).toBe(true);
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expectForgotten(comptoir, profileFolder, traces);
});

test('after the idle reset they know nothing either', async ({ comptoir, profileFolder }) => {
  const { page } = comptoir;
  await steerClock(page);
  const traces = await visit(page);
  await page.clock.runFor(46_000);
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.clock.runFor(15_000);
  await expectForgotten(comptoir, profileFolder, traces);
});

test('the next visitor finds the kiosk as it is for everybody', async ({ page }) => {
  await openDemoCustomer(page, 'richActive');
  await switchLanguage(page, 'en');
  await page.getByRole('button', { name: 'Largest text' }).click();
  await page.getByRole('button', { name: 'High contrast' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expectNothingLeft(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('html')).not.toHaveAttribute('data-contrast');
  await expect(page.getByRole('button', { name: 'Texte normal' })).toHaveAttribute('aria-pressed', 'true');
});

test('a visitor who has left is asked for, counted down and forgotten, on whichever screen they were', async ({
  page,
}) => {
  await steerClock(page);
  await openDemoCustomer(page, 'richActive');
  await openDetail(page, 'Bonus Crédit');
  // From the last touch on, no time passes but what is said here.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  await page.mouse.move(500, 900);
  await page.clock.runFor(46_000);
  const warning = page.getByRole('alertdialog', { name: 'Êtes-vous toujours là ?' });
  await expect(warning).toBeVisible();
  await expect(warning.getByRole('timer')).toContainText('14 secondes');
  await page.clock.runFor(5_000);
  await expect(warning.getByRole('timer')).toContainText('9 secondes');
  await page.clock.resume();
  await pictureHere(page, 'selfservice-idle-warning');
  await page.clock.runFor(10_000);
  await expectNothingLeft(page);

  // A number left half typed.
  await start(page);
  await typeOnKeypad(page, typedNumber('richActive'));
  await page.clock.runFor(61_000);
  await expectNothingLeft(page);

  // An order that was seen and not confirmed is none.
  await openDemoCustomer(page, 'richActive');
  await openTile(page, 'Pass');
  await page.getByRole('button', { name: /^Choisir\s: Pass Internet Jour/ }).click();
  await expect(page.getByRole('button', { name: /^Je confirme/ })).toBeVisible();
  await page.clock.runFor(61_000);
  await expectNothingLeft(page);
  await openDemoCustomer(page, 'richActive');
  const answer = await call(page, 'customer:render', { language: 'fr' });
  expect(answer).toMatchObject({ ok: true, value: { orders: [] } });
});

test('the welcome asks nobody who touched it whether they are there: the next touch or key does what it is for', async ({
  page,
}) => {
  await steerClock(page);
  await synced(page);
  const begin = page.getByRole('button', { name: 'Commencer' });
  for (const press of [() => begin.click(), () => begin.press('Enter')]) {
    await page.mouse.move(500, 900);
    await page.mouse.move(500, 910);
    await page.clock.runFor(50_000);
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await press();
    await expect(title(page, titles.number)).toBeVisible();
    await page.getByRole('button', { name: 'Terminer' }).click();
    await expect(title(page, titles.welcome)).toBeVisible();
  }
});

test('any input answers the warning and presses nothing under it', async ({ page }) => {
  await steerClock(page);
  await openDemoCustomer(page, 'richActive');
  const warning = page.getByRole('alertdialog');
  const answers = [
    () => page.getByRole('button', { name: 'Je continue' }).click(),
    () => page.getByRole('button', { name: 'Terminer' }).click({ force: true, position: { x: 10, y: 10 } }),
    () => page.keyboard.press('Enter'),
    () => page.keyboard.press('Escape'),
  ];
  for (const answer of answers) {
    await page.clock.runFor(50_000);
    await expect(warning).toBeVisible();
    await answer();
    await expect(warning).toBeHidden();
    await expect(title(page, titles.home)).toBeVisible();
  }
});
