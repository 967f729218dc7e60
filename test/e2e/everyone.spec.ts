/** The kiosk for everyone: read aloud, brought down, by keys, in long words, for help without a number. */
import type { Page } from '@playwright/test';
import { typePin } from './access';
import { expect, launch, sizes, test } from './fixture';
import { giveNumber, openDemoCustomer, openTile, title, titles } from './kioskSteps';
import { cutTexts, lengthenTexts } from './pseudoLanguage';
import { expectAccessible, keepPicture, pictureScreen } from './screens';
import { synced } from './feedState';

test.use({ mode: 'selfservice', size: sizes.kiosk });

declare global {
  /** What the page has played: length and highest sample of each sound. */
  var heardSounds:
    { readonly seconds: number; readonly loudest: number; readonly gain: number }[] | undefined;
}

test('a screen is read aloud in its language, at the rate and volume chosen, amounts only while they are shown', async ({
  page,
}) => {
  await noteSounds(page);
  await openDemoCustomer(page, 'richActive');
  await page.getByRole('button', { name: 'Lire l’écran à voix haute' }).click();
  const bar = page.getByRole('region', { name: 'Lecture à voix haute' });
  await expect(bar).toBeVisible();
  await expect.poll(() => sounds(page)).not.toEqual([]);
  const [first] = await sounds(page);
  expect(first!.seconds).toBeGreaterThan(0.3);
  expect(first!.loudest).toBeGreaterThan(0.1);
  // What is read is marked, from the title on.
  await expect(page.locator('.isReadNow')).toHaveCount(1);
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expectAccessible(page);
  await pictureScreen(page, 'selfservice-reading');

  await bar.getByRole('button', { name: 'Plus fort' }).click();
  await bar.getByRole('button', { name: 'Lente' }).click();
  await expect.poll(async () => (await sounds(page)).at(-1)?.gain).toBeCloseTo(0.8, 5);

  // Asked for by the page: what is said of the main account.
  await page.getByRole('button', { name: 'Masquer les montants' }).click();
  await expect(page.getByRole('main')).toContainText('montant masqué');
  await page.getByRole('article', { name: 'Internet' }).getByRole('button').click();
  const before = (await sounds(page)).length;
  await expect.poll(async () => (await sounds(page)).length).toBeGreaterThan(before);
  await expect(page.locator('main .isReadNow')).toHaveCount(1);
  await page.getByRole('button', { name: 'Arrêter la lecture à voix haute' }).first().click();
  await expect(bar).toBeHidden();
  await expect(page.locator('.isReadNow')).toHaveCount(0);
});

test('what is wrong with a PIN is read aloud when it is found out', async ({ page }) => {
  await giveNumber(page, 'richActive');
  await page.getByRole('button', { name: 'Lire l’écran à voix haute' }).click();
  await typePin(page, '4321');
  await expect(page.getByRole('alert')).toContainText('Ce numéro et ce code ne vont pas ensemble.');
  await expect(page.getByRole('alert').locator('.isReadNow')).toHaveCount(1, { timeout: 30_000 });
});

