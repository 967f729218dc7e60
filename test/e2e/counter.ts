/** What the journeys of the counter have in common. */
import type { Page } from '@playwright/test';
import type { DemoKey } from '../../electron/services/training/demoNumbers';
import { expect } from './fixture';
import { shownNumber, synced, typedNumber } from './training';

export { shownNumber, synced, typedNumber };

export const searchBox = (page: Page) => page.getByRole('search').getByRole('textbox');

export const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name, exact: true });

export const customerTitle = (page: Page, key: DemoKey) =>
  page.getByRole('heading', { level: 1, name: shownNumber(key) });

/** As an agent does it: F2, the number, Enter. */
export async function openCustomer(page: Page, key: DemoKey): Promise<void> {
  await synced(page);
  await page.keyboard.press('F2');
  await page.keyboard.type(typedNumber(key));
  await page.keyboard.press('Enter');
  await expect(customerTitle(page, key)).toBeVisible();
}
