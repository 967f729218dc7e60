/** Who may ask: the feed and the live interfaces each have their gate. */
export type UpstreamAuth =
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  | { readonly type: 'bearer'; readonly token: string };

export interface Gate {
  readonly admits: (authorization: string | undefined) => boolean;
  /** What the refused are told to bring. */
  readonly challenge: string;
}

/** Without credentials to ask for, everybody is let in. */
export function createGate(auth: UpstreamAuth | undefined): Gate {
  const challenge = auth?.type === 'basic' ? 'Basic realm="Comptoir"' : 'Bearer';
  if (auth === undefined) return { admits: () => true, challenge };
  const expected =
    auth.type === 'bearer' ? `Bearer ${auth.token}` : basicAuthorization(auth.username, auth.password);
  return { admits: (authorization) => authorization === expected, challenge };
}

export function basicAuthorization(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
