/** Journeys of a customer alone at the kiosk. */
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoNumbers, type DemoKey } from '../../electron/services/training/demoNumbers';
import { firstGenerated, msisdnAt } from '../../electron/services/training/subscriberNumbers';
import { typePin } from './access';
import { call } from './bridge';
import { expect, shopTest, sizes, switchLanguage, test } from './fixture';
import { expectAccessible, pictureScreen, screensFolder } from './screens';

test.use({ mode: 'selfservice', size: sizes.kiosk });
shopTest.use({ mode: 'selfservice', size: sizes.kiosk });

const rich = { firstName: 'Aya', familyName: 'KOUASSI', masked: '07 •• •• •• 01' };
const titles = {
  welcome: 'Vos bonus et votre conso, d’un coup d’œil',
  number: 'Quel est votre numéro ?',
  home: `Bonjour ${rich.firstName}`,
};

/** `0700000001`, as a customer types it. */
function typedNumber(key: DemoKey): string {
  const demo = demoNumbers.find((each) => each.key === key)!;
  return demo.msisdn.slice('225'.length);
}

function title(page: Page, name: string) {
  return page.getByRole('heading', { level: 1, name });
}

async function synced(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const status = await call(page, 'sync:status', {});
      return status.ok && status.value.state === 'live';
    })
    .toBe(true);
}

async function start(page: Page): Promise<void> {
  await synced(page);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await expect(title(page, titles.number)).toBeVisible();
}

async function typeOnKeypad(page: Page, digits: string): Promise<void> {
  const keypad = page.getByRole('group', { name: 'Clavier' });
  for (const digit of digits) await keypad.getByRole('button', { name: digit, exact: true }).click();
}

async function open(page: Page, key: DemoKey): Promise<void> {
  await start(page);
  await typeOnKeypad(page, typedNumber(key));
  await page.getByRole('button', { name: 'Continuer' }).click();
  await typePin(page);
  await expect(page.getByRole('heading', { level: 1, name: /^Bonjour/ })).toBeVisible();
}

async function openDetail(page: Page, section: string): Promise<void> {
  await page.getByRole('article', { name: section }).getByRole('button', { name: 'Voir détail' }).click();
  await expect(title(page, section)).toBeVisible();
}

/** From now on time passes as the test says; what was started by the clock before is started again. */
async function steerClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.reload();
}

/** All that the page holds: what is drawn, what is in its attributes and fields, what it has stored. */
async function everythingHeld(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const fields = [...document.querySelectorAll('input')].map((input) => input.value);
    const databases = await indexedDB.databases();
    return JSON.stringify([
      document.documentElement.outerHTML,
      document.title,
      location.href,
      fields,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      history.state,
      databases,
    ]);
  });
}

async function expectNothingLeft(page: Page): Promise<void> {
  await expect(title(page, titles.welcome)).toBeVisible();
  const held = await everythingHeld(page);
  for (const trace of [rich.firstName, rich.familyName, rich.masked, 'Compte principal</h2>']) {
    expect(held).not.toContain(trace);
  }
  const number = typedNumber('richActive');
  expect(held.replace(/[^0-9A-Za-z]/g, '')).not.toContain(number);
  expect(await call(page, 'customer:render', { language: 'fr' })).toEqual({
    ok: false,
    error: 'NO_CUSTOMER_OPEN',
  });
}

