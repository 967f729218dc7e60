import { expect, startAndEnd, test } from './fixture';

test('a second start ends at once and brings the first one forward', async ({ comptoir, profileFolder }) => {
  await comptoir.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.minimize();
  });
  const { code } = await startAndEnd(profileFolder, ['--training']);
  expect(code).toBe(0);
  const windows = () =>
    comptoir.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
    );
  await expect.poll(windows).toEqual([false]);
});
