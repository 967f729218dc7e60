import { createServer, type Server } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from './bridge';
import { expect, projectFolder, test } from './fixture';
import { listenLocally } from '../helpers/loopback';

/** A server that nothing of the page may ever reach. */
async function startTrap(): Promise<{ url: string; requests: string[]; close: () => void }> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('<h1>elsewhere</h1>');
  });
  const port = await listenLocally(server);
  return { url: `http://127.0.0.1:${port}/`, requests, close: () => server.close() };
}

test('the page gets two functions of the machine, in a process that is closed off', async ({
  comptoir,
  page,
}) => {
  const surface = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const bare = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    const added = Object.getOwnPropertyNames(window).filter((name) => !bare.has(name));
    const bridge = Object.entries(Object.getOwnPropertyDescriptors(window.comptoir)).map(
      ([name, { value, writable, configurable }]) =>
        `${name}: ${typeof value}, ${writable === true || configurable === true ? 'changeable' : 'fixed'}`,
    );
    return {
      added: added.filter((name) => !/^\d+$/.test(name)),
      bridge,
      inFrame: bare.has('comptoir'),
      frozen: Object.isFrozen(window.comptoir),
      replaceable: Reflect.set(window, 'comptoir', null),
    };
  });
  // Reviewed. What is added to it is reachable by whatever runs in the page.
  expect(surface).toEqual({
    added: ['comptoir'],
    bridge: ['invoke: function, fixed', 'on: function, fixed'],
    inFrame: false,
    frozen: true,
    replaceable: false,
  });

  const preferences = await comptoir.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents): unknown => {
      // Electron's types leave it out.
      const read: unknown = Reflect.get(contents, 'getLastWebPreferences');
      return typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
    }),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).not.toMatchObject({ navigateOnDragDrop: true });
  expect(preferences[0]).not.toMatchObject({ nodeIntegrationInSubFrames: true });
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    disableDialogs: true,
  });
});

