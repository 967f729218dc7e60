/**
 * A language for tests alone: every word on the screen as it stands, whoever wrote it, about 40 % longer and with
 * accents above and below; amounts, numbers and dates keep their digits. What is cut or runs over shows.
 */
import type { Page } from '@playwright/test';

declare global {
  var lengthenedTexts: WeakMap<Text, string> | undefined;
}

/** Rewrites what is shown. The page writes over it again whatever changes. */
export async function lengthenTexts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const accented: Readonly<Record<string, string>> = {
      ...{ a: 'á', c: 'ç', e: 'ê', i: 'ï', n: 'ñ', o: 'ô', s: 'š', u: 'ü', y: 'ý', z: 'ž' },
      ...{ A: 'Å', C: 'Ç', E: 'Ê', I: 'Ï', N: 'Ñ', O: 'Ô', S: 'Š', U: 'Ü', Y: 'Ý', Z: 'Ž' },
    };
    const longer = (word: string): string => {
      // Units and codes are short in every language.
      if (word.length < 4) return word;
      const changed = Array.from(word, (letter) => accented[letter] ?? letter).join('');
      return changed + changed.slice(-Math.ceil(word.length * 0.4));
    };
    // What is on every screen stays from one to the next and is not to grow each time.
    const lengthened = (globalThis.lengthenedTexts ??= new WeakMap());
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || lengthened.get(node) === node.data) continue;
      if (/\p{L}/u.test(node.data)) node.data = node.data.replace(/[\p{L}’]+/gu, longer);
      lengthened.set(node, node.data);
    }
  });
}

/**
 * Texts of the screen that cannot be read whole: that leave the screen or the nearest box around them sideways, or that
 * an ancestor cuts off. What scrolls up and down may, and what comes from outside may end in an ellipsis.
 */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const slack = 2;
    /** Of the type size: a line's letters reach beyond a line set tight. */
    const slackOfLine = 0.25;
    const found: string[] = [];
    const name = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className}`;
    const isInline = (element: Element): boolean => getComputedStyle(element).display === 'inline';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || node.textContent?.trim() === '') continue;
      if (
        parent.closest('.forListeners, bdi, svg, script, style, .kioskGreeting-title, .brandSquare-name') !==
        null
      )
        continue;
      if (!parent.checkVisibility({ checkVisibilityCSS: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width === 0) continue;
      let box: Element = parent;
      while (isInline(box) && box.parentElement !== null) box = box.parentElement;
      const own = box.getBoundingClientRect();
      const lineSlack = slackOfLine * parseFloat(getComputedStyle(parent).fontSize);
      const told = `${name(box)}: ${node.textContent?.trim().slice(0, 40)}`;
      if (text.left < -slack || text.right > innerWidth + slack) found.push(`leaves the screen: ${told}`);
      else if (text.left < own.left - slack || text.right > own.right + slack)
        found.push(`runs over: ${told}`);
      for (let around: Element | null = box; around !== null; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        const cutBelow =
          overflowY === 'hidden' &&
          (text.bottom > edge.bottom + lineSlack || text.top < edge.top - lineSlack);
        const cutBeside =
          overflowX === 'hidden' && (text.right > edge.right + slack || text.left < edge.left - slack);
        if (cutBelow || cutBeside) found.push(`cut by ${name(around)}: ${told}`);
      }
    }
    return [...new Set(found)];
  });
}
