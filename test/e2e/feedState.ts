/** How the program stands to its feed, as the page is told, and waiting for it. */
import { expect, type Page } from '@playwright/test';
import type { SyncState, SyncStatus } from '../../shared/ipc/syncStatus';
import { call, often } from './bridge';

export async function syncStatus(page: Page): Promise<SyncStatus> {
  const answer = await call(page, 'sync:status', {});
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

/** @param options how long it may take: after an outage {@link afterOutage} */
export async function expectSyncState(
  page: Page,
  state: SyncState,
  options: { readonly timeout?: number } = {},
): Promise<void> {
  await expect.poll(async () => (await syncStatus(page)).state, { ...often, ...options }).toBe(state);
}

/** Everything of the feed is there, and the next news are waited for. */
export const synced = (page: Page) => expectSyncState(page, 'live');

/** Everything was there once. */
export async function expectComplete(page: Page): Promise<void> {
  await expect.poll(async () => (await syncStatus(page)).complete, often).toBe(true);
}

/** How long the feed may be waited for after a test's outage: its pauses are drawn by lot and double as it fails. */
export const afterOutage = { timeout: 90_000 };
