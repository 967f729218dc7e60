import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import Type, { type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { afterEach, describe, expect, it } from 'vitest';
import { demoNumbers } from '../../electron/services/training/demoNumbers';
import {
  PortInUseError,
  startUpstream,
  type Upstream,
  type UpstreamOptions,
} from '../../electron/services/training/upstream';
import { validateFeedDocument } from '../../shared/domain/feedValidation';
import { listenLocally } from '../helpers/loopback';

const noon = Date.UTC(2026, 10, 22, 12);
const sharedDocuments = 24;

let upstream: Upstream | null = null;

async function start(options: Partial<UpstreamOptions> = {}): Promise<Upstream> {
  upstream = await startUpstream({ subscribers: 30, seed: 7, tickMs: 0, now: () => noon, ...options });
  return upstream;
}

afterEach(async () => {
  await upstream?.close();
  upstream = null;
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The head of an answer, which comes at once, also to whoever then waits for news. */
function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { headers, method, agent: false }, resolve);
    request.on('error', reject);
    request.end();
  });
}

async function wholeOf(answer: IncomingMessage): Promise<Answer> {
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) };
}

async function get(url: string, headers?: Record<string, string>, method?: string): Promise<Answer> {
  return wholeOf(await ask(url, headers, method));
}

const page = Type.Object({
  results: Type.Array(
    Type.Object({
      seq: Type.String(),
      id: Type.String(),
      changes: Type.Array(Type.Object({ rev: Type.String() })),
      deleted: Type.Optional(Type.Boolean()),
      doc: Type.Optional(Type.Object({ _id: Type.String(), _rev: Type.String() })),
    }),
  ),
  last_seq: Type.String(),
  pending: Type.Integer(),
});
const identity = Type.Object({
  db_name: Type.String(),
  update_seq: Type.String(),
  doc_count: Type.Integer(),
  doc_del_count: Type.Integer(),
  instance_start_time: Type.String(),
});
const welcome = Type.Object({ couchdb: Type.String(), uuid: Type.String() });
const failure = Type.Object({ error: Type.String(), reason: Type.String() });

function read<Schema extends TSchema>(schema: Schema, body: Buffer): Static<Schema> {
  return Value.Parse(schema, JSON.parse(body.toString('utf8')));
}

async function changes(from: Upstream, query: string): Promise<Static<typeof page>> {
  const answer = await get(`${from.url}/_changes?${query}`);
  expect(answer.status).toBe(200);
  return read(page, answer.body);
}

/** Resolves once the server has taken the question. */
function askForNews(of: Upstream, query: string): Promise<IncomingMessage> {
  return ask(`${of.url}/_changes?feed=longpoll&${query}`);
}

async function newsOf(waiting: IncomingMessage): Promise<Static<typeof page>['results']> {
  return read(page, (await wholeOf(waiting)).body).results;
}

function subscriber(msisdn: string) {
  return {
    _id: `subscriber:${msisdn}`,
    type: 'subscriber',
    schema: 1,
    asOf: '2026-11-22T12:00:00Z',
    msisdn,
    status: 'active',
    main: { amount: 5, currency: 'XOF' },
  };
}

describe('the identity of the feed', () => {
  it('says who the server and the database are', async () => {
    const { url } = await start();
    const server = read(welcome, (await get(new URL('/', url).href)).body);
    const database = read(identity, (await get(url)).body);
    expect(server.couchdb).toBe('Welcome');
    expect(server.uuid).toMatch(/^[0-9a-f]{32}$/);
    expect(database).toMatchObject({
      db_name: 'training',
      doc_count: sharedDocuments + 30,
      doc_del_count: 0,
    });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/training$/);
  });

  it('changes when the database is replaced, and old sequences are refused', async () => {
    const server = await start();
    const root = new URL('/', server.url).href;
    const before = read(welcome, (await get(root)).body);
    const createdBefore = read(identity, (await get(server.url)).body).instance_start_time;
    const { last_seq: lastSeq } = await changes(server, 'limit=10');
    server.put(subscriber('2250700000099'));
    server.replaceDatabase();
    const after = read(welcome, (await get(root)).body);
    expect(after.uuid).not.toBe(before.uuid);
    const createdAfter = read(identity, (await get(server.url)).body).instance_start_time;
    expect(createdAfter).not.toBe(createdBefore);
    expect((await get(`${server.url}/_changes?since=${lastSeq}`)).status).toBe(400);
    expect((await changes(server, '')).results.map((row) => row.id)).not.toContain(
      'subscriber:2250700000099',
    );
  });
});

