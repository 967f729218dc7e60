import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  loadSettings,
  systemSettingsFolder,
  type SettingsPlaces,
} from '../../../electron/services/settingsFile';
import { makeFolder } from '../../helpers/testCache';

interface Machine {
  readonly places: SettingsPlaces;
  readonly write: (
    place: 'named' | 'environment' | 'system' | 'userData',
    content: string,
  ) => Promise<string>;
}

async function makeMachine(): Promise<Machine> {
  const root = await makeFolder();
  const places = {
    named: null,
    fromEnvironment: null,
    systemFolder: join(root, 'system'),
    userDataFolder: join(root, 'userData'),
  };
  return {
    places,
    async write(place, content) {
      const file = join(root, place, 'comptoir.json');
      await mkdir(join(root, place), { recursive: true });
      await writeFile(file, content);
      return file;
    },
  };
}

function settingsText(shopName: string, more: object = {}): string {
  return JSON.stringify({
    market: 'CI',
    feed: { url: 'http://feed' },
    shop: { id: 'x', name: shopName },
    ...more,
  });
}

async function shopFound(places: SettingsPlaces): Promise<string> {
  const found = await loadSettings(places);
  return found.kind === 'settings' ? found.settings.shop.name : found.kind;
}

describe('the settings file', () => {
  test('is looked for as named, then in the environment, the system folder and the user-data folder', async () => {
    const { places, write } = await makeMachine();
    expect(await shopFound(places)).toBe('none');
    await write('userData', settingsText('user data'));
    expect(await shopFound(places)).toBe('user data');
    await write('system', settingsText('system'));
    expect(await shopFound(places)).toBe('system');
    const fromEnvironment = await write('environment', settingsText('environment'));
    expect(await shopFound({ ...places, fromEnvironment })).toBe('environment');
    const named = await write('named', settingsText('named'));
    expect(await shopFound({ ...places, fromEnvironment, named })).toBe('named');
  });

  test('is an error when it was named and is not there', async () => {
    const { places, write } = await makeMachine();
    await write('system', settingsText('system'));
    const named = join(places.systemFolder, 'other.json');
    expect(await loadSettings({ ...places, named })).toEqual({
      kind: 'invalid',
      file: named,
      problems: [`${named}: there is no such file`],
    });
  });

  test('is an error when it is not JSON, and the next place is not tried', async () => {
    const { places, write } = await makeMachine();
    const file = await write('system', '{ "market": ');
    await write('userData', settingsText('user data'));
    const found = await loadSettings(places);
    expect(found).toMatchObject({ kind: 'invalid', file });
    expect(found.kind === 'invalid' ? found.problems[0] : '').toContain(`${file}: is not JSON`);
  });

  test('names each key that is wrong', async () => {
    const { places, write } = await makeMachine();
    const file = await write('userData', settingsText('x', { market: 'XX' }));
    expect(await loadSettings(places)).toEqual({
      kind: 'invalid',
      file,
      problems: ['market: must be "CI" or "CM"'],
    });
  });

  test('may begin with the mark that Windows editors leave', async () => {
    const { places, write } = await makeMachine();
    await write('userData', `\uFEFF${settingsText('marked')}`);
    expect(await shopFound(places)).toBe('marked');
  });

  test('means its paths from where it stands', async () => {
    const { places, write } = await makeMachine();
    const auth = { type: 'bearer', secretFile: 'secret' };
    await write(
      'system',
      settingsText('x', {
        shop: { id: 'x', name: 'x', secretFile: 'shop.secret' },
        feed: { url: 'http://feed', auth },
        live: { url: 'http://live', auth, caFile: 'ca.pem' },
        audit: { url: 'http://audit', auth },
        cache: { folder: 'cache' },
      }),
    );
    const found = await loadSettings(places);
    if (found.kind !== 'settings') throw new Error(found.kind);
    const { systemFolder } = places;
    expect(found.settings.feed.auth?.secretFile).toBe(join(systemFolder, 'secret'));
    expect(found.settings.live?.auth?.secretFile).toBe(join(systemFolder, 'secret'));
    expect(found.settings.audit?.auth?.secretFile).toBe(join(systemFolder, 'secret'));
    expect(found.settings.shop.secretFile).toBe(join(systemFolder, 'shop.secret'));
    expect(found.settings.live?.caFile).toBe(join(systemFolder, 'ca.pem'));
    expect(found.settings.cache.folder).toBe(join(systemFolder, 'cache'));
  });

  test('of the machine has its place on each system', () => {
    expect(systemSettingsFolder('linux', {})).toBe('/etc/comptoir');
    expect(systemSettingsFolder('darwin', {})).toBe('/Library/Application Support/Comptoir');
    expect(systemSettingsFolder('win32', { ProgramData: 'D:\\Data' })).toContain('D:\\Data');
  });
});