test('who goes by keys hears the name of the account that would pay', async ({ page }) => {
  await openDemoCustomer(page, 'dataAt85Percent');
  await openTile(page, 'Pass');
  await page.getByRole('button', { name: /^Choisir\s: Pass Internet Jour/ }).click();
  const main = page.getByRole('radio', { name: /^Compte principal/ });
  await expect(main).toBeChecked();
  await page.getByRole('button', { name: 'Lire l’écran à voix haute' }).click();
  for (let tabs = 0; tabs < 30 && !(await main.evaluate((radio) => radio.matches(':focus'))); tabs += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(main).toBeFocused();
  await expect(page.locator('label.isReadNow')).toHaveText(/Compte principal/);
});

test('without the speech program the kiosk offers no reading and says why', async ({ profileFolder }) => {
  const { PATH } = process.env;
  process.env['PATH'] = profileFolder;
  const { app, page } = await launch(profileFolder, ['--training', '--mode', 'selfservice']).finally(() => {
    process.env['PATH'] = PATH;
  });
  await expect(page.getByText('Lecture à voix haute indisponible')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lire l’écran à voix haute' })).toHaveCount(0);
  await app.close();
});

test('brought down, everything that can be touched is in the lower part of the screen', async ({ page }) => {
  const highest = () =>
    page
      .getByRole('button')
      .evaluateAll((buttons) => Math.min(...buttons.map((button) => button.getBoundingClientRect().top)));
  await synced(page);
  expect(await highest()).toBeLessThan(200);
  await page.getByRole('button', { name: 'Tout ramener en bas de l’écran' }).click();
  expect(await highest()).toBeGreaterThanOrEqual(720);
  await pictureScreen(page, 'selfservice-lowered-welcome');
  await openDemoCustomer(page, 'richActive');
  expect(await highest()).toBeGreaterThanOrEqual(720);
  await pictureScreen(page, 'selfservice-lowered-home');
  await page.getByRole('button', { name: 'Utiliser tout l’écran' }).click();
  expect(await highest()).toBeLessThan(200);

  // The keys of the menu, shown to who uses keys.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('article', { name: 'Internet' }).locator('kbd')).toHaveText('4');
  await page.keyboard.press('4');
  await expect(page.getByRole('heading', { level: 1, name: 'Internet' })).toBeFocused();
  await page.keyboard.press('5');
  await expect(page.getByRole('heading', { level: 1, name: 'Ma conso' })).toBeFocused();
  await page.keyboard.press('0');
  await expect(page.getByRole('heading', { level: 1, name: 'Bonjour Aya' })).toBeFocused();
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-reach');
});

test('help is read without a number and on a restricted line, found by word and topic, and leads nowhere', async ({
  page,
}) => {
  await synced(page);
  await page.getByRole('button', { name: 'Aide et numéros utiles' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Aide' })).toBeFocused();
  await expect(page.getByText('#122#', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Pompiers')).toBeVisible();
  const articles = page.getByRole('main').getByRole('listitem');
  // The letters come with the articles.
  await page.getByRole('button', { name: 'Clavier de lettres' }).click();
  const all = await articles.count();
  await pictureScreen(page, 'selfservice-help');
  for (const letter of 'perdu') await page.getByRole('button', { name: letter, exact: true }).click();
  await expect(articles).toHaveCount(1);
  await page.getByRole('button', { name: 'Effacer' }).click();
  await expect(articles).toHaveCount(all);
  await page.getByRole('button', { name: 'alertes', exact: true }).click();
  await articles.getByRole('button').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /forfait/ })).toBeFocused();
  await expect(page.getByRole('article')).toContainText('80 %');
  await expect(page.getByRole('article').getByRole('link')).toHaveCount(0);
  await pictureScreen(page, 'selfservice-article');
  // On to another one, and from there to one's own line.
  const next = page.getByRole('region', { name: 'À lire aussi' }).getByRole('button').first();
  const nextTitle = (await next.textContent())!;
  await next.click();
  await expect(page.getByRole('heading', { level: 1, name: nextTitle })).toBeFocused();
  await page.getByRole('button', { name: 'Taper mon numéro' }).click();
  await expect(title(page, titles.number)).toBeVisible();
  await page.getByRole('button', { name: 'Terminer' }).click();

  await openDemoCustomer(page, 'richActive');
  await openTile(page, 'Aide');
  await articles.getByRole('button', { name: /numéros préférés/ }).click();
  const counter = page.getByRole('region', { name: /^Ce n’est pas votre question/ });
  await counter.getByRole('button', { name: 'Continuer au comptoir' }).click();
  await expect(title(page, 'Continuer au comptoir')).toBeFocused();
  await page.getByRole('button', { name: 'Retour' }).click();
  await expect(title(page, /numéros préférés/)).toBeFocused();
  await page.getByRole('button', { name: 'Voir mes numéros préférés' }).click();
  await expect(title(page, 'Numéros préférés')).toBeFocused();
  await page.getByRole('button', { name: 'Terminer' }).click();

  await openDemoCustomer(page, 'deactivated');
  await page.getByRole('button', { name: 'Aide et numéros utiles' }).click();
  await expect(articles).toHaveCount(all);
});

test('words that are 40 % longer are read whole on every screen, at every size', async ({ page }) => {
  test.slow();
  const cut: Record<string, readonly string[]> = {};
  const look = async (name: string): Promise<void> => {
    for (const [each, size] of Object.entries(sizes)) {
      await page.setViewportSize(size);
      if (each === 'counter') await lengthenTexts(page);
      const found = await cutTexts(page);
      if (found.length > 0) cut[`${name} ${each}`] = found;
      await keepPicture(page, name, { language: 'pseudo', ...size });
    }
    await page.setViewportSize(sizes.kiosk);
  };
  const main = page.getByRole('main');
  const back = page.locator('.frameBottom-start button');
  const end = page.locator('.frameBottom-end');
  await synced(page);
  await look('welcome');
  await page.locator('.welcome-help').click();
  await look('help');
  await page.locator('.wayList button').first().click();
  await look('article');
  await end.click();

  await page.getByRole('button', { name: 'Commencer' }).click();
  await look('number');
  await end.click();
  await openDemoCustomer(page, 'richActive');
  await look('home');
  for (const place of ['.categoryCard-open', '.homePanel-open', '.kioskTile']) {
    const count = await main.locator(place).count();
    for (let index = 0; index < count; index += 1) {
      await main.locator(place).nth(index).click();
      await expect(back).toBeVisible();
      await look(`page${place.replace(/\W/g, '-')}-${index}`);
      await back.click();
    }
  }
  await end.click();
  await openDemoCustomer(page, 'inactive');
  await look('restricted');
  expect(cut).toEqual({});
});

async function noteSounds(page: Page): Promise<void> {
  await page.evaluate(() => {
    const notes: NonNullable<typeof globalThis.heardSounds> = [];
    globalThis.heardSounds = notes;
    let gain = Number.NaN;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with its own `this`
    const { connect } = AudioNode.prototype;
    Object.assign(AudioNode.prototype, {
      connect(this: AudioNode, ...to: unknown[]): unknown {
        const [node] = to;
        if (node instanceof GainNode) globalThis.setTimeout(() => (gain = node.gain.value));
        return Reflect.apply(connect, this, to);
      },
    });
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with its own `this`
    const { start } = AudioBufferSourceNode.prototype;
    Object.assign(AudioBufferSourceNode.prototype, {
      start(this: AudioBufferSourceNode): void {
        const samples = this.buffer?.getChannelData(0) ?? new Float32Array();
        const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        globalThis.setTimeout(() => notes.push({ seconds: this.buffer?.duration ?? 0, loudest, gain }));
        start.call(this);
      },
    });
  });
}

function sounds(page: Page): Promise<NonNullable<typeof globalThis.heardSounds>> {
  return page.evaluate(() => globalThis.heardSounds ?? []);
}
