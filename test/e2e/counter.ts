/** What the journeys of the counter have in common. */
import type { Page } from '@playwright/test';
import type { DemoKey } from '../../electron/services/training/demoNumbers';
import { call, often } from './bridge';
import { expect } from './fixture';
import { synced } from './feedState';
import { shownNumber, typedNumber } from './training';

export { shownNumber, synced, typedNumber };

export const searchBox = (page: Page) => page.getByRole('search').getByRole('textbox');

export const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name, exact: true });

export const customerTitle = (page: Page, key: DemoKey) =>
  page.getByRole('heading', { level: 1, name: shownNumber(key) });

/** Opened by the bridge, as soon as the cache has the customer; the page does not follow. */
export async function openByBridge(page: Page, key: DemoKey): Promise<void> {
  await synced(page);
  const request = { query: typedNumber(key), reason: 'request', language: 'fr' } as const;
  const opened = async () => (await call(page, 'customer:open', request)).ok;
  await expect.poll(opened, often).toBe(true);
}

/** As an agent does it: F2, the number, Enter. */
export async function openCustomer(page: Page, key: DemoKey): Promise<void> {
  await synced(page);
  await page.keyboard.press('F2');
  await page.keyboard.type(typedNumber(key));
  await page.keyboard.press('Enter');
  await expect(customerTitle(page, key)).toBeVisible();
}