test('the welcome invites in both languages, says what one can do and how the service is', async ({
  page,
}) => {
  await expect(title(page, titles.welcome)).toBeVisible();
  await expect(page.getByText('Your bonuses and usage, at a glance')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Commencer' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await synced(page);
  await expect(page.getByText('En ligne.')).toBeVisible();
  await pictureScreen(page, 'selfservice-welcome');
});

test('the language touched at the welcome is the one it goes on in', async ({ page }) => {
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(title(page, 'What is your number?')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a number typed on the keypad leads home, and from there to the detail of each category', async ({
  page,
}) => {
  test.slow();
  await start(page);
  await typeOnKeypad(page, typedNumber('richActive'));
  await expect(page.getByRole('textbox', { name: 'Votre numéro' })).toHaveValue('07 00 00 00 01');
  await pictureScreen(page, 'selfservice-number');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await typePin(page);

  await expect(title(page, titles.home)).toBeVisible();
  await expect(page.getByText(rich.masked)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Compte principal' })).toContainText(/F\sCFA/);
  await expect(page.getByText(/^Valable jusqu’au/)).toBeVisible();
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
    await page.getByRole('button', { name: 'Accueil' }).click();
    await expect(title(page, titles.home)).toBeVisible();
  }
});

test('every account of the view stands on the detail of its category with its amount', async ({ page }) => {
  await open(page, 'richActive');
  const answer = await call(page, 'customer:render', { language: 'fr' });
  if (!answer.ok || answer.value.restricted || answer.value.bonus === null) throw new Error('no bonus');
  for (const category of answer.value.bonus) {
    await openDetail(page, category.label);
    const accounts = category.headings.flatMap((heading) => heading.accounts);
    const rows = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading') });
    await expect(rows).toHaveCount(accounts.length);
    for (const [index, account] of accounts.entries()) {
      await expect(rows.nth(index)).toContainText(account.label);
      await expect(rows.nth(index)).toContainText(account.figure.text);
    }
    await page.getByRole('button', { name: 'Accueil' }).click();
  }
});

test('each further page opens from its tile and is accessible', async ({ page }) => {
  // Twelve pages, each pictured in both languages at three sizes.
  test.setTimeout(240_000);
  await open(page, 'richActive');
  const tiles = page.getByRole('navigation', { name: 'Mes services' });
  const sections = [
    ['Mon offre', 'profile'],
    ['Options', 'options'],
    ['Pass', 'passes'],
    ['Numéros préférés', 'preferredNumbers'],
    ['Orange Money', 'orangeMoney'],
    ['Factures', 'bills'],
    ['Qui paie ?', 'payer'],
    ['Le #122#', 'phone'],
    ['Que s’est-il passé ?', 'ledger'],
    ['Aide', 'help'],
  ] as const;
  await expect(tiles.getByRole('button')).toHaveCount(sections.length);
  for (const [section, picture] of sections) {
    // Its name, then what is said of it in a few words.
    const name = section.replace(/\s/g, '\\s').replace('?', '\\?');
    await tiles.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await expect(title(page, section)).toBeVisible();
    await pictureScreen(page, `selfservice-${picture}`);
    await page.getByRole('button', { name: 'Accueil' }).click();
  }
  for (const [panel, button, name] of [
    ['Ma conso', 'Voir détail', 'consumption'],
    ['À utiliser d’abord', 'Tout voir', 'expiring'],
  ] as const) {
    await page.getByRole('region', { name: panel }).getByRole('button', { name: button }).click();
    await expect(title(page, panel)).toBeVisible();
    await pictureScreen(page, `selfservice-${name}`);
    await page.getByRole('button', { name: 'Accueil' }).click();
  }
});

test('the bars of consumption have their figures in a table behind them', async ({ page }) => {
  await open(page, 'richActive');
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

test('#122# is walked through with what a telephone would show', async ({ page }) => {
  await open(page, 'richActive');
  await page.getByRole('button', { name: /^Le #122#/ }).click();
  const screen = page.getByRole('form', { name: 'Le #122#' }).getByRole('status');
  await expect(screen).toContainText('1 Compte principal');
  await typeOnKeypad(page, '1');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('#122*1#')).toBeVisible();
  await expect(screen).toContainText('Compte principal');
  await expect(screen).toContainText('F CFA');
});

test('a line that is not active shows its main account, the expiry and what to do, and no way on but help', async ({
  page,
}) => {
  await open(page, 'deactivated');
  await expect(page.getByRole('region', { name: 'Compte principal' })).toContainText(/F\sCFA/);
  await expect(page.getByRole('heading', { name: 'Votre ligne est désactivée' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveText(['Aide et numéros utiles']);
  await expect(page.getByRole('article')).toHaveCount(0);
  await pictureScreen(page, 'selfservice-restricted');
});

test('an unknown number is answered as a wrong PIN is, and an incomplete one calmly', async ({ page }) => {
  const alert = page.getByRole('alert');
  await start(page);
  await typeOnKeypad(page, '0799');
  await page.getByRole('button', { name: 'Supprimer le dernier chiffre' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('07 9');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(alert).toContainText('Ce numéro n’est pas complet.');
  await pictureHere(page, 'selfservice-number-refused');
  await page.getByRole('button', { name: 'Effacer', exact: true }).click();
  await expect(alert).toBeEmpty();

  const said: (string | null)[] = [];
  for (const [number, pin] of [
    ['0799999999', '1234'],
    [typedNumber('richActive'), '4321'],
  ] as const) {
    await typeOnKeypad(page, number);
    await page.getByRole('button', { name: 'Continuer' }).click();
    await typePin(page, pin);
    await expect(alert).toContainText('Ce numéro et ce code ne vont pas ensemble.');
    said.push(await alert.textContent());
    await page.getByRole('button', { name: 'Changer de numéro' }).click();
    await page.getByRole('button', { name: 'Effacer', exact: true }).click();
  }
  expect(said[0]).toBe(said[1]);
});

test('the whole way can be gone by keyboard, with the focus in sight', async ({ page }) => {
  await synced(page);
  await page.getByRole('button', { name: 'Commencer' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(`${typedNumber('richActive')}9`);
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('textbox')).toHaveValue('07 00 00 00 01');
  await page.keyboard.press('Enter');
  await expect(title(page, 'Votre code secret')).toBeFocused();
  await page.keyboard.type('1234');
  await page.keyboard.press('Enter');
  await expect(title(page, titles.home)).toBeFocused();

  const detail = page.getByRole('article', { name: 'Internet' }).getByRole('button');
  for (
    let tabs = 0;
    tabs < 30 && !(await detail.evaluate((element) => element.matches(':focus')));
    tabs += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(detail).toBeFocused();
  await expect(detail).toHaveCSS('--focus', /./);
  await page.keyboard.press('Enter');
  await expect(title(page, 'Internet')).toBeFocused();
});

test('a change of language keeps the place and what was typed', async ({ page }) => {
  await start(page);
  await typeOnKeypad(page, '0700');
  await switchLanguage(page, 'en');
  await expect(title(page, 'What is your number?')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue('07 00');
  await page.keyboard.type('000001');
  await page.getByRole('button', { name: 'Continue' }).click();
  await typePin(page);
  await expect(title(page, `Hello ${rich.firstName}`)).toBeVisible();

  await page.getByRole('article').first().getByRole('button', { name: 'See details' }).click();
  await switchLanguage(page, 'fr');
  await expect(title(page, 'Bonus Crédit')).toBeVisible();
  await expect(page.getByText('Crédit pour les appels')).toBeVisible();
});

test('"Terminer" forgets the visitor at once, on the page and behind it', async ({ page }) => {
  await open(page, 'richActive');
  await switchLanguage(page, 'en');
  await page.getByRole('button', { name: 'Largest text' }).click();
  await page.getByRole('button', { name: 'High contrast' }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expectNothingLeft(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('html')).not.toHaveAttribute('data-contrast');
  await expect(page.getByRole('button', { name: 'Texte normal' })).toHaveAttribute('aria-pressed', 'true');
});

test('nothing of a visitor stays in the memory of the page', async ({ page }) => {
  await start(page);
  // Not a demo number: those are in the list that the face always holds.
  const number = msisdnAt(firstGenerated).slice('225'.length);
  await typeOnKeypad(page, number);
  const typed = await page.getByRole('textbox').inputValue();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Recevoir un code par SMS' }).click();
  await expect(title(page, 'Le code reçu par SMS')).toBeVisible();
  const sms = (await page.locator('.trainingBanner-sms').textContent())!;
  await typePin(page, /\b\d{6}\b/.exec(sms)![0]);
  const greeting = page.getByRole('heading', { level: 1, name: /^Bonjour \S/ });
  const name = (await greeting.textContent())!.replace('Bonjour ', '');
  const masked = (await page.getByText(/^07 •• •• •• \d\d$/).textContent())!;
  const traces = [number, typed, masked, `"${name}`, `${name} `];
  const left = async () =>
    (await heapStrings(page)).filter((text) => traces.some((trace) => text.includes(trace)));
  expect(await left()).not.toEqual([]);

  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(title(page, titles.welcome)).toBeVisible();
  expect(await left()).toEqual([]);
});

test('a visitor who has left is asked for, counted down and forgotten', async ({ page }) => {
  await steerClock(page);
  await open(page, 'richActive');
  await openDetail(page, 'Bonus Crédit');
  await page.clock.runFor(46_000);
  const warning = page.getByRole('alertdialog', { name: 'Êtes-vous toujours là ?' });
  await expect(warning).toBeVisible();
  await expect(warning.getByRole('timer')).toContainText('14 secondes');
  await page.clock.runFor(5_000);
  await expect(warning.getByRole('timer')).toContainText('9 secondes');
  await pictureHere(page, 'selfservice-idle-warning');

  await page.clock.runFor(10_000);
  await expectNothingLeft(page);
});

test('any input answers the warning and presses nothing under it', async ({ page }) => {
  await steerClock(page);
  await open(page, 'richActive');
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

test('a number left half typed is forgotten too', async ({ page }) => {
  await steerClock(page);
  await start(page);
  await typeOnKeypad(page, typedNumber('richActive'));
  await page.clock.runFor(61_000);
  await expectNothingLeft(page);
});

test('one touch hides every amount from onlookers', async ({ page }) => {
  await open(page, 'richActive');
  const main = page.getByRole('main');
  const amounts = /\d[\s\d,]*\s?(F\sCFA|Go|Mo|SMS|min)\b/;
  await expect(main).toContainText(amounts);
  await page.getByRole('button', { name: 'Masquer les montants' }).click();
  await expect(main).not.toContainText(amounts);
  await expect(main).not.toContainText(/\d\s%/);
  await openDetail(page, 'Bonus Crédit');
  await expect(main).not.toContainText(/\d\s?F\sCFA/);
  await pictureHere(page, 'selfservice-amounts-hidden');
});

test('text sizes and high contrast are real and accessible on every kind of screen', async ({ page }) => {
  await page.getByRole('button', { name: 'Contraste élevé' }).click();
  await pictureHere(page, 'selfservice-contrast-welcome');
  await open(page, 'richActive');
  await pictureScreen(page, 'selfservice-contrast-home');
  const size = () =>
    title(page, titles.home).evaluate((heading) => parseFloat(getComputedStyle(heading).fontSize));
  const normal = await size();
  await page.getByRole('button', { name: 'Très grand texte' }).click();
  expect(await size()).toBeCloseTo(1.4 * normal, 1);
  await pictureHere(page, 'selfservice-contrast-largest-home');
  await page.getByRole('button', { name: 'Contraste élevé' }).click();
  await openDetail(page, 'Bonus Crédit');
  await pictureScreen(page, 'selfservice-largest-detail');
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
for (const key of states) {
  test(`the demo number «${key}» is shown whole and accessible`, async ({ page }) => {
    await open(page, key);
    await pictureHere(page, `selfservice-${key}`);
    await expectNothingCutOff(page);
    const details = page.getByRole('article').getByRole('button');
    for (let index = 0; index < (await details.count()); index += 1) {
      await details.nth(index).click();
      await expect(page.getByRole('button', { name: 'Accueil' })).toBeVisible();
      await expectNothingCutOff(page);
      await page.getByRole('button', { name: 'Accueil' }).click();
    }
  });
}

test('text keeps a contrast of 7 to 1, in both themes', async ({ page }) => {
  const faint = async () => {
    const axe = new AxeBuilder({ page }).setLegacyMode(true).withRules(['color-contrast-enhanced']);
    const { violations } = await axe.analyze();
    return violations.flatMap(({ nodes }) => nodes.map(({ target }) => String(target)));
  };
  for (const theme of ['normal', 'high contrast']) {
    if (theme === 'high contrast') await page.getByRole('button', { name: 'Contraste élevé' }).click();
    expect(await faint()).toEqual([]);
    await start(page);
    expect(await faint()).toEqual([]);
    await page.keyboard.type(typedNumber('richActive'));
    await page.keyboard.press('Enter');
    await expect(title(page, 'Votre code secret')).toBeVisible();
    expect(await faint()).toEqual([]);
    await typePin(page);
    await expect(title(page, titles.home)).toBeVisible();
    expect(await faint()).toEqual([]);
    await openDetail(page, 'Bonus Crédit');
    expect(await faint()).toEqual([]);
    await page.getByRole('button', { name: 'Terminer' }).click();
  }
});

test('what a finger is to touch is at least 64 pixels wide and high', async ({ page }) => {
  const small = async () => {
    const sizesOfButtons = await page.getByRole('button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { width, height } = button.getBoundingClientRect();
        return { name: button.ariaLabel ?? button.textContent, width, height };
      }),
    );
    return sizesOfButtons.filter(({ width, height }) => width < 64 || height < 64);
  };
  for (const size of Object.values(sizes)) {
    await page.setViewportSize(size);
    expect(await small()).toEqual([]);
    await open(page, 'richActive');
    expect(await small()).toEqual([]);
    await openDetail(page, 'Bonus Minutes');
    expect(await small()).toEqual([]);
    await page.getByRole('button', { name: 'Terminer' }).click();
  }
});

test('a demo number chosen from the list opens its customer', async ({ page }) => {
  await synced(page);
  await page.getByRole('button', { name: 'Numéros d’essai' }).click();
  const list = page.getByRole('dialog', { name: 'Numéros d’essai' });
  await expect(list.getByRole('listitem')).toHaveCount(demoNumbers.length);
  await expectAccessible(page);
  await list.getByRole('button', { name: /07 00 00 00 01/ }).click();
  await expect(title(page, titles.home)).toBeVisible();
});

shopTest('offline is said calmly, and the PIN works all the same', async ({ page, shop }) => {
  await synced(page);
  shop.upstream.setFault({ kind: 'offline' });
  await expect(page.getByText('Hors ligne.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/Vous voyez les soldes du dernier contact/)).toBeVisible();
  await pictureScreen(page, 'selfservice-offline');

  await page.getByRole('button', { name: 'Commencer' }).click();
  await typeOnKeypad(page, typedNumber('richActive'));
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByText(/nos conseillers vous servent au comptoir/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Recevoir un code par SMS' })).toHaveCount(0);
  await pictureScreen(page, 'selfservice-pin-offline');
  await typePin(page);
  await expect(title(page, titles.home)).toBeVisible();
});

/** Every string that the page's memory holds after what nobody uses has been collected. */
async function heapStrings(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', {});
  await session.detach();
  const { strings } = JSON.parse(chunks.join('')) as { strings: readonly string[] };
  return strings;
}

/** No text runs out of its place sideways. */
async function expectNothingCutOff(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main *:not(svg, svg *, .forListeners)')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .map((element) => `${element.tagName}.${element.className}`),
  );
  expect(wide).toEqual([]);
}

/** One picture of a state of a screen, as it stands, checked by axe. */
async function pictureHere(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  const { width, height } = page.viewportSize()!;
  const file = `${name}.fr.${width}x${height}.png`;
  await page.screenshot({ path: join(screensFolder, file), animations: 'disabled' });
}
