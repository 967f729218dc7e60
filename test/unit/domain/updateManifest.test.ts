import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNewerVersion, readUpdateManifest } from '../../../shared/domain/updateManifest';

const artefact = { target: 'linux-x64', file: 'comptoir-1.0.0.tar', sizeBytes: 10, sha256: 'ab'.repeat(32) };
const manifest = { version: '1.0.0', artefacts: [artefact] };

const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));

describe('an update manifest', () => {
  test('is taken as it stands', () => {
    expect(readUpdateManifest(manifest)).toEqual({ ok: true, manifest });
  });

  test.each([
    [{ ...manifest, version: '1.0' }, 'version: must be three numbers, such as 1.4.0'],
    [{ ...manifest, version: '01.0.0' }, 'version: must be three numbers, such as 1.4.0'],
    [{ ...manifest, artefacts: [] }, 'artefacts: must be a list of artefacts'],
    [{ ...manifest, notes: 'x' }, 'notes: is not a key of the update manifest'],
    [{ version: '1.0.0' }, 'artefacts: is missing, must be a list of artefacts'],
    [
      { ...manifest, artefacts: [{ ...artefact, file: '../comptoir' }] },
      'artefacts.0.file: must be a list of artefacts',
    ],
    [
      { ...manifest, artefacts: [{ ...artefact, sizeBytes: 2 ** 40 }] },
      'artefacts.0.sizeBytes: must be a list of artefacts',
    ],
    [null, 'update manifest: must be an object with version and artefacts'],
  ])('that is wrong names the key: %j', (content, problem) => {
    const read = readUpdateManifest(content);
    expect(read.ok ? [] : read.problems).toContain(problem);
  });
});

describe('a version', () => {
  test('is newer by its first number that differs, and never newer than itself', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const place = one.findIndex((number, index) => number !== other[index]);
        const expected = place !== -1 && (one[place] ?? 0) > (other[place] ?? 0);
        expect(isNewerVersion(one.join('.'), other.join('.'))).toBe(expected);
      }),
    );
  });

  test.each(['1.0', '1.0.0-beta', 'latest', '', '1.0.0.0'])(
    'that is no three numbers (%s) is newer than none',
    (text) => {
      expect(isNewerVersion(text, '0.0.1')).toBe(false);
    },
  );
});
