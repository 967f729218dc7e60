import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import axeCore, { type RunOptions } from 'axe-core';
import { languages } from '../../shared/domain/language';
import { expect, projectFolder, sizes, switchLanguage, type Size } from './fixture';

export const screensFolder = join(projectFolder, 'test-results', 'screens');

/** What takes axe as long as everything else together. */
const slowRule = 'color-contrast';

/** Checks the screen as it stands by axe, which may find nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  // In two turns: a page that is held up for seconds is taken for one that hangs, and replaced.
  for (const half of [{ runOnly: [slowRule] }, { rules: { [slowRule]: { enabled: false } } }]) {
    expect(await findInaccessible(page, half)).toEqual([]);
  }
}

export interface Inaccessible {
  readonly rule: string;
  /** Selectors. */
  readonly where: readonly string[];
}

/** What axe finds by those rules. It is brought into the page once: that takes as long as what it then does. */
export async function findInaccessible(page: Page, rules: RunOptions): Promise<readonly Inaccessible[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  return page.evaluate(
    async (options) => {
      // Text that is fading in has not the contrast that it will have; what never ends is left as it is.
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
      }
      const { violations } = await window.axe.run(document, options);
      return violations.map(({ id, nodes }) => ({
        rule: id,
        where: nodes.map(({ target }) => String(target)),
      }));
    },
    // What is in order is half the work to report.
    { ...rules, resultTypes: ['violations'] } satisfies RunOptions,
  );
}

declare global {
  interface Window {
    axe: typeof axeCore;
  }
}

/**
 * Keeps a picture of the screen in each language at each size, as `<name>.<language>.<width>x<height>.png` in
 * test-results/screens, and checks it by axe once at each size and in each language.
 */
export async function pictureScreen(page: Page, name: string): Promise<void> {
  const before = await shownOn(page);
  // No kiosk is of the size of a laptop.
  const shown = Object.values(sizes).filter(
    (size) => size !== sizes.laptopCounter || before.face === 'agent',
  );
  for (const [turn, language] of languages.entries()) {
    await switchLanguage(page, language);
    for (const [step, size] of shown.entries()) {
      await page.setViewportSize(size);
      await keepPicture(page, name, { language, ...size });
      // Not every size in every language: axe takes longer than all the rest. Between two sizes it finds nothing new.
      if (size !== sizes.laptopCounter && (turn + step) % 2 === 0) await expectAccessible(page);
    }
  }
  await switchLanguage(page, before.language === 'en' ? 'en' : 'fr');
  await page.setViewportSize(before);
}

/** One picture of a state of a screen, as it stands, checked by axe. */
export async function pictureHere(page: Page, name: string): Promise<void> {
  await keepPicture(page, name, await shownOn(page));
  await expectAccessible(page);
}

function shownOn(page: Page) {
  return page.evaluate(() => ({
    width: window.innerWidth,
    height: window.innerHeight,
    language: document.documentElement.lang,
    face: document.documentElement.dataset['face'],
  }));
}

/** All that moves is shown as it comes to rest. */
async function keepPicture(
  page: Page,
  name: string,
  { language, width, height }: Size & { readonly language: string },
): Promise<void> {
  mkdirSync(screensFolder, { recursive: true });
  const file = `${name}.${language}.${width}x${height}.png`;
  await page.screenshot({ path: join(screensFolder, file), animations: 'disabled' });
}
