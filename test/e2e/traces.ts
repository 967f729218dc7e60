/** Where something of somebody could be left. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';

/** What is drawn, what is in attributes and fields, what is stored. */
export function everythingHeld(page: Page): Promise<string> {
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
export async function heapStrings(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', {});
  await session.detach();
  const { strings } = JSON.parse(chunks.join('')) as { strings: readonly string[] };
  return strings;
}

/** Which traces stand in which files below `folder`, in either encoding. */
export function findTraces(folder: string, wanted: readonly string[]): readonly string[] {
  const patterns = wanted.flatMap((trace) => [
    { trace, bytes: Buffer.from(trace, 'utf8') },
    { trace, bytes: Buffer.from(trace, 'utf16le') },
  ]);
  return filesBelow(folder).flatMap(({ name, content }) =>
    patterns.filter(({ bytes }) => content.includes(bytes)).map(({ trace }) => `${name}: ${trace}`),
  );
}

/** Without those that go while they are being read: Chromium makes and removes files at any moment. */
export function filesBelow(folder: string): readonly { readonly name: string; readonly content: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      try {
        return [{ name: relative(folder, path), content: readFileSync(path) }];
      } catch (problem) {
        if (existsSync(path)) throw problem;
        return [];
      }
    });
}
