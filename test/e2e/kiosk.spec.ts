import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from './bridge';
import { expect, launch, provisionKey, startAndEnd, test, writeSettings, type Comptoir } from './fixture';

const chords = [
  ...[
    'r',
    'Shift+r',
    'w',
    'q',
    'n',
    't',
    'p',
    'o',
    's',
    'u',
    'j',
    'h',
    'l',
    'd',
    'f',
    'g',
    'Shift+i',
    'Shift+c',
  ],
  ...['Equal', 'Minus', '0', 'F4', 'F5', 'Tab', 'PageUp', 'PageDown', 'Shift+n', 'Shift+t', 'Shift+Delete'],
].map((key) => `Control+${key}`);
const otherChords = [
  ...['F5', 'F11', 'F12', 'Shift+F10', 'ContextMenu'],
  ...['ArrowLeft', 'ArrowRight', 'Home', 'F4', 'Space', 'Tab', 'd', 'e', 'f'].map((key) => `Alt+${key}`),
  ...['d', 'e', 'l', 'r'].map((key) => `Meta+${key}`),
];

async function stateOf({ app, page }: Comptoir): Promise<unknown> {
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      kiosk: window.isKiosk(),
      fullScreen: window.isFullScreen(),
      zoom: window.webContents.getZoomFactor(),
      developerTools: window.webContents.isDevToolsOpened(),
    })),
  );
  return { windows, url: page.url(), stillThere: await page.evaluate(() => document.body.dataset['mark']) };
}

const kioskSettings = {
  mode: 'selfservice',
  market: 'CI',
  feed: { url: 'http://127.0.0.1:9/none' },
  kiosk: true,
};

/** How many windows the display shows: a dialog of the system is one more. `null` where nobody can count them. */
function displayedWindows(): number | null {
  const listing = spawnSync('xwininfo', ['-root', '-tree'], { encoding: 'utf8' });
  if (listing.status !== 0) return null;
  return listing.stdout.split('\n').filter((line) => /0x[0-9a-f]+ /.test(line)).length;
}

