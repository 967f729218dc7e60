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
  // In turns: a page that is held up for seconds, as on a busy machine, is taken for one that hangs, and replaced.
  expect(await findInaccessible(page, { rules: { [slowRule]: { enabled: false } } })).toEqual([]);
  for (let part = 0, parts = 1; part < parts; part += 1) {
    parts = await countParts(page);
    expect(await findInaccessible(page, { runOnly: [slowRule] }, part)).toEqual([]);
  }
}

export interface Inaccessible {
  readonly rule: string;
  /** Selectors. */
  readonly where: readonly string[];
}

/**
 * What axe finds by those rules. It is brought into the page once: that takes as long as what it then does.
 * @param part of the page, counted from 0; left out: all of it
 */
export async function findInaccessible(
  page: Page,
  rules: RunOptions,
  part: number | null = null,
): Promise<readonly Inaccessible[]> {
  await bringTools(page);
  return page.evaluate(
    async ([options, index]) => {
      // Text that is fading in has not the contrast that it will have; what never ends is left as it is.
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
      }
      const elements = index === null ? [document.documentElement] : (window.partsOfPage()[index] ?? []);
      if (elements.length === 0) return [];
      const { violations } = await window.axe.run([...elements], options);
      return violations.map(({ id, nodes }) => ({
        rule: id,
        where: nodes.map(({ target }) => String(target)),
      }));
    },
    // What is in order is half the work to report.
    [{ ...rules, resultTypes: ['violations'] } satisfies RunOptions, part] as const,
  );
}

async function countParts(page: Page): Promise<number> {
  await bringTools(page);
  return page.evaluate(() => window.partsOfPage().length);
}

async function bringTools(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  await page.evaluate(axeCore.source);
  await page.evaluate(() => {
    // Each part costs a look at the whole page first.
    const elementsInPart = 800;
    const sizeOf = (element: Element) => element.querySelectorAll('*').length + 1;
    const holdsText = ({ childNodes }: Element) =>
      [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
    const piecesOf = (element: Element): readonly Element[] =>
      holdsText(element) || sizeOf(element) <= elementsInPart
        ? [element]
        : [...element.children].flatMap(piecesOf);
    window.partsOfPage = () => {
      const parts: Element[][] = [[]];
      let elements = 0;
      for (const piece of piecesOf(document.body)) {
        if (elements > 0 && elements + sizeOf(piece) > elementsInPart) {
          parts.push([]);
          elements = 0;
        }
        elements += sizeOf(piece);
        parts.at(-1)?.push(piece);
      }
      return parts;
    };
  });
}

declare global {
  interface Window {
    axe: typeof axeCore;
    /** The whole page in parts that are checked one after the other. */
    partsOfPage: () => readonly (readonly Element[])[];
  }
}

/**
 * Keeps a picture of the screen in each language at each size, as `<name>.<language>.<width>x<height>.jpeg` in
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
export async function keepPicture(
  page: Page,
  name: string,
  { language, width, height }: Size & { readonly language: string },
): Promise<void> {
  mkdirSync(screensFolder, { recursive: true });
  const file = `${name}.${language}.${width}x${height}.jpeg`;
  // A PNG takes three times as long, for nothing that an eye sees.
  const jpeg = { type: 'jpeg', quality: 90 } as const;
  await page.screenshot({ path: join(screensFolder, file), ...jpeg, animations: 'disabled' });
}
