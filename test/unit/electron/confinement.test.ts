import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { confineSession, isFromPage, pageUrl, type ConfinableSession } from '../../../electron/confinement';

type Handlers = Record<string, (...args: readonly unknown[]) => unknown>;

/** What a session was told, by what it was told with. */
function confinedSession(folder = '/nowhere'): Handlers {
  const handlers: Handlers = {};
  const keep =
    (name: string) =>
    (...args: readonly unknown[]) => {
      const handler = args.at(-1);
      if (typeof handler === 'function') handlers[name] = (...given) => Reflect.apply(handler, null, given);
    };
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    on: keep('download'),
    protocol: { handle: keep('serve') },
    webRequest: { onBeforeRequest: keep('beforeRequest') },
  };
  confineSession(session as unknown as ConfinableSession, folder);
  return handlers;
}

/** As Electron's types name them. */
function permissionNames(): readonly string[] {
  const electron = createRequire(import.meta.url).resolve('electron/package.json');
  const types = readFileSync(join(electron, '..', 'electron.d.ts'), 'utf8');
  const lines = types.split('\n').filter((line) => /setPermission(Check|Request)Handler\(handler/.test(line));
  const names = lines.flatMap((line) => [...line.matchAll(/'([A-Za-z-]+)'/g)].map(([, name]) => name ?? ''));
  return [...new Set(names)];
}

describe('the session of the page', () => {
  it('grants no permission that there is, to nobody, whether asked for or looked up', () => {
    const { request, check, device } = confinedSession();
    const names = permissionNames();
    expect(names.length).toBeGreaterThan(40);
    for (const name of names) {
      const decided: unknown[] = [];
      request?.({}, name, (granted: unknown) => decided.push(granted), {});
      expect([name, decided, check?.(null, name, pageUrl, {})]).toEqual([name, [false], false]);
    }
    expect(device?.({ deviceType: 'usb' })).toBe(false);
  });

  it.each([
    ['comptoir://app/index.html', false],
    ['data:image/svg+xml,x', false],
    ['comptoir://elsewhere/index.html', true],
    ['comptoir://app.example/index.html', true],
    ['https://example.com/', true],
    ['http://127.0.0.1:9/', true],
    ['ws://127.0.0.1:9/', true],
    ['file:///etc/passwd', true],
    ['ftp://example.com/', true],
  ])('decides about %s before anything is sent', (url, cancel) => {
    const decisions: unknown[] = [];
    confinedSession()['beforeRequest']?.({ url }, (decision: unknown) => decisions.push(decision));
    expect(decisions).toEqual([{ cancel }]);
  });

  it('serves the files of the page and nothing around them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comptoir-page-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'renderer'));
    writeFileSync(join(folder, 'renderer', 'index.html'), '<p>page</p>');
    writeFileSync(join(folder, 'renderer', 'notes.txt'), 'notes');
    writeFileSync(join(folder, 'main.js'), 'secret');
    const { serve } = confinedSession(join(folder, 'renderer'));
    const ask = async (url: string, method = 'GET') => {
      const answer = await serve?.(new Request(url, { method }));
      return answer instanceof Response ? answer : Response.error();
    };
    const page = await ask(pageUrl);
    expect([page.status, await page.text()]).toEqual([200, '<p>page</p>']);
    expect(page.headers.get('content-security-policy')).toMatchInlineSnapshot(
      `"default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-same-origin allow-forms"`,
    );
    for (const url of [
      'comptoir://app/../main.js',
      'comptoir://app/%2e%2e/main.js',
      'comptoir://app/..%2fmain.js',
      'comptoir://app/%2e%2e%5cmain.js',
      'comptoir://app/notes.txt',
      'comptoir://app/',
      'comptoir://app/%',
      'comptoir://app/%00.html',
      'comptoir://elsewhere/index.html',
    ]) {
      expect([url, (await ask(url)).status]).toEqual([url, 404]);
    }
    expect((await ask(pageUrl, 'POST')).status).toBe(404);
  });
});

describe('a call to the main process', () => {
  const mainFrame = { url: pageUrl };
  const page = { mainFrame };
  it.each([
    ['the page itself', { sender: page, senderFrame: mainFrame }, true],
    ['a frame in the page', { sender: page, senderFrame: { url: pageUrl } }, false],
    ['a frame that is gone', { sender: page, senderFrame: null }, false],
    ['another page', { sender: { mainFrame }, senderFrame: mainFrame }, false],
  ])('from %s', (_, caller, accepted) => {
    expect(isFromPage(caller, page)).toBe(accepted);
  });

  it.each(['about:blank', 'comptoir://app/safe.html', 'https://example.com/', `${pageUrl}?x`, ''])(
    'from the page while it is at "%s" is refused',
    (url) => {
      const frame = { url };
      const elsewhere = { mainFrame: frame };
      expect(isFromPage({ sender: elsewhere, senderFrame: frame }, elsewhere)).toBe(false);
    },
  );
});
