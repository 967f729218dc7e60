/** What an operator signs for its devices, with a key of the test's own. */
import { readPrivateKey, makeOperatorKey } from '../../electron/fleet/operatorKey';
import { signDocument, type SignedPurpose } from '../../electron/fleet/signedDocument';

export interface TestOperator {
  readonly publicKey: string;
  readonly privatePem: string;
  readonly sign: (purpose: SignedPurpose, payload: unknown) => string;
}

export function makeOperator(): TestOperator {
  const { privatePem, publicKey } = makeOperatorKey();
  const privateKey = readPrivateKey(privatePem);
  if (privateKey === null) throw new Error('The key that was made cannot be read.');
  return { publicKey, privatePem, sign: (purpose, payload) => signDocument(purpose, payload, privateKey) };
}

/** A whole file's content, with what a test wants otherwise. */
export function buildProvisioning(changes: object = {}): Record<string, unknown> {
  return {
    serial: 1,
    device: 'abj-plateau-kiosk-1',
    keyPolicy: 'file',
    settings: {
      mode: 'selfservice',
      market: 'CI',
      shop: { id: 'ABJ-PLATEAU-01', name: 'Boutique Plateau' },
      feed: {
        url: 'https://feed.example/abj-plateau-01',
        auth: { type: 'basic', username: 'kiosk-1', secretFile: 'secret:feed' },
      },
      live: { url: 'https://live.example', caFile: 'certificate:operator' },
    },
    secrets: { feed: 'feed-secret-of-the-shop' },
    certificates: { operator: '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n' },
    ...changes,
  };
}
