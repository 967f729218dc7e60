import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, readPublicKey } from '../../../electron/fleet/operatorKey';
import { openSignedDocument } from '../../../electron/fleet/signedDocument';
import { makeOperator } from '../../helpers/operatorFiles';

const operator = makeOperator();
const document = operator.sign('update', { version: '1.0.0' });

describe('a signed document', () => {
  test('is opened with the key that signed it, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (payload) => {
        const opened = openSignedDocument(operator.sign('update', payload), 'update', operator.publicKey);
        expect(opened).toMatchObject({ ok: true, key: operator.publicKey });
        expect(opened.ok && opened.payload).toEqual(JSON.parse(JSON.stringify(payload)));
      }),
      { numRuns: 50 },
    );
  });

  test('of another operator is refused, whatever it says', () => {
    const other = makeOperator();
    const forged = other.sign('update', { version: '9.9.9' });
    expect(openSignedDocument(forged, 'update', operator.publicKey)).toEqual({
      ok: false,
      error: 'WRONG_KEY',
    });
    const relabelled = { ...(JSON.parse(forged) as object), key: operator.publicKey };
    expect(openSignedDocument(relabelled, 'update', operator.publicKey)).toEqual({
      ok: false,
      error: 'BAD_SIGNATURE',
    });
  });

  test('signed for one purpose does not pass for another', () => {
    expect(openSignedDocument(document, 'provisioning', null)).toEqual({ ok: false, error: 'NOT_SIGNED' });
    const relabelled = { ...(JSON.parse(document) as object), purpose: 'provisioning' };
    expect(openSignedDocument(relabelled, 'provisioning', null)).toEqual({
      ok: false,
      error: 'BAD_SIGNATURE',
    });
  });

  test('with any byte of it changed is refused', () => {
    fc.assert(
      fc.property(fc.nat(document.length - 1), fc.constantFrom('A', 'b', '7', '}'), (place, letter) => {
        const changed = document.slice(0, place) + letter + document.slice(place + 1);
        fc.pre(changed !== document);
        const opened = openSignedDocument(changed, 'update', operator.publicKey);
        // The last letter of base64 may hold bits that mean nothing; what is opened then is what was signed.
        if (opened.ok) expect(opened.payload).toEqual({ version: '1.0.0' });
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '<html>'],
    ['a list', '[]'],
    ['unsigned content', '{"version":"1.0.0"}'],
    ['an empty signature', { ...(JSON.parse(document) as object), signature: '' }],
    ['an unknown field', { ...(JSON.parse(document) as object), more: 1 }],
    ['another format', { ...(JSON.parse(document) as object), format: 'comptoir-signed-2' }],
    ['null', null],
  ])('is not %s', (_, value) => {
    expect(openSignedDocument(value, 'update', operator.publicKey)).toEqual({
      ok: false,
      error: 'NOT_SIGNED',
    });
  });
});

describe('an operator’s public key', () => {
  test('is one line, and its fingerprint is short enough to be read out', () => {
    expect(operator.publicKey).toMatch(/^ed25519:[A-Za-z0-9+/]{43}=$/);
    expect(readPublicKey(operator.publicKey)).not.toBeNull();
    expect(fingerprintOf(operator.publicKey)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  });

  test.each(['', 'ed25519:', 'rsa:AAAA', 'ed25519:AAAA', `${operator.publicKey} `, operator.privatePem])(
    'is not %j',
    (text) => {
      expect(readPublicKey(text)).toBeNull();
    },
  );
});