test('neither inline script nor eval runs, and nothing is fetched from elsewhere', async ({ page }) => {
  const trap = await startTrap();
  try {
    const outcome = await page.evaluate(async (url) => {
      const attempts: Record<string, string> = {};
      const attempt = async (name: string, run: () => unknown) => {
        try {
          await run();
          attempts[name] = 'allowed';
        } catch {
          attempts[name] = 'refused';
        }
      };
      const loads = (element: HTMLImageElement | HTMLScriptElement | HTMLLinkElement) =>
        new Promise<void>((resolve, reject) => {
          element.onload = () => resolve();
          element.onerror = () => reject(new Error('not loaded'));
          document.head.append(element);
        });
      await attempt('fetch', () => fetch(url));
      await attempt('beacon', () => {
        if (!navigator.sendBeacon(url)) throw new Error('refused');
      });
      await attempt('image', () => loads(Object.assign(new Image(), { src: `${url}image.png` })));
      await attempt('style', () =>
        loads(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}style.css` })),
      );
      await attempt('script', () =>
        loads(Object.assign(document.createElement('script'), { src: `${url}x.js` })),
      );
      await attempt('socket', () => {
        const socket = new WebSocket(url.replace('http', 'ws'));
        return new Promise<void>((resolve, reject) => {
          socket.onopen = () => resolve();
          socket.onerror = () => reject(new Error('refused'));
        });
      });
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- what must not work
      await attempt('eval', () => Function('window.evaluated = true')());
      await attempt('inline', () => {
        const script = document.createElement('script');
        script.append('window.evaluated = true');
        document.head.append(script);
        if (!('evaluated' in window)) throw new Error('did not run');
      });
      await attempt('markup', () => document.body.insertAdjacentHTML('beforeend', '<b>bold</b>'));
      return attempts;
    }, trap.url);
    expect(
      Object.entries(outcome).filter(([name, result]) => result === 'allowed' && name !== 'beacon'),
    ).toEqual([]);
    expect(trap.requests).toEqual([]);
  } finally {
    trap.close();
  }
});

/** How a page is left. Each puts what it needs into the page; `click` is where somebody then presses. */
const routes = {
  click: { button: 'left', prepare: (url: string) => addLink(url) },
  'middle click': { button: 'middle', prepare: (url: string) => addLink(url) },
  _blank: { button: 'left', prepare: (url: string) => addLink(url, '_blank') },
  'window.open': {
    button: null,
    prepare: (url: string) => {
      window.open(url);
    },
  },
  form: {
    button: null,
    prepare: (url: string) => {
      const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
    },
  },
  iframe: {
    button: null,
    prepare: (url: string) => {
      const frame = Object.assign(document.createElement('iframe'), { src: url });
      document.body.append(frame);
    },
  },
  redirect: {
    button: null,
    prepare: (url: string) => {
      const refresh = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh' });
      refresh.content = `0; url=${url}`;
      document.head.append(refresh);
      location.replace(url);
    },
  },
} as const;

/** Runs in the page. */
declare function addLink(url: string, target?: string): void;

test('no address and no way of following it leads the page elsewhere', async ({ comptoir, page }) => {
  const trap = await startTrap();
  const home = page.url();
  const addresses = [
    trap.url,
    'https://example.com/',
    'file:///etc/passwd',
    'about:blank',
    'data:text/html,<h1>x</h1>',
    'javascript:document.title="taken"',
    'comptoir://app/other.html',
    'comptoir://elsewhere/index.html',
    'blob:comptoir://app/1',
    'view-source:comptoir://app/index.html',
    'chrome://version/',
    'tel:+2250700000001',
  ];
  const windowCount = () =>
    comptoir.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  await page.evaluate(() => {
    Object.assign(window, {
      addLink(url: string, target = '') {
        const link = document.createElement('a');
        Object.assign(link, { href: url, target, textContent: 'away', className: 'away' });
        document.body.prepend(link);
      },
    });
  });
  try {
    const left: string[] = [];
    for (const address of addresses) {
      for (const [route, { button, prepare }] of Object.entries(routes)) {
        // Some addresses cannot even be asked for.
        await page.evaluate(prepare, address).catch(() => undefined);
        const link = page.locator('a.away');
        if (button !== null) {
          await link.dispatchEvent('click', { button: button === 'left' ? 0 : 1 });
          await link.click({ button, force: true, noWaitAfter: true });
        }
        await page.evaluate(() => {
          for (const added of document.querySelectorAll('a.away, iframe, meta[http-equiv=refresh]')) {
            added.remove();
          }
        });
        if (page.url() !== home || (await windowCount()) !== 1) left.push(`${route} ${address}`);
      }
    }
    expect({ left, requests: trap.requests }).toEqual({ left: [], requests: [] });
    await expect(page.getByRole('textbox').first()).toBeVisible();
    expect(await page.title()).toBe('Comptoir');
  } finally {
    trap.close();
  }
});

test('the page is granted nothing and leaves nothing on the disk', async ({
  comptoir,
  page,
  profileFolder,
}) => {
  const granted = await page.evaluate(async () => {
    const outcomes: Record<string, string> = {};
    const attempt = async (name: string, run: () => Promise<unknown>) => {
      outcomes[name] = await run().then(
        () => 'granted',
        () => 'denied',
      );
    };
    await attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true }));
    await attempt('microphone', () => navigator.mediaDevices.getUserMedia({ audio: true }));
    await attempt('screen', () => navigator.mediaDevices.getDisplayMedia());
    await attempt(
      'geolocation',
      () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    );
    await attempt('clipboard', () => navigator.clipboard.readText());
    await attempt('midi', () => navigator.requestMIDIAccess({ sysex: true }));
    await attempt('wakeLock', () => navigator.wakeLock.request());
    await attempt('notifications', async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
    });
    // What the page of Chromium knows by name; the handlers of the session are tested with every name of Electron.
    const names = [
      ...['accelerometer', 'ambient-light-sensor', 'background-fetch', 'background-sync', 'camera'],
      ...[
        'clipboard-read',
        'clipboard-write',
        'display-capture',
        'geolocation',
        'gyroscope',
        'idle-detection',
      ],
      ...['keyboard-lock', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'nfc', 'notifications'],
      ...['payment-handler', 'periodic-background-sync', 'persistent-storage', 'pointer-lock', 'push'],
      ...['screen-wake-lock', 'speaker-selection', 'storage-access', 'system-wake-lock', 'window-management'],
    ];
    for (const name of names) {
      await attempt(`query ${name}`, async () => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        if (state !== 'granted') throw new Error(state);
      });
    }
    return Object.entries(outcomes).flatMap(([name, outcome]) => (outcome === 'granted' ? [name] : []));
  });
  expect(granted).toEqual([]);

  await page.evaluate(() => {
    const href = URL.createObjectURL(new Blob(['x']));
    Object.assign(document.createElement('a'), { href, download: 'customers.csv' }).click();
    localStorage.setItem('canary', 'customers-were-here');
    sessionStorage.setItem('canary', 'customers-were-here');
  });
  await comptoir.app.close();
  const files = readdirSync(profileFolder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const telling = files.filter(
    ({ name, parentPath }) =>
      name.includes('customers') || readFileSync(join(parentPath, name)).includes('customers-were-here'),
  );
  expect(telling.map(({ name }) => name)).toEqual([]);
});

test('nobody but the page itself is answered by the main process', async ({ comptoir, page }) => {
  const preload = join(projectFolder, 'dist', 'preload.cjs');
  const answers = await comptoir.app.evaluate(async ({ BrowserWindow, session }, preloadFile) => {
    const ask = 'window.comptoir.invoke("app:describe", "{}")';
    const open = async (url: string, nodeIntegrationInSubFrames: boolean) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          session: session.fromPartition('comptoir'),
          preload: preloadFile,
          sandbox: true,
          nodeIntegrationInSubFrames,
        },
      });
      await window.loadURL(url);
      return window;
    };
    const blank = await open('about:blank', false);
    const twin = await open('comptoir://app/index.html', true);
    const given: Record<string, unknown> = {
      blank: await blank.webContents.executeJavaScript(ask),
      twin: await twin.webContents.executeJavaScript(ask),
    };
    // In the very page that may ask, a frame: it is given no bridge, so nothing can ask from it.
    const [main] = BrowserWindow.getAllWindows().filter((window) => window !== blank && window !== twin);
    given['frame'] = await main?.webContents.executeJavaScript(
      `(() => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const found = typeof frame.contentWindow.comptoir;
        frame.remove();
        return found;
      })()`,
    );
    // A frame that is gone before its answer comes.
    void twin.webContents.executeJavaScript(`${ask}; location.reload()`).catch(() => undefined);
    twin.destroy();
    blank.destroy();
    return given;
  }, preload);
  const refused = '{"ok":false,"error":"NOT_ALLOWED"}';
  expect(answers).toEqual({ blank: refused, twin: refused, frame: 'undefined' });
  expect(await call(page, 'app:describe', {})).toMatchObject({ ok: true });
});
