/** Where something of somebody could be left. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import type { Comptoir } from './fixture';

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

/**
 * Every string of the page's memory after what nobody uses has been collected. Written to a file by the program: its
 * megabytes sent through the protocol of the developer tools in pieces came in another order on a busy machine.
 */
export async function heapStrings({ app }: Comptoir): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-heap-'));
  const file = join(folder, 'page.heapsnapshot');
  await app.evaluate(
    ({ webContents }, path) => webContents.getAllWebContents()[0]?.takeHeapSnapshot(path),
    file,
  );
  const { strings } = JSON.parse(readFileSync(file, 'utf8')) as { strings: readonly string[] };
  rmSync(folder, { recursive: true });
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
