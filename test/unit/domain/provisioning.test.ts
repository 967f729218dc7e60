import { describe, expect, test } from 'vitest';
import { readProvisioning, settingsInPlace } from '../../../shared/domain/provisioning';
import { buildProvisioning } from '../../helpers/operatorFiles';

function problemsOf(changes: object): readonly string[] {
  const read = readProvisioning(buildProvisioning(changes));
  return read.ok ? [] : read.problems;
}

describe('a provisioning file', () => {
  test('is taken whole, its key policy left to the machine where it says nothing', () => {
    expect(readProvisioning(buildProvisioning({ keyPolicy: undefined }))).toMatchObject({
      ok: true,
      provisioning: { serial: 1, device: 'abj-plateau-kiosk-1', keyPolicy: 'any' },
    });
  });

  test.each([
    [{ serial: 0 }, 'serial: must be a whole number, higher than in the file before'],
    [{ serial: 1.5 }, 'serial: must be a whole number, higher than in the file before'],
    [
      { device: '../etc' },
      'device: must be the device’s identifier: up to 64 letters, digits, dots, dashes and underscores',
    ],
    [{ keyPolicy: 'none' }, 'keyPolicy: must be "keyStore", "file" or "any"'],
    [{ settings: [] }, 'settings: must be an object, as in the settings file'],
    [{ secrets: { feed: '' } }, 'secrets.feed: must be an object of texts'],
    [{ secrets: { '../x': 'y' } }, 'secrets.../x: is not a key of the provisioning file'],
    [{ password: 'x' }, 'password: is not a key of the provisioning file'],
    [{ settings: { market: 'CI', feed: { url: 'ftp://x' } } }, 'settings.feed.url: must be an http(s) URL'],
    [
      { settings: { market: 'CI' } },
      'settings.feed: is missing, must be an object with url, auth and caFile',
    ],
    [{ secrets: {} }, 'secrets.feed: is missing, settings.feed.auth.secretFile names it'],
    [{ certificates: {} }, 'certificates.operator: is missing, settings.live.caFile names it'],
  ])('that is wrong names the key: %j', (changes, problem) => {
    expect(problemsOf(changes)).toContain(problem);
  });

  test('may name no path of the operator’s own machine', () => {
    const feed = { url: 'https://feed.example', caFile: '/etc/ca.pem' };
    expect(problemsOf({ settings: { market: 'CI', feed } })).toEqual([
      'settings.feed.caFile: must be "certificate:" and a name from certificates',
    ]);
  });

  test('has each part that the settings name put in its place', () => {
    const { settings } = buildProvisioning();
    expect(settingsInPlace(settings, (kind, name) => `${kind}/${name}`)).toMatchObject({
      feed: { auth: { secretFile: 'secret/feed' } },
      live: { caFile: 'certificate/operator' },
      shop: { id: 'ABJ-PLATEAU-01' },
    });
  });
});
