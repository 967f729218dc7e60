import { call } from './bridge';
import { expect, launch, provisionKey, test, writeSettings, type Comptoir } from './fixture';

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

test('a kiosk is left by no chord, no gesture and no closing', async ({ profileFolder }) => {
  provisionKey(profileFolder);
  const settings = {
    mode: 'selfservice',
    market: 'CI',
    feed: { url: 'http://127.0.0.1:9/none' },
    kiosk: true,
  };
  const comptoir = await launch(profileFolder, ['--config', writeSettings(profileFolder, settings)]);
  const { app, page } = comptoir;
  expect(await call(page, 'app:describe', {})).toMatchObject({ ok: true, value: { kiosk: true } });
  await page.evaluate(() => {
    document.body.dataset['mark'] = 'same page';
  });
  const before = await stateOf(comptoir);
  expect(before).toMatchObject({
    windows: [{ kiosk: true, zoom: 1, developerTools: false }],
    stillThere: 'same page',
  });

  for (const chord of [...chords, ...otherChords]) {
    await page.keyboard.press(chord);
  }
  expect(await stateOf(comptoir)).toEqual(before);

  await page.keyboard.down('Control');
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, -600);
  await page.keyboard.up('Control');
  await page.mouse.click(300, 300, { button: 'right' });
  await page.mouse.click(300, 300, { button: 'middle' });
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  });
  expect(await stateOf(comptoir)).toEqual(before);
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

test('self-service opens nobody until customers can identify themselves', async ({ profileFolder }) => {
  provisionKey(profileFolder);
  const settings = { mode: 'selfservice', market: 'CI', feed: { url: 'http://127.0.0.1:9/none' } };
  const { app, page } = await launch(profileFolder, ['--config', writeSettings(profileFolder, settings)]);
  expect(await call(page, 'app:describe', {})).toMatchObject({
    ok: true,
    value: { identification: 'unavailable' },
  });
  const refused = { ok: false, error: 'NOT_ALLOWED' };
  expect(await call(page, 'customer:open', { query: '0700000001', language: 'fr' })).toEqual(refused);
  expect(await call(page, 'app:switchMode', { mode: 'agent' })).toEqual(refused);
  await app.close();
});
