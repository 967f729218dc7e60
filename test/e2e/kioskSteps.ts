/** Steps of a visitor at the kiosk that several journeys take, in French. */
import type { Page } from '@playwright/test';
import type { DemoKey } from '../../electron/services/training/demoNumbers';
import { typePin } from './access';
import { call } from './bridge';
import { afterOutage, synced } from './feedState';
import { expect, launch, sizes, writeSettings, type Comptoir, type Shop } from './fixture';
import { everythingHeld } from './traces';
import { typedNumber } from './training';

/** Whom most journeys are about. */
export const rich = { firstName: 'Aya', familyName: 'KOUASSI', masked: '07 •• •• •• 01' };

export const titles = {
  welcome: 'Vos bonus et votre conso, d’un coup d’œil',
  number: 'Quel est votre numéro ?',
  pin: 'Votre code secret',
  home: `Bonjour ${rich.firstName}`,
};

export function title(page: Page, name: string | RegExp) {
  return page.getByRole('heading', { level: 1, name });
}

/** A kiosk that can reach the operator. */
export async function startKiosk(profileFolder: string, { upstream }: Shop): Promise<Comptoir> {
  const settings = {
    mode: 'selfservice',
    market: 'CI',
    shop: { id: 'ABJ-01', name: 'Boutique Plateau' },
    feed: { url: upstream.url },
    live: { url: upstream.liveUrl },
  };
  const comptoir = await launch(profileFolder, ['--config', writeSettings(profileFolder, settings)]);
  await comptoir.page.setViewportSize(sizes.kiosk);
  return comptoir;
}

/** From the welcome to the number. */
export async function start(page: Page): Promise<void> {
  await synced(page);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await expect(title(page, titles.number)).toBeVisible();
}

export async function typeOnKeypad(page: Page, digits: string): Promise<void> {
  const keypad = page.getByRole('group', { name: 'Clavier' });
  for (const digit of digits) await keypad.getByRole('button', { name: digit, exact: true }).click();
}

/** Until `check` passes, as after an outage, somebody touches the screen: a visit that nobody touches ends before that. */
export async function whileTouched(page: Page, check: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.mouse.move(500, 900 + (Date.now() % 50));
    await check();
  }).toPass({ ...afterOutage, intervals: [100] });
}

/** From the welcome to the screen for the PIN. */
export async function giveNumber(page: Page, key: DemoKey): Promise<void> {
  await synced(page);
  await giveNumberAsItIs(page, key);
}

/** The same, whether or not the feed can be reached. */
export async function giveNumberAsItIs(page: Page, key: DemoKey): Promise<void> {
  await page.getByRole('button', { name: 'Commencer' }).click();
  await expect(title(page, titles.number)).toBeVisible();
  await page.keyboard.type(typedNumber(key));
  await page.keyboard.press('Enter');
  await expect(title(page, titles.pin)).toBeVisible();
}

/** From the welcome to the home page of a demo number. */
export async function openDemoCustomer(page: Page, key: DemoKey): Promise<void> {
  await giveNumber(page, key);
  await typePin(page);
  await expect(title(page, /^Bonjour/)).toBeVisible();
}

/** From the home page, by the tile whose words begin so. */
export async function openTile(page: Page, section: string): Promise<void> {
  const tiles = page.getByRole('navigation', { name: 'Mes services' });
  // Its name, then what is said of it in a few words.
  const name = section.replace(/\s/g, '\\s').replace('?', '\\?');
  await tiles.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

export async function openDetail(page: Page, section: string): Promise<void> {
  await page.getByRole('article', { name: section }).getByRole('button', { name: 'Voir détail' }).click();
  await expect(title(page, section)).toBeVisible();
}

export async function goHome(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Accueil' }).click();
}

/** From now on time passes as the test says; what was started by the clock before is started again. */
export async function steerClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.reload();
}

/** The welcome, and nothing of {@link rich} on the page or behind it. */
export async function expectNothingLeft(page: Page): Promise<void> {
  await expect(title(page, titles.welcome)).toBeVisible();
  const held = await everythingHeld(page);
  for (const trace of [rich.firstName, rich.familyName, rich.masked, 'Compte principal</h2>']) {
    expect(held).not.toContain(trace);
  }
  expect(held.replace(/[^0-9A-Za-z]/g, '')).not.toContain(typedNumber('richActive'));
  expect(await call(page, 'customer:render', { language: 'fr' })).toEqual({
    ok: false,
    error: 'NO_CUSTOMER_OPEN',
  });
}

/** No text runs out of its place sideways, and no letter loses its tail. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const docked = await page.locator('main bdi').evaluateAll((texts) =>
    texts
      .filter((text) => {
        const letters = document.createRange();
        letters.selectNodeContents(text);
        const below = letters.getBoundingClientRect().bottom - text.getBoundingClientRect().bottom;
        const size = parseFloat(getComputedStyle(text).fontSize);
        // The tails end a little above the line's own end; whole lines too many end in an ellipsis.
        return below > 0.06 * size && below < 0.5 * size;
      })
      .map((text) => `${text.parentElement?.className}: ${text.textContent}`),
  );
  expect(docked).toEqual([]);
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main *:not(svg, svg *, .forListeners)')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .map(
        (element) =>
          `${element.tagName}.${element.className}: ${element.scrollWidth} in ${element.clientWidth}`,
      ),
  );
  expect(wide).toEqual([]);
}
