import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLiveClient } from '../../../electron/live/liveClient';
import { marketPack } from '../../../shared/domain/market';
import type { LiveEndpoint } from '../../../shared/domain/settings';
import {
  answerJson,
  connectLive,
  never,
  someBuckets,
  startScriptedOperator,
  type ReceivedRequest,
} from '../../helpers/scriptedOperator';

const market = marketPack('CI');
const question = { sections: ['buckets'] as const, deadlineMs: 5_000, signal: never };
const fixture = (name: string) => join(import.meta.dirname, '../../fixtures/tls', name);

async function writeSecret(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'secret');
  await writeFile(file, `${content}\n`);
  await chmod(file, 0o600);
  return file;
}

async function failureOf(endpoint: LiveEndpoint) {
  const client = await connectLive(endpoint);
  return (await client.fetchCustomer('2250700000001', question)).failures.buckets;
}

describe('credentials', () => {
  test('go with every request: bearer, and basic with any character', async () => {
    const operator = await startScriptedOperator((_, response) => answerJson(response, someBuckets));
    const secretFile = await writeSecret('dé:jà');
    await failureOf({ url: operator.url, auth: { type: 'bearer', secretFile: await writeSecret('abc') } });
    await failureOf({ url: operator.url, auth: { type: 'basic', username: 'shop', secretFile } });
    expect(operator.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer abc',
      `Basic ${Buffer.from('shop:dé:jà').toString('base64')}`,
    ]);
  });

  test('whose file is not there are named', async () => {
    const auth = { type: 'bearer', secretFile: '/nowhere/secret' } as const;
    expect(await openLiveClient({ url: 'http://127.0.0.1:9', auth }, market)).toEqual({
      ok: false,
      error: 'SECRET_UNREADABLE',
      file: '/nowhere/secret',
    });
  });
});

/** A token server and an operator in one; tokens are `t1`, `t2`… */
async function startTokenOperator(
  options: { expiresIn?: number; accepts?: (token: string) => boolean } = {},
) {
  let issued = 0;
  const { expiresIn = 3600, accepts = () => true } = options;
  const operator = await startScriptedOperator(({ path, headers }, response) => {
    if (path === '/token') {
      issued += 1;
      answerJson(response, { access_token: `t${issued}`, token_type: 'Bearer', expires_in: expiresIn });
    } else if (accepts((headers.authorization ?? '').replace('Bearer ', '')))
      answerJson(response, someBuckets);
    else answerJson(response, {}, 401);
  });
  const secretFile = await writeSecret('s:cret');
  const auth = {
    type: 'oauth2' as const,
    tokenUrl: `${operator.url}/token`,
    clientId: 'shop 17',
    scope: 'balances',
    secretFile,
  };
  const isToken = ({ path }: ReceivedRequest) => path === '/token';
  return {
    client: await connectLive({ url: operator.url, auth }),
    tokenRequests: () => operator.received.filter(isToken),
    requests: () => operator.received.filter((request) => !isToken(request)),
  };
}

describe('client credentials', () => {
  test('are changed for one token, which all requests share', async () => {
    const { client, tokenRequests, requests } = await startTokenOperator();
    const sections = ['buckets', 'status', 'usage'] as const;
    await client.fetchCustomer('2250700000001', { ...question, sections });
    await client.fetchCustomer('2250700000002', question);
    expect(tokenRequests()).toHaveLength(1);
    expect(tokenRequests()[0]).toMatchObject({
      method: 'POST',
      body: 'grant_type=client_credentials&scope=balances',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from('shop+17:s%3Acret').toString('base64')}`,
      },
    });
    expect(new Set(requests().map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer t1']));
  });

  test('are changed again when the token is about to end', async () => {
    const { client, tokenRequests } = await startTokenOperator({ expiresIn: 0 });
    await client.fetchCustomer('2250700000001', question);
    await client.fetchCustomer('2250700000001', question);
    expect(tokenRequests()).toHaveLength(2);
  });

  test('are changed once more when the token is refused, and the request is made again', async () => {
    const { client, requests } = await startTokenOperator({ accepts: (token) => token !== 't1' });
    expect((await client.fetchCustomer('2250700000001', question)).failures).toEqual({});
    expect(requests().map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2']);
  });

  test('are not changed over and over where every token is refused', async () => {
    const { client, tokenRequests } = await startTokenOperator({ accepts: () => false });
    expect((await client.fetchCustomer('2250700000001', question)).failures).toEqual({ buckets: 'refused' });
    expect(tokenRequests()).toHaveLength(2);
  });

  test.each([
    [400, { error: 'invalid_client' }, 'refused'],
    [500, {}, 'offline'],
    [200, { access_token: 5 }, 'unreadable'],
    [200, { access_token: 'bad\nheader', token_type: 'Bearer' }, 'unreadable'],
    [200, { access_token: 'x', token_type: 'mac' }, 'unreadable'],
  ])(
    'that a token server answers with %i %j make a failure, and an order was not received',
    async (status, answer, failure) => {
      const server = await startScriptedOperator((_, response) => answerJson(response, answer, status));
      const secretFile = await writeSecret('x');
      const auth = { type: 'oauth2', tokenUrl: `${server.url}/token`, clientId: 'c', secretFile } as const;
      const client = await connectLive({ url: server.url, auth });
      const order = { orderId: 'o', msisdn: '2250700000001', intent: { kind: 'plan', plan: 'A' } } as const;
      expect(await client.placeOrder(order, never)).toMatchObject({ kind: 'notReceived', failure });
      expect(server.received.every(({ path }) => path === '/token')).toBe(true);
    },
  );
});

describe('a certificate', () => {
  // Of an authority that only these files know, for `localhost`, until 2120.
  const identity = async () => ({
    key: await readFile(fixture('serverKey.pem'), 'utf8'),
    cert: await readFile(fixture('server.pem'), 'utf8'),
  });

  test('of an authority that nobody trusts is refused', async () => {
    const operator = await startScriptedOperator(
      (_, response) => answerJson(response, someBuckets),
      await identity(),
    );
    expect(await failureOf({ url: operator.url })).toBe('offline');
    expect(operator.received).toHaveLength(0);
  });

  test('of the authority in the settings is accepted, for its own name only', async () => {
    const operator = await startScriptedOperator(
      (_, response) => answerJson(response, someBuckets),
      await identity(),
    );
    const caFile = fixture('authority.pem');
    expect(await failureOf({ url: operator.url, caFile })).toBeUndefined();
    expect(await failureOf({ url: operator.url.replace('localhost', '127.0.0.1'), caFile })).toBe('offline');
    expect(operator.received).toHaveLength(1);
  });

  test.each(['serverKey.pem', 'missing.pem'])(
    'cannot be checked by the file %s, which is named',
    async (name) => {
      const caFile = fixture(name);
      expect(await openLiveClient({ url: 'https://localhost:9', caFile }, market)).toEqual({
        ok: false,
        error: 'CA_UNREADABLE',
        file: caFile,
      });
    },
  );
});