test('a kiosk is left by no chord, no gesture, no file and no closing', async ({ profileFolder }) => {
  provisionKey(profileFolder);
  const start = ['--config', writeSettings(profileFolder, kioskSettings)];
  const comptoir = await launch(profileFolder, start);
  const { app, page } = comptoir;
  expect(await call(page, 'app:describe', {})).toMatchObject({ ok: true, value: { kiosk: true } });
  await page.evaluate(() => {
    document.body.dataset['mark'] = 'same page';
  });
  // The window has its size once the display has given it.
  await expect
    .poll(() => stateOf(comptoir))
    .toMatchObject({
      windows: [{ kiosk: true, fullScreen: true, zoom: 1, developerTools: false }],
      stillThere: 'same page',
    });
  const before = await stateOf(comptoir);
  const protocol = await page.context().newCDPSession(page);

  await test.step('chords', async () => {
    const all = [...chords, ...otherChords];
    expect(all.length).toBeGreaterThanOrEqual(40);
    for (const chord of all) await page.keyboard.press(chord);
    expect(await stateOf(comptoir)).toEqual(before);
  });

  await test.step('mouse buttons and the wheel with Control', async () => {
    for (const button of ['left', 'middle', 'right'] as const) await page.mouse.click(300, 300, { button });
    for (const button of ['back', 'forward'] as const) {
      for (const type of ['mousePressed', 'mouseReleased'] as const) {
        await protocol.send('Input.dispatchMouseEvent', { type, button, x: 300, y: 300, clickCount: 1 });
      }
    }
    await page.keyboard.down('Control');
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, -600);
    await page.keyboard.up('Control');
    expect(await stateOf(comptoir)).toEqual(before);
  });

  await test.step('long press and pinch', async () => {
    const touchPoints = [{ x: 300, y: 900 }];
    await protocol.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await page.waitForTimeout(900);
    await protocol.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await protocol.send('Input.synthesizePinchGesture', {
      ...{ x: 300, y: 900, scaleFactor: 3 },
      gestureSourceType: 'touch',
    });
    expect(
      await page.evaluate(() => ({ scale: visualViewport?.scale, chosen: String(getSelection()) })),
    ).toEqual({
      scale: 1,
      chosen: '',
    });
    expect(await stateOf(comptoir)).toEqual(before);
  });

  await test.step('a file, an address and a piece of HTML dropped on it', async () => {
    const file = join(profileFolder, 'dropped.html');
    writeFileSync(file, '<h1>dropped</h1>');
    for (const data of [
      { items: [], files: [file], dragOperationsMask: 1 },
      {
        items: [{ mimeType: 'text/uri-list', data: 'https://example.com/', title: '', baseURL: '' }],
        dragOperationsMask: 1,
      },
      {
        items: [{ mimeType: 'text/html', data: '<b>dropped</b>', title: '', baseURL: '' }],
        dragOperationsMask: 1,
      },
    ]) {
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await protocol.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
      }
    }
    await expect(page.getByText('dropped')).toHaveCount(0);
    expect(await stateOf(comptoir)).toEqual(before);
  });

  await test.step('what would open a dialog of the system', async () => {
    const windows = displayedWindows();
    await page.evaluate(() => {
      window.print();
      window.alert('x');
      window.confirm('x');
      const href = URL.createObjectURL(new Blob(['x']));
      Object.assign(document.createElement('a'), { href, download: 'customers.csv' }).click();
    });
    await page.evaluate(() => {
      const input = Object.assign(document.createElement('input'), { type: 'file', className: 'chooser' });
      document.body.append(input);
    });
    await page.locator('.chooser').dispatchEvent('click');
    await page.locator('.chooser').click({ force: true });
    await page.locator('.chooser').evaluate((input) => input.remove());
    await page.waitForTimeout(500);
    expect(displayedWindows()).toBe(windows);
    expect(await stateOf(comptoir)).toEqual(before);
  });

  await test.step('closing, minimising and a second start', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) {
        window.close();
        window.minimize();
        window.setFullScreen(false);
      }
    });
    const { code } = await startAndEnd(profileFolder, start);
    expect(code).toBe(0);
    await expect.poll(() => stateOf(comptoir)).toEqual(before);
  });
  await app.close();
});

test('--windowed shows the same in a window', async ({ profileFolder }) => {
  provisionKey(profileFolder);
  const settings = { market: 'CI', feed: { url: 'http://127.0.0.1:9/none' }, kiosk: true };
  const comptoir = await launch(profileFolder, [
    '--config',
    writeSettings(profileFolder, settings),
    '--windowed',
  ]);
  expect(await stateOf(comptoir)).toMatchObject({ windows: [{ kiosk: false }] });
  await comptoir.app.close();
});

test('self-service opens nobody who has not shown who they are', async ({ profileFolder }) => {
  provisionKey(profileFolder);
  const settings = { mode: 'selfservice', market: 'CI', feed: { url: 'http://127.0.0.1:9/none' } };
  const { app, page } = await launch(profileFolder, ['--config', writeSettings(profileFolder, settings)]);
  const refused = { ok: false, error: 'NOT_ALLOWED' };
  const query = '0700000001';
  expect(await call(page, 'customer:open', { query, reason: 'request', language: 'fr' })).toEqual(refused);
  expect(await call(page, 'identity:openDemo', { msisdn: `225${query}`, language: 'fr' })).toEqual(refused);
  expect(await call(page, 'app:switchMode', { mode: 'agent' })).toEqual(refused);
  expect(await call(page, 'staff:session', {})).toEqual(refused);
  expect(await call(page, 'customer:switchLine', { msisdn: `225${query}`, language: 'fr' })).toEqual({
    ok: false,
    error: 'NO_CUSTOMER_OPEN',
  });
  await app.close();
});
