import { startUpstream } from '../../electron/services/training/upstream';
import { demoPasswords } from '../../electron/services/training/demoCredentials';
import { call } from './bridge';
import { expectComplete } from './feedState';
import { expect, launch, provisionKey, sizes, test, writeSettings } from './fixture';
import { pictureScreen } from './screens';

const supervisor = { login: 'a.kone', password: demoPasswords['a.kone'] };

test('staff leave a kiosk by five taps and a supervisor, for a while, and it is a kiosk again', async ({
  profileFolder,
}) => {
  const upstream = await startUpstream({ subscribers: 50, seed: 7, tickMs: 0 });
  provisionKey(profileFolder);
  const settings = { mode: 'selfservice', market: 'CI', feed: { url: upstream.url }, kiosk: true };
  const { app, page } = await launch(profileFolder, ['--config', writeSettings(profileFolder, settings)]);
  await page.setViewportSize(sizes.kiosk);
  await expectComplete(page);
  const isKiosk = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isKiosk());
  const refused = { ok: false, error: 'NOT_ALLOWED' };
  expect(await call(page, 'maintenance:end', {})).toEqual(refused);
  expect(await call(page, 'maintenance:quit', {})).toEqual(refused);

  const door = page.getByRole('dialog', { name: 'Réservé au personnel' });
  const knock = async (times: number) => {
    for (let tap = 0; tap < times; tap += 1) await page.mouse.click(30, 30);
  };
  await knock(4);
  await page.mouse.click(500, 900);
  await knock(1);
  await expect(door).toHaveCount(0);
  await knock(5);
  await expect(door).toBeVisible();
  await pictureScreen(page, 'maintenance-door');

  const enter = door.getByRole('button', { name: 'Ouvrir la maintenance' });
  await test.step('on the keyboard of the screen, with the password of somebody who may not', async () => {
    const keyboard = door.getByRole('group', { name: 'Clavier' });
    for (const key of 'k.yao') await keyboard.getByRole('button', { name: key, exact: true }).click();
    await expect(door.getByLabel('Identifiant')).toHaveValue('k.yao');
    await door.getByLabel('Mot de passe').fill(demoPasswords['k.yao']);
    await enter.click();
    await expect(door.getByRole('alert')).toContainText('responsable');
    expect(await isKiosk()).toBe(true);
  });
  await test.step('as a supervisor', async () => {
    await door.getByLabel('Identifiant').fill(supervisor.login);
    await door.getByLabel('Mot de passe').fill(supervisor.password);
    await enter.click();
    await expect(door).toHaveCount(0);
    await expect.poll(isKiosk).toBe(false);
  });
  const bar = page.getByRole('region', { name: 'Maintenance' });
  await expect(bar.getByRole('timer')).toContainText(/verrouillage dans (10:00|9:5\d)/);
  await expect(bar).toContainText('ouverte par a.kone');
  await pictureScreen(page, 'maintenance-open');

  await bar.getByRole('button', { name: 'Verrouiller maintenant' }).click();
  await expect(bar).toHaveCount(0);
  await expect.poll(isKiosk).toBe(true);

  await test.step('guesses are throttled like those of a sign-in', async () => {
    let kinds: string[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      const answer = await call(page, 'maintenance:enter', { ...supervisor, password: `guess ${guess}` });
      kinds = [...kinds, answer.ok ? answer.value.kind : answer.error];
    }
    expect(kinds.slice(0, 4)).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(kinds.at(-1)).toBe('throttled');
    expect(await call(page, 'maintenance:enter', supervisor)).toMatchObject({ value: { kind: 'throttled' } });
    expect(await isKiosk()).toBe(true);
  });
  await app.close();
  await upstream.close();
});
