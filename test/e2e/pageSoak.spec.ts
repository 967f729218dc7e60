/** The kiosk's page over many visits: what a visit made is gone with it, in the page's own process as well. */
import type { Page } from '@playwright/test';
import { sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { expect, sizes, test } from './fixture';
import { goHome, openDemoCustomer, openDetail } from './kioskSteps';

test.use({ mode: 'selfservice', size: sizes.kiosk });

/** With the first ones comes what is loaded, compiled and kept once. */
const warmUp = 3;
const visits = sizeOf({ short: 5, long: 60 });
/**
 * Between as many visits and twice as many. Visits that were kept would leave hundreds of kilobytes each; what is
 * compiled only after a while leaves a little, too.
 */
const most = { heapKb: sizeOf({ short: 400, long: 1_000 }), nodes: 200, listeners: 20 };

test('many visits leave neither memory nor nodes nor listeners behind in the page', async ({ page }) => {
  test.setTimeout(60_000 + 2 * visits * 10_000);
  const measure = await pageMeter(page);
  for (let turn = 0; turn < warmUp + visits; turn += 1) await visit(page);
  const before = await measure();
  for (let turn = 0; turn < visits; turn += 1) await visit(page);
  const after = await measure();
  const heapKb = Math.round((after.heapBytes - before.heapBytes) / 1_000);
  const nodes = after.nodes - before.nodes;
  const listeners = after.listeners - before.listeners;
  const held = `${heapKb} KB of heap, ${nodes} nodes and ${listeners} listeners`;
  reportFigure('Resources', 'soak of the page', `${visits} visits after ${warmUp + visits}: ${held} more`);
  expect(heapKb).toBeLessThanOrEqual(most.heapKb);
  expect(nodes).toBeLessThanOrEqual(most.nodes);
  expect(listeners).toBeLessThanOrEqual(most.listeners);
});

/** Number, PIN, home, the detail of a category, the charts, and away. */
async function visit(page: Page): Promise<void> {
  await openDemoCustomer(page, 'richActive');
  await openDetail(page, 'Internet');
  await goHome(page);
  await page.getByRole('region', { name: 'Ma conso' }).getByRole('button', { name: 'Voir détail' }).click();
  await page.getByRole('button', { name: 'Terminer' }).click();
}

interface PageFigures {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What the page holds once everything that nobody needs any more is gone. */
async function pageMeter(page: Page): Promise<() => Promise<PageFigures>> {
  const protocol = await page.context().newCDPSession(page);
  return async () => {
    // Twice: what the first frees may have held something that the second can free.
    for (let turn = 0; turn < 2; turn += 1) await protocol.send('HeapProfiler.collectGarbage');
    const { usedSize } = await protocol.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await protocol.send('Memory.getDOMCounters');
    return { heapBytes: usedSize, nodes, listeners: jsEventListeners };
  };
}
