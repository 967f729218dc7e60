/** What the journeys of the counter have in common. */
import type { Page } from '@playwright/test';
import { demoNumbers, type DemoKey } from '../../electron/services/training/demoNumbers';
import { call } from './bridge';
import { expect } from './fixture';

/** `0700000001`, as an agent types it. */
export function typedNumber(key: DemoKey): string {
  return demoNumbers.find((each) => each.key === key)!.msisdn.slice('225'.length);
}

/** `07 00 00 00 01`, as the page writes it. */
export function shownNumber(key: DemoKey): string {
  return typedNumber(key).replace(/(\d\d)(?=\d)/g, '$1 ');
}

export async function synced(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const status = await call(page, 'sync:status', {});
      return status.ok && status.value.state === 'live';
    })
    .toBe(true);
}

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