describe('the changes', () => {
  it('give every document once, in pages that join without a gap, each of them valid', async () => {
    const server = await start({ subscribers: 300 });
    const seen = new Set<string>();
    let since = '0';
    let pending = Infinity;
    while (pending > 0) {
      const part = await changes(server, `feed=normal&include_docs=true&limit=50&since=${since}`);
      for (const row of part.results) {
        expect(validateFeedDocument(row.doc)).toMatchObject({ kind: 'valid' });
        expect(row.changes).toEqual([{ rev: row.doc?._rev }]);
        expect(row.doc?._id).toBe(row.id);
        seen.add(row.id);
      }
      expect(part.pending).toBe(sharedDocuments + 300 - seen.size);
      expect(part.results.length).toBeLessThanOrEqual(50);
      since = part.last_seq;
      pending = part.pending;
    }
    expect(seen.size).toBe(sharedDocuments + 300);
    expect(await changes(server, `since=${since}`)).toEqual({ results: [], last_seq: since, pending: 0 });
  });

  it('move a changed document to its latest sequence, with the next generation', async () => {
    const server = await start();
    const { last_seq: lastSeq } = await changes(server, '');
    server.put(subscriber('2250700000003'));
    const again = server.put(subscriber('2250700000003'));
    const news = await changes(server, `since=${lastSeq}&include_docs=true`);
    expect(news.results).toHaveLength(1);
    expect(news.results[0]?.changes[0]?.rev).toBe(again.rev);
    expect(again.rev).toMatch(/^3-[0-9a-f]{32}$/);
    const all = await changes(server, '');
    expect(all.results.filter((row) => row.id === 'subscriber:2250700000003')).toHaveLength(1);
    expect(all.results).toHaveLength(sharedDocuments + 30);
    expect((await changes(server, 'limit=1')).pending).toBe(sharedDocuments + 29);
  });

  it('tell of a deletion, and count it', async () => {
    const server = await start();
    const { last_seq: lastSeq } = await changes(server, '');
    expect(server.remove('subscriber:2250700000004')).not.toBeNull();
    expect(server.remove('subscriber:2250700000004')).toBeNull();
    const news = await changes(server, `since=${lastSeq}&include_docs=true`);
    expect(news.results).toMatchObject([{ id: 'subscriber:2250700000004', deleted: true }]);
    const database = read(identity, (await get(server.url)).body);
    expect(database).toMatchObject({ doc_count: sharedDocuments + 29, doc_del_count: 1 });
  });

  it('pass on any document as it was put, older revisions and unknown types too', async () => {
    const server = await start();
    const { last_seq: lastSeq } = await changes(server, '');
    server.put({ _id: 'subscriber:2250700000001', _rev: '1-old', type: 'subscriber', schema: 99 });
    server.put({ _id: 'weather:abidjan', type: 'weather', sky: 'clear' });
    const news = await changes(server, `since=${lastSeq}&include_docs=true`);
    expect(news.results.map((row) => row.doc)).toMatchObject([
      { _rev: '1-old', schema: 99 },
      { type: 'weather', sky: 'clear' },
    ]);
  });

  it('come one at a time when none are asked for, as from CouchDB', async () => {
    expect((await changes(await start(), 'limit=0')).results).toHaveLength(1);
  });

  it('start from now when asked to', async () => {
    const server = await start();
    const { last_seq: lastSeq } = await changes(server, '');
    expect(await changes(server, 'since=now')).toEqual({ results: [], last_seq: lastSeq, pending: 0 });
  });

  it('are the same for the same seed at the same time, and others for another seed', async () => {
    const documents = async (seed: number) => {
      const server = await start({ seed, subscribers: 60 });
      const { results } = await changes(server, 'include_docs=true');
      await server.close();
      return results.map((row) => row.doc);
    };
    const first = await documents(7);
    expect(await documents(7)).toEqual(first);
    expect(await documents(8)).not.toEqual(first);
  });

  it('begin at once among a million subscribers, wherever they are read', async () => {
    const server = await start({ subscribers: 1_000_000 });
    const part = await changes(server, 'limit=2&include_docs=true');
    expect(part.pending).toBe(sharedDocuments + 999_998);
    const suffix = part.last_seq.slice(part.last_seq.indexOf('-'));
    const far = await changes(server, `limit=2&since=900000${suffix}&include_docs=true`);
    expect(far.results).toHaveLength(2);
    expect(far.pending).toBe(sharedDocuments + 100_000 - 2);
  });

  it('come compressed when that is accepted', async () => {
    const { url } = await start();
    const plain = await get(`${url}/_changes?include_docs=true`);
    const compressed = await get(`${url}/_changes?include_docs=true`, { 'Accept-Encoding': 'gzip' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(compressed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(compressed.body)).toEqual(plain.body);
    expect(compressed.body.length).toBeLessThan(plain.body.length / 3);
  });
});

describe('waiting for news', () => {
  it('ends with the change that comes', async () => {
    const server = await start();
    const { last_seq: lastSeq } = await changes(server, '');
    const waiting = await askForNews(server, `since=${lastSeq}&timeout=20000&include_docs=true`);
    server.put(subscriber('2250700000002'));
    expect((await newsOf(waiting)).map((row) => row.id)).toEqual(['subscriber:2250700000002']);
  });

  it('does not begin when there is news already', async () => {
    const server = await start();
    const news = await changes(server, 'feed=longpoll&since=0&limit=3&timeout=20000');
    expect(news.results).toHaveLength(3);
  });

  it('ends empty after its time-out', async () => {
    const server = await start();
    const { last_seq: lastSeq } = await changes(server, '');
    expect(await changes(server, `feed=longpoll&since=${lastSeq}&timeout=30`)).toEqual({
      results: [],
      last_seq: lastSeq,
      pending: 0,
    });
  });

  it('is kept alive by empty lines, compressed or not', async () => {
    const { url } = await start();
    const query = 'feed=longpoll&since=now&timeout=2000&heartbeat=20';
    const plain = await get(`${url}/_changes?${query}`);
    expect(plain.body.toString().match(/\n/g)?.length).toBeGreaterThan(6);
    const received: number[] = [];
    await new Promise<void>((resolve, reject) => {
      const request = httpRequest(`${url}/_changes?${query}`, { headers: { 'Accept-Encoding': 'gzip' } });
      request.on('response', (response) => {
        response.on('data', (chunk: Buffer) => received.push(chunk.length));
        response.on('end', resolve);
      });
      request.on('error', reject);
      request.end();
    });
    expect(received.length).toBeGreaterThan(3);
  });

  it('ends empty when the database is replaced', async () => {
    const server = await start();
    const waiting = await askForNews(server, 'since=now&timeout=20000');
    server.replaceDatabase();
    expect(await newsOf(waiting)).toEqual([]);
  });
});

describe('what is asked wrongly', () => {
  it.each([
    ['an unknown sequence', '/training/_changes?since=12-somewhere', 400, 'bad_request'],
    ['a sequence that is text', '/training/_changes?since=abc', 400, 'bad_request'],
    ['a limit that is no number', '/training/_changes?limit=many', 400, 'query_parse_error'],
    ['a time-out that is no number', '/training/_changes?timeout=-5', 400, 'query_parse_error'],
    ['a heartbeat that is no number', '/training/_changes?heartbeat=soon', 400, 'query_parse_error'],
    ['a kind of feed that is not served', '/training/_changes?feed=continuous', 400, 'bad_request'],
    ['another database', '/elsewhere', 404, 'not_found'],
    ['changes of another database', '/elsewhere/_changes', 404, 'not_found'],
    ['a path that is not served', '/training/_all_docs', 404, 'not_found'],
    ['a path that is badly encoded', '/training/%E0%A4%A', 404, 'not_found'],
  ])('is refused as CouchDB does: %s', async (_what, path, status, error) => {
    const { url } = await start();
    const answer = await get(new URL(url).origin + path);
    expect(answer.status).toBe(status);
    expect(read(failure, answer.body).error).toBe(error);
  });

  it('is refused when it is ahead of the feed', async () => {
    const server = await start();
    const { last_seq: lastSeq } = await changes(server, '');
    const ahead = lastSeq.replace(/^\d+/, (sequence) => String(Number(sequence) + 1));
    expect((await get(`${server.url}/_changes?since=${ahead}`)).status).toBe(400);
  });

  it('is refused by method', async () => {
    const { url } = await start();
    const answer = await get(url, {}, 'DELETE');
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET,HEAD');
  });

  it('is answered without a body when only the head is wanted', async () => {
    const { url } = await start();
    const answer = await get(`${url}/_changes?feed=longpoll&since=now`, {}, 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.body).toHaveLength(0);
  });
});

describe('credentials', () => {
  const basic = (text: string) => ({ Authorization: `Basic ${Buffer.from(text).toString('base64')}` });

  it.each([
    ['none', {}],
    ['a wrong password', basic('kiosk-17:wrong')],
    ['another scheme', { Authorization: 'Bearer secret' }],
  ])('are asked for when there are some: %s', async (_what, headers) => {
    const { url } = await start({ auth: { type: 'basic', username: 'kiosk-17', password: 'secret' } });
    const answer = await get(url, headers);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/^Basic/);
    expect(read(failure, answer.body).error).toBe('unauthorized');
  });

  it('open the feed when they are right', async () => {
    const { url } = await start({ auth: { type: 'basic', username: 'kiosk-17', password: 'secret' } });
    expect((await get(url, basic('kiosk-17:secret'))).status).toBe(200);
    await upstream?.close();
    const bearer = await start({ auth: { type: 'bearer', token: 'abc' } });
    expect((await get(bearer.url, { Authorization: 'Bearer abc' })).status).toBe(200);
    expect((await get(bearer.url, { Authorization: 'Bearer abd' })).status).toBe(401);
  });
});

describe('faults on purpose', () => {
  it('offline: connections are cut until it ends', async () => {
    const server = await start();
    const waiting = await askForNews(server, 'since=now');
    const cut = expect(wholeOf(waiting)).rejects.toThrow();
    server.setFault({ kind: 'offline' });
    await cut;
    await expect(get(server.url)).rejects.toThrow();
    server.setFault(null);
    expect((await get(server.url)).status).toBe(200);
  });

  it('a status, with the time to wait, for as many requests as told', async () => {
    const server = await start();
    server.setFault({ kind: 'status', status: 429, retryAfterSeconds: 7 }, 2);
    const answers = [await get(server.url), await get(server.url), await get(server.url)];
    expect(answers.map((answer) => answer.status)).toEqual([429, 429, 200]);
    expect(answers[0]?.headers['retry-after']).toBe('7');
  });

  it('a status meets whoever is waiting for news at the next request', async () => {
    const server = await start();
    const waiting = await askForNews(server, 'since=now&timeout=20000');
    server.setFault({ kind: 'status', status: 500 });
    expect(await newsOf(waiting)).toEqual([]);
    expect((await get(server.url)).status).toBe(500);
  });

  it('a web page, nothing, and broken JSON, all with status 200', async () => {
    const server = await start();
    for (const kind of ['html', 'empty', 'garbage'] as const) {
      server.setFault({ kind });
      const answer = await get(`${server.url}/_changes`);
      expect(answer.status).toBe(200);
      expect(() => read(page, answer.body)).toThrow();
    }
  });

  it('a compressed answer that breaks off', async () => {
    const server = await start();
    server.setFault({ kind: 'truncatedGzip' });
    const answer = await get(`${server.url}/_changes?include_docs=true`, { 'Accept-Encoding': 'gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.body.length).toBeGreaterThan(1000);
    expect(() => gunzipSync(answer.body)).toThrow(/unexpected end/);
  });

  it('the right answer, trickling', async () => {
    const server = await start();
    const right = await get(server.url);
    server.setFault({ kind: 'slow', bytesPerSecond: 1000 });
    const pieces: number[] = [];
    const whole = await new Promise<Buffer>((resolve, reject) => {
      const request = httpRequest(server.url, { agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          pieces.push(chunk.length);
        });
        response.on('end', () => resolve(Buffer.concat(chunks)));
      });
      request.on('error', reject);
      request.end();
    });
    expect(whole).toEqual(right.body);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(100);
  });
});

describe('everyday life', () => {
  const revisions = async (server: Upstream) =>
    new Map(
      (await changes(server, '')).results.map((row) => [row.id, Number.parseInt(row.changes[0]!.rev, 10)]),
    );

  it('moves two demo numbers and some of the others, and leaves the rest as they are documented', async () => {
    let clock = noon;
    const server = await start({ subscribers: 300, now: () => clock });
    const before = await revisions(server);
    for (let turn = 0; turn < 300; turn += 1) {
      clock += 20_000;
      server.tick();
    }
    const after = await revisions(server);
    const moved = [...after].filter(([id, generation]) => generation > before.get(id)!).map(([id]) => id);
    const demoIds = new Set(demoNumbers.map(({ msisdn }) => `subscriber:${msisdn}`));
    expect(moved.filter((id) => demoIds.has(id)).sort()).toEqual([
      'subscriber:2250700000001',
      'subscriber:2250700000017',
    ]);
    expect(moved.length).toBeGreaterThan(100);
    for (const id of moved) {
      expect(validateFeedDocument(server.find(id))).toMatchObject({ document: { status: 'active' } });
    }
    expect(moved.length).toBeLessThanOrEqual(202);
    const rich = validateFeedDocument(server.find('subscriber:2250700000001'));
    if (rich.kind !== 'valid' || rich.document.type !== 'subscriber') throw new Error('not a subscriber');
    expect(Date.parse(rich.document.asOf)).toBeGreaterThan(noon);
    expect(rich.document.pin).toMatch(/^\$scrypt\$/);
  });

  it('goes on by itself, so that who waits is told', async () => {
    const server = await start({ tickMs: 5 });
    const { last_seq: lastSeq } = await changes(server, '');
    const news = await changes(server, `feed=longpoll&since=${lastSeq}&timeout=20000&include_docs=true`);
    expect(news.results.length).toBeGreaterThan(0);
  });

  it('starts the demo numbers afresh at midnight, except those that were removed', async () => {
    let clock = noon;
    const server = await start({ now: () => clock });
    server.remove('subscriber:2250700000002');
    clock += 86_400_000;
    server.tick();
    const tonight = validateFeedDocument(server.find('subscriber:2250700000004'));
    expect(tonight).toMatchObject({ document: { main: { expiresAt: '2026-11-23T23:59:59Z' } } });
    expect(server.find('subscriber:2250700000002')).toBeNull();
  });

  it('leaves alone what is no subscriber any more', async () => {
    const server = await start({ subscribers: 1 });
    server.put({ _id: 'subscriber:2250700000001', type: 'broken' });
    const { last_seq: lastSeq } = await changes(server, 'since=now');
    for (let turn = 0; turn < 50; turn += 1) server.tick();
    expect((await changes(server, `since=${lastSeq}`)).results).toEqual([]);
  });
});

describe('starting', () => {
  it('says so when the port is taken', async () => {
    const other = createServer();
    const port = await listenLocally(other);
    let ticks = 0;
    const now = () => (ticks += 1);
    const failed = await start({ port, tickMs: 1, now }).catch((error: unknown) => error);
    other.close();
    const ticksAtFailure = ticks;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ticks).toBe(ticksAtFailure);
    expect(failed).toBeInstanceOf(PortInUseError);
    expect(failed).toMatchObject({ code: 'PORT_IN_USE', port });
  });

  it('refuses a number of subscribers that there cannot be', async () => {
    await expect(start({ subscribers: 3_000_001 })).rejects.toThrow(RangeError);
    await expect(start({ subscribers: 1.5 })).rejects.toThrow(RangeError);
  });

  it('leaves nothing listening once closed, waiting clients included', async () => {
    const server = await start();
    const waiting = await askForNews(server, 'since=now');
    const cut = expect(wholeOf(waiting)).rejects.toThrow();
    await server.close();
    await cut;
    await expect(get(server.url)).rejects.toThrow(/ECONNREFUSED/);
  });
});
