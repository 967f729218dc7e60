/** Nothing of a customer stays where the next could find it: on the page, behind it, in its memory, on disk. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { firstGenerated, msisdnAt } from '../../electron/services/training/subscriberNumbers';
import { typePin } from './access';
import { call } from './bridge';
import { expect, sizes, test } from './fixture';
import { synced } from './kioskSteps';

test.use({ mode: 'selfservice', size: sizes.kiosk });

// Not a demo number: those are in the list that the face always holds.
const msisdn = msisdnAt(firstGenerated + 3);

interface Traces {
  readonly number: string;
  readonly name: string;
  readonly all: readonly string[];
}

/** Opens the customer, looks at everything once, and returns what would tell who it was. */
async function visit(page: Page): Promise<Traces> {
  await synced(page);
  await page.getByRole('button', { name: 'Commencer' }).click();
  const number = msisdn.slice('225'.length);
  await page.keyboard.type(number);
  const field = page.getByRole('textbox');
  const typed = await field.inputValue();
  await field.press('Control+a');
  await field.press('Control+c');
  await field.press('Control+x');
  await expect(field).toHaveValue(typed);
  await page.getByRole('button', { name: 'Continuer' }).click();
  // Who is generated has no PIN that is known here, but gets the code of the training mode.
  await page.getByRole('button', { name: 'Recevoir un code par SMS' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Le code reçu par SMS' })).toBeVisible();
  const sms = await page.locator('.trainingBanner-sms').textContent();
  await typePin(page, /\b\d{6}\b/.exec(sms ?? '')?.[0]);
  await expect(page.getByRole('heading', { level: 1, name: /^Bonjour \S/ })).toBeVisible();
  const answer = await call(page, 'customer:render', { language: 'fr' });
  if (!answer.ok || answer.value.restricted) throw new Error('not open');
  const name = answer.value.customer?.name ?? '';
  expect(name).not.toBe('');
  await page.getByRole('button', { name: /^Qui paie/ }).click();
  await page.getByRole('button', { name: 'Accueil' }).click();
  await page.getByRole('button', { name: /^Le #122#/ }).click();
  await page.getByRole('button', { name: 'Accueil' }).click();
  const { msisdnText, msisdnMasked } = answer.value;
  return { number, name, all: [number, msisdn, typed, msisdnText, msisdnMasked, name] };
}

async function expectForgotten(app: ElectronApplication, page: Page, folder: string, traces: Traces) {
  await expect(page.getByRole('heading', { level: 1, name: /d’un coup d’œil/ })).toBeVisible();
  const tellTale = (text: string): string[] => traces.all.filter((trace) => text.includes(trace));
  expect(tellTale(await everythingHeld(page))).toEqual([]);
  expect((await heapStrings(page)).flatMap(tellTale)).toEqual([]);
  const clipboards = await app.evaluate(({ clipboard }) => {
    // As electron/main.ts clears it: the clipboard of selections stands apart, or is named.
    const read = (board: object, ...from: string[]): unknown =>
      Reflect.apply(Reflect.get(board, 'readText') as () => unknown, board, from);
    const selection: unknown = Reflect.get(clipboard, 'selection');
    const isApart = typeof selection === 'object' && selection !== null;
    return Promise.all([read(clipboard), isApart ? read(selection) : read(clipboard, 'selection')]);
  });
  expect(clipboards).toEqual(['', '']);
  expect(filesWith(folder, traces)).toEqual([]);
  expect(await call(page, 'customer:render', { language: 'fr' })).toEqual({
    ok: false,
    error: 'NO_CUSTOMER_OPEN',
  });
}

test('after "Terminer" the page, its storage and memory, the clipboard and every file of the profile know nothing', async ({
  comptoir: { app, page },
  profileFolder,
}) => {
  const traces = await visit(page);
  expect((await heapStrings(page)).some((text) => text.includes(traces.name))).toBe(true);
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expectForgotten(app, page, profileFolder, traces);
});

test('after the idle reset they know nothing either', async ({ comptoir: { app, page }, profileFolder }) => {
  await page.clock.install();
  await page.reload();
  const traces = await visit(page);
  await page.clock.runFor(46_000);
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.clock.runFor(15_000);
  await expectForgotten(app, page, profileFolder, traces);
});

/** What is drawn, what is in attributes and fields, what is stored. */
function everythingHeld(page: Page): Promise<string> {
  return page.evaluate(async () =>
    JSON.stringify([
      document.documentElement.outerHTML,
      document.title,
      location.href,
      [...document.querySelectorAll('input')].map((input) => input.value),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      history.state,
      await indexedDB.databases(),
      await caches.keys().catch(() => []),
    ]),
  );
}

/** Every string of the page's memory after what nobody uses has been collected. */
async function heapStrings(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', {});
  await session.detach();
  const { strings } = JSON.parse(chunks.join('')) as { strings: readonly string[] };
  return strings;
}

function filesWith(folder: string, { number, name }: Traces): string[] {
  const needles = [number, name].flatMap((trace) => [
    Buffer.from(trace, 'utf8'),
    Buffer.from(trace, 'utf16le'),
  ]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => {
    const path = join(folder, file);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const content = readFileSync(path);
    return needles.some((needle) => content.includes(needle));
  });
}
