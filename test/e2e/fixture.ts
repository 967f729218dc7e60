/** Starts the real program on a profile of its own: in training, or as a shop whose feed the test steers. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { DemoLogin } from '../../electron/services/training/demoCredentials';
import { startUpstream, type Upstream } from '../../electron/services/training/upstream';
import type { Language } from '../../shared/domain/language';
import { lacksDisplay, startVirtualDisplay } from '../../scripts/display.mjs';
import type { Mode } from '../../shared/domain/mode';
import { signIn } from './access';

export { expect };

/** As the electron package finds it, ELECTRON_OVERRIDE_DIST_PATH included. */
const electronExecutable = String(createRequire(import.meta.url)('electron'));

export const projectFolder = join(import.meta.dirname, '..', '..');

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The sizes that the screens are designed for. */
export const sizes = {
  counter: { width: 1920, height: 1080 },
  smallCounter: { width: 1280, height: 800 },
  kiosk: { width: 1080, height: 1920 },
  laptopCounter: { width: 1366, height: 768 },
} as const satisfies Record<string, Size>;

/** What a test may choose, with `test.use`. */
interface Options {
  readonly mode: Mode;
  readonly language: Language;
  /** Of the page. */
  readonly size: Size;
  /** Who is signed in at the counter. */
  readonly login: DemoLogin;
}

export interface Comptoir {
  readonly app: ElectronApplication;
  readonly page: Page;
}

interface Fixtures {
  /** Everything that the program and Chromium write goes below it. */
  readonly profileFolder: string;
  readonly comptoir: Comptoir;
  readonly page: Page;
}

interface WorkerFixtures {
  /** A screen, with its focus and clipboard, for the tests of one worker, where the machine has none. */
  readonly display: undefined;
}

/** With the built-in upstream. */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  display: [
    async ({}, use) => {
      if (!lacksDisplay()) return use(undefined);
      const display = await startVirtualDisplay();
      Object.assign(process.env, display.env);
      await use(undefined);
      await display.stop();
    },
    { scope: 'worker', auto: true },
  ],

  mode: ['agent', { option: true }],
  language: ['fr', { option: true }],
  size: [sizes.counter, { option: true }],
  login: ['k.yao', { option: true }],

  profileFolder: async ({}, use, testInfo) => {
    const folder = mkdtempSync(join(tmpdir(), 'comptoir-e2e-'));
    await use(folder);
    if (testInfo.status !== testInfo.expectedStatus && existsSync(logFileIn(folder))) {
      // What the program itself has to say of the failure, kept with the picture of the screen.
      cpSync(logFileIn(folder), testInfo.outputPath('comptoir.log'));
    }
    // A process that was left by one that was killed may write for a moment longer.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  },

  comptoir: async ({ mode, login, language, size, profileFolder }, use) => {
    const comptoir = await launch(profileFolder, ['--training', '--mode', mode]);
    await comptoir.page.setViewportSize(size);
    await switchLanguage(comptoir.page, language);
    // The training begins with k.yao.
    if (login !== 'k.yao') await signIn(comptoir.page, login);
    await use(comptoir);
    await comptoir.app.close();
  },

  page: async ({ comptoir }, use) => use(comptoir.page),
});

export interface Shop {
  readonly upstream: Upstream;
  readonly settingsFile: string;
}

/** With a settings file, a provisioned key and a feed that the test steers through `shop`. */
export const shopTest = test.extend<{ readonly shop: Shop }>({
  shop: async ({ profileFolder, mode }, use) => {
    const upstream = await startUpstream({ subscribers: 200, seed: 7, tickMs: 0 });
    const settings = {
      mode,
      market: 'CI',
      shop: { id: 'ABJ-01', name: 'Boutique Plateau' },
      feed: { url: upstream.url },
    };
    provisionKey(profileFolder);
    await use({ upstream, settingsFile: writeSettings(profileFolder, settings) });
    await upstream.close();
  },

  comptoir: async ({ mode, login, language, size, profileFolder, shop }, use) => {
    const comptoir = await launch(profileFolder, ['--config', shop.settingsFile]);
    await comptoir.page.setViewportSize(size);
    await switchLanguage(comptoir.page, language);
    if (mode === 'agent') await signIn(comptoir.page, login);
    await use(comptoir);
    await comptoir.app.close();
  },
});

/** Writes `settings`, whatever they are, where the program finds them by `--config`. */
export function writeSettings(profileFolder: string, settings: unknown): string {
  const file = join(profileFolder, 'comptoir.json');
  writeFileSync(file, JSON.stringify(settings));
  return file;
}

/** A key file as a technician leaves one on a machine without a key store. */
export function provisionKey(profileFolder: string): void {
  mkdirSync(profileFolder, { recursive: true });
  writeFileSync(join(profileFolder, 'comptoir.key'), randomBytes(32).toString('hex'), { mode: 0o600 });
}

/** The switches and environment that keep a start of the program within its profile. */
export function startOptions(profileFolder: string): { args: string[]; env: Record<string, string> } {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    // Chromium refuses to sandbox what root runs.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${profileFolder}`],
    env: { ...Object.fromEntries(inherited), HOME: profileFolder, COMPTOIR_CONFIG: '' },
  };
}

/**
 * Starts the program and waits for its window. Whoever calls it closes it.
 *
 * @param program the folder or archive that holds it
 */
export async function launch(
  profileFolder: string,
  args: readonly string[],
  program = '.',
): Promise<Comptoir> {
  const start = startOptions(profileFolder);
  const app = await _electron.launch({
    cwd: projectFolder,
    args: [...start.args, program, ...args],
    env: start.env,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return { app, page };
}

/** Starts the program to see it end by itself; `lines` is what it wrote to stderr. */
export async function startAndEnd(
  profileFolder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; lines: string }> {
  const start = startOptions(profileFolder);
  const program = spawn(electronExecutable, [...start.args, '.', ...args], {
    cwd: projectFolder,
    env: { ...start.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [lines] = await Promise.all([text(program.stderr), once(program, 'exit')]);
  return { code: program.exitCode, lines };
}

/** All that the program has written to its log. */
export function readLog(profileFolder: string): string {
  return readFileSync(logFileIn(profileFolder), 'utf8');
}

const logFileIn = (profileFolder: string) => join(profileFolder, 'logs', 'comptoir.log');

/** Uses the switch that every screen has, also where a dialog lies over it. */
export async function switchLanguage(page: Page, language: Language): Promise<void> {
  const name = { fr: 'Français', en: 'English' }[language];
  await page.getByRole('button', { name, exact: true }).first().dispatchEvent('click');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
