import { createServer, type Server } from 'node:http';
import { readdirSync } from 'node:fs';
import { expect, test } from './fixture';

/** A server that nothing of the page may ever reach. */
async function startTrap(): Promise<{ url: string; requests: string[]; close: () => void }> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('<h1>elsewhere</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, requests, close: () => server.close() };
}

test('the page gets two functions of the machine and nothing else', async ({ page }) => {
  const surface = await page.evaluate(() => {
    const kinds = Object.entries(window.comptoir).map(([name, value]) => `${name}: ${typeof value}`);
    const ofNode = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron'];
    return {
      kinds,
      frozen: Object.isFrozen(window.comptoir),
      ofNode: ofNode.filter((name) => name in window),
    };
  });
  expect(surface).toEqual({ kinds: ['invoke: function', 'on: function'], frozen: true, ofNode: [] });
});

test('every page is sandboxed, isolated and held to web security', async ({ comptoir }) => {
  const preferences = await comptoir.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents): unknown => {
      // Electron's types leave it out.
      const read: unknown = Reflect.get(contents, 'getLastWebPreferences');
      return typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
    }),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).not.toMatchObject({ navigateOnDragDrop: true });
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
  try {
    for (const address of addresses) {
      await page.evaluate((url) => {
        const link = Object.assign(document.createElement('a'), { href: url, textContent: 'x' });
        document.body.append(link);
        link.click();
        link.dispatchEvent(
          new MouseEvent('click', { bubbles: true, button: 1, cancelable: true, ctrlKey: true }),
        );
        link.target = '_blank';
        link.click();
        link.remove();
        try {
          window.open(url);
        } catch {
          // Some addresses cannot even be asked for.
        }
        const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
        document.body.append(form);
        form.submit();
        form.remove();
        const frame = Object.assign(document.createElement('iframe'), { src: url });
        document.body.append(frame);
        frame.remove();
        try {
          location.assign(url);
        } catch {
          // As above.
        }
      }, address);
    }
    await expect(page.getByRole('searchbox').or(page.getByRole('textbox')).first()).toBeVisible();
    const windows = await comptoir.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect({ url: page.url(), windows, requests: trap.requests }).toEqual({
      url: home,
      windows: 1,
      requests: [],
    });
    expect(await page.title()).toBe('Comptoir');
  } finally {
    trap.close();
  }
});

test('what was dropped on the page does not open in it', async ({ page }) => {
  const home = page.url();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/uri-list', 'https://example.com/');
    data.items.add(new File(['<h1>x</h1>'], 'x.html', { type: 'text/html' }));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    }
  });
  expect(page.url()).toBe(home);
});

test('every permission is denied', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const denied: Record<string, string> = {};
    const attempt = async (name: string, run: () => Promise<unknown>) => {
      denied[name] = await run().then(
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
    for (const name of [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'persistent-storage',
    ]) {
      await attempt(`query ${name}`, async () => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        if (state !== 'granted') throw new Error(state);
      });
    }
    return Object.entries(denied).filter(([, outcome]) => outcome === 'granted');
  });
  expect(states).toEqual([]);
});

test('nothing is downloaded', async ({ page, profileFolder }) => {
  await page.evaluate(() => {
    const href = URL.createObjectURL(new Blob(['x']));
    Object.assign(document.createElement('a'), { href, download: 'customers.csv' }).click();
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  const files = readdirSync(profileFolder, { recursive: true }).map(String);
  expect(files.filter((name) => name.includes('customers'))).toEqual([]);
});

test('a frame in the page has no way to the main process', async ({ page }) => {
  const reached = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const found = frame.contentWindow !== null && 'comptoir' in frame.contentWindow;
    frame.remove();
    return found;
  });
  expect(reached).toBe(false);
});
