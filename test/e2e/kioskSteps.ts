/** Steps of a visitor at the kiosk that several journeys take. */
import type { Page } from '@playwright/test';
import { demoNumbers, type DemoKey } from '../../electron/services/training/demoNumbers';
import { typePin } from './access';
import { call } from './bridge';
import { expect } from './fixture';

export async function synced(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const status = await call(page, 'sync:status', {});
      return status.ok && status.value.state === 'live';
    })
    .toBe(true);
}

/** From the welcome to the home page of a demo number. */
export async function openDemoCustomer(page: Page, key: DemoKey): Promise<void> {
  const demo = demoNumbers.find((each) => each.key === key);
  if (demo === undefined) throw new Error(`There is no demo number ${key}.`);
  await synced(page);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.keyboard.type(demo.msisdn.slice('225'.length));
  await page.keyboard.press('Enter');
  await typePin(page);
  await expect(page.getByRole('heading', { level: 1, name: /^Bonjour/ })).toBeVisible();
}
