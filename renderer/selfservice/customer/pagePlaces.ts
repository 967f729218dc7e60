/** How the pages of a customer lie to each other. */
import type { Page } from '../visitState';

/** Where a page belongs: one more look at an order that was placed would offer it once more. */
export function placeOf(page: Page): Page {
  if (page.name === 'order') return page.from;
  return page.name === 'numberTwice' ? { name: 'preferredNumbers' } : page;
}

/** Where its way back leads. */
export function pageBefore(page: Page): Page {
  if (page.name === 'handoff') return page.from;
  return page.name === 'order' || page.name === 'numberTwice' ? placeOf(page) : { name: 'home' };
}

/** Where digits are a number or a search, and lead nowhere. */
export function takesDigits({ name }: Page): boolean {
  return name === 'phone' || name === 'help' || name === 'numberTwice';
}
