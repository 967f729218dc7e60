import type { EndpointAuth } from '../../shared/domain/settings';
import { readPrivateFile } from './privateFile';

export type Authorization =
  | {
      readonly ok: true;
      /** The header's value; `null` where none is asked for. */
      readonly header: string | null;
      /** Others than its owner may read the secret's file. */
      readonly exposed: boolean;
    }
  | { readonly ok: false; readonly file: string };

/** Makes the header with which an endpoint wants to be asked, from the secret in its file. */
export async function authorizationOf(auth: EndpointAuth | undefined): Promise<Authorization> {
  if (auth === undefined) return { ok: true, header: null, exposed: false };
  const secret = await readPrivateFile(auth.secretFile);
  if (!secret.ok || secret.text === '') return { ok: false, file: auth.secretFile };
  const header =
    auth.type === 'bearer'
      ? `Bearer ${secret.text}`
      : `Basic ${Buffer.from(`${auth.username ?? ''}:${secret.text}`, 'utf8').toString('base64')}`;
  return { ok: true, header, exposed: secret.exposed };
}
