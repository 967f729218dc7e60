import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { ask, paths, read, send, startOperator, tmfErrorAnswer } from '../helpers/operatorCalls';

const listedAnswer = Type.Array(Type.Object({ id: Type.String() }));

describe('the gate of the live interfaces', () => {
  const line = { 'logicalResource.id': '2250700000001' };

  it.each([
    {
      auth: { type: 'basic', username: 'kiosk-17', password: 's3cret' } as const,
      header: 'Basic a2lvc2stMTc6czNjcmV0',
    },
    { auth: { type: 'bearer', token: 's3cret' } as const, header: 'Bearer s3cret' },
  ])('opens to $auth.type credentials only, and leaves the feed’s alone', async ({ auth, header }) => {
    const { upstream } = await startOperator({ liveAuth: auth });
    const refused = await ask(upstream, paths.bucket, line, { Authorization: 'Bearer wrong' });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toMatch(auth.type === 'basic' ? /^Basic / : /^Bearer$/);
    expect(read(tmfErrorAnswer, refused).code).toBe('UNAUTHORIZED');
    const code = await send(upstream, paths.sendCode, {});
    expect(code).toMatchObject({ status: 401, body: { status: 401, code: 'UNAUTHENTICATED' } });
    expect((await ask(upstream, paths.bucket, line, { Authorization: header })).status).toBe(200);
    expect((await fetch(upstream.url)).status).toBe(200);
  });

  it('opens to a token that it gave out to a client it knows, until the token ends', async () => {
    const { upstream, clock } = await startOperator({
      liveAuth: { type: 'oauth2', clientId: 'kiosk-17', clientSecret: 's3cret', lifetimeSeconds: 60 },
    });
    const tokenFor = (authorization: string, grant: string) =>
      fetch(`${upstream.liveUrl}/oauth2/token`, {
        method: 'POST',
        headers: { Authorization: authorization },
        body: new URLSearchParams({ grant_type: grant }),
      });
    const known = 'Basic a2lvc2stMTc6czNjcmV0';
    expect((await tokenFor('Basic eDp5', 'client_credentials')).status).toBe(401);
    expect((await tokenFor(known, 'password')).status).toBe(400);
    const answer = await tokenFor(known, 'client_credentials');
    const body: unknown = await answer.json();
    const token = read(
      Type.Object({
        access_token: Type.String(),
        token_type: Type.Literal('Bearer'),
        expires_in: Type.Literal(60),
      }),
      { status: answer.status, headers: answer.headers, body },
    );
    const headers = { Authorization: `Bearer ${token.access_token}` };
    expect((await ask(upstream, paths.bucket, line)).status).toBe(401);
    expect((await ask(upstream, paths.bucket, line, headers)).status).toBe(200);
    clock.now += 60_000;
    expect((await ask(upstream, paths.bucket, line, headers)).status).toBe(401);
  });

  it('says in the words of the interfaces that there is nothing, or nothing of that method', async () => {
    const { upstream } = await startOperator();
    expect(read(tmfErrorAnswer, await ask(upstream, '/tmf-api/nothing')).code).toBe('NOT_FOUND');
    const posted = await send(upstream, paths.bucket, {});
    expect(posted.status).toBe(405);
    expect(posted.headers.get('allow')).toBe('GET,HEAD');
    expect(read(listedAnswer, await ask(upstream, paths.bucket, line)).length).toBeGreaterThan(0);
  });
});
