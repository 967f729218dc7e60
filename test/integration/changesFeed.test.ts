import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createChangesFeed,
  type ChangesFeed,
  type ChangesRequest,
  type FeedTimes,
} from '../../electron/sync/changesFeed';
import { startUpstream } from '../../electron/services/training/upstream';
import { rowOf, sendJson, startScriptedFeed, type Script } from '../helpers/scriptedFeed';
import { freePort } from '../helpers/loopback';

const never = new AbortController().signal;
const times: FeedTimes = { deadlineMs: 5_000, longpollMs: 1_000 };
const request: ChangesRequest = { since: 5, limit: 10, feed: 'normal', includeDocuments: true };

function connect(url: string, authorization: string | null = null, withTimes = times): ChangesFeed {
  const feed = createChangesFeed(url, authorization, withTimes);
  onTestFinished(() => feed.close());
  return feed;
}

async function outcomeOf(changes: Script, more: Partial<ChangesRequest> = {}, withTimes = times) {
  const { url } = await startScriptedFeed(changes);
  return connect(url, null, withTimes).changes({ ...request, ...more }, never);
}

function sendStatus(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end('{"error":"x","reason":"y"}');
}

function sendText(response: ServerResponse, body: string | Buffer, headers: Record<string, string>): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.end(body);
}

const goodPage = { results: [rowOf(6, { _id: 'a', _rev: '2-b' })], last_seq: 6, pending: 3 };

describe('the client of the feed', () => {
  test('reads a page: rows, place, what is still to come, the server’s time', async () => {
    const page = await outcomeOf((_, response) => sendJson(response, goodPage));
    expect(page).toEqual({
      kind: 'page',
      rows: [{ id: 'a', revision: '2-b', deleted: false, document: { _id: 'a', _rev: '2-b' } }],
      lastSequence: 6,
      pending: 3,
      serverTime: expect.any(Number) as number,
    });
  });

  test('asks as the protocol wants it, with the place as it came', async () => {
    const { url, asked } = await startScriptedFeed((_, response) => sendJson(response, goodPage));
    await connect(url).changes({ ...request, since: '5-g1AAA+/=&' }, never);
    await connect(`${url}/`).changes({ ...request, feed: 'longpoll' }, never);
    expect(asked).toEqual([
      '/db/_changes?feed=normal&include_docs=true&limit=10&since=5-g1AAA%2B%2F%3D%26',
      '/db/_changes?feed=longpoll&include_docs=true&limit=10&since=5&timeout=1000&heartbeat=334',
    ]);
  });

  test('unpacks gzip and sends its credentials', async () => {
    const upstream = await startUpstream({
      subscribers: 40,
      seed: 1,
      tickMs: 0,
      auth: { type: 'bearer', token: 'let me in' },
    });
    onTestFinished(upstream.close);
    const page = await connect(upstream.url, 'Bearer let me in').changes({ ...request, since: 0 }, never);
    expect(page).toMatchObject({ kind: 'page', rows: { length: 10 } });
    expect(await connect(upstream.url, 'Bearer wrong').changes(request, never)).toEqual({
      kind: 'refused',
      status: 401,
    });
    expect(await connect(upstream.url).identity(never)).toEqual({ kind: 'refused', status: 401 });
  });

  test('knows the server and its database by what they say of themselves', async () => {
    const { url } = await startScriptedFeed(
      (_, response) => sendJson(response, goodPage),
      () => '9-x',
    );
    expect(await connect(url).identity(never)).toMatchObject({
      kind: 'identity',
      uuid: 'server',
      databaseName: 'db',
      instanceStartTime: '0',
      updateSequence: '9-x',
    });
  });

  test.each([401, 403])('is refused by status %i', async (status) => {
    expect(await outcomeOf((_, response) => sendStatus(response, status))).toEqual({
      kind: 'refused',
      status,
    });
  });

  test.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '999999' }, 3_600_000],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('is told by status 429 to come back later: %j', async (headers, retryAfterMs) => {
    const outcome = await outcomeOf((_, response) => sendStatus(response, 429, headers));
    expect(outcome).toEqual({ kind: 'rateLimited', retryAfterMs });
  });

  test('takes a date for the time at which to come back', async () => {
    const at = new Date(Date.now() + 90_000).toUTCString();
    const outcome = await outcomeOf((_, response) => sendStatus(response, 503, { 'retry-after': at }));
    if (outcome.kind !== 'rateLimited') throw new Error(outcome.kind);
    expect(outcome.retryAfterMs).toBeGreaterThan(60_000);
    expect(outcome.retryAfterMs).toBeLessThanOrEqual(90_000);
  });

  test.each([500, 502, 503])('takes status %i for offline', async (status) => {
    expect(await outcomeOf((_, response) => sendStatus(response, status))).toEqual({
      kind: 'offline',
      reason: `HTTP ${status}`,
    });
  });

  test.each([400, 410, 416])('takes status %i for a place that the server does not know', async (status) => {
    expect(await outcomeOf((_, response) => sendStatus(response, status))).toEqual({ kind: 'sinceRefused' });
  });

  test('does not take it so of the beginning, which every feed knows, nor from a server that is no feed', async () => {
    expect(await outcomeOf((_, response) => sendStatus(response, 400), { since: 0 })).toMatchObject({
      kind: 'garbled',
    });
    const outcome = await outcomeOf((_, response) =>
      sendStatus(response, 400, { 'content-type': 'text/html' }),
    );
    expect(outcome).toEqual({ kind: 'garbled', reason: 'HTTP 400' });
  });

  const bodies: readonly (readonly [string, string | Buffer, Record<string, string>])[] = [
    ['a login page with status 200', '<html>Bienvenue</html>', { 'content-type': 'text/html' }],
    ['a login page that calls itself JSON', '<html>Bienvenue</html>', {}],
    ['nothing', '', {}],
    ['white space', ' \n', {}],
    ['JSON that breaks off', '{"results":[', {}],
    ['null', 'null', {}],
    ['a number', '5', {}],
    ['a list', '[]', {}],
    ['an object that is no page', '{"ok":true}', {}],
    ['results that are no list', '{"results":{},"last_seq":1}', {}],
    ['no last_seq', '{"results":[]}', {}],
    ['a last_seq that is an object', '{"results":[],"last_seq":{}}', {}],
    ['a row that is null', '{"results":[null],"last_seq":1}', {}],
    ['a row without an id', '{"results":[{"changes":[{"rev":"1-a"}]}],"last_seq":1}', {}],
    ['a row whose id is a number', '{"results":[{"id":5,"changes":[{"rev":"1-a"}]}],"last_seq":1}', {}],
    ['a row without changes', '{"results":[{"id":"a"}],"last_seq":1}', {}],
    ['a row with empty changes', '{"results":[{"id":"a","changes":[]}],"last_seq":1}', {}],
    ['a row whose revision is missing', '{"results":[{"id":"a","changes":[{}]}],"last_seq":1}', {}],
    ['what is not gzip and says it is', '{"results":[],"last_seq":1}', { 'content-encoding': 'gzip' }],
    [
      'half of a gzip',
      gzipSync('{"results":[],"last_seq":1}').subarray(0, 20),
      { 'content-encoding': 'gzip' },
    ],
    ['a JSON of a thousand levels', '['.repeat(1000) + ']'.repeat(1000), {}],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0xc3]), {}],
  ];
  test.each(bodies)('calls it garbled when the answer is %s', async (_, body, headers) => {
    const outcome = await outcomeOf((_url, response) => sendText(response, body, headers));
    expect(outcome.kind).toBe('garbled');
  });

  test('does not follow a redirection to a login page', async () => {
    const outcome = await outcomeOf((_, response) =>
      sendStatus(response, 302, { location: 'http://login.example/' }),
    );
    expect(outcome).toMatchObject({ kind: 'garbled', reason: 'HTTP 302' });
  });

  test('gives up a page of a gigabyte in a megabyte of gzip long before its end', async () => {
    const piece = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    const outcome = await outcomeOf((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      for (let count = 0; count < 16; count++) response.write(piece);
      response.end();
    });
    expect(outcome).toEqual({ kind: 'tooLarge' });
  });

  test('gives up a page that never ends', async () => {
    const piece = Buffer.alloc(1024 * 1024, 32);
    const outcome = await outcomeOf((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', more);
      more();
    });
    expect(outcome).toEqual({ kind: 'tooLarge' });
  });

  test('gives up a server that sends a byte now and then', async () => {
    const outcome = await outcomeOf(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write('{'), 50);
        response.on('close', () => clearInterval(timer));
      },
      {},
      { deadlineMs: 400, longpollMs: 1_000 },
    );
    expect(outcome).toEqual({ kind: 'offline', reason: 'DEADLINE' });
  });

  test('is offline when nobody listens, when the name does not exist and when the connection breaks', async () => {
    expect(await connect(`http://127.0.0.1:${await freePort()}/db`).changes(request, never)).toEqual({
      kind: 'offline',
      reason: 'ECONNREFUSED',
    });
    expect(await connect('http://no-such-host.invalid/db').changes(request, never)).toMatchObject({
      kind: 'offline',
    });
    const broken = await outcomeOf((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"results":[');
      setTimeout(() => response.destroy(), 20);
    });
    expect(broken).toMatchObject({ kind: 'offline' });
  });

  test('waits for news through the spaces with which a server keeps the line open', async () => {
    const outcome = await outcomeOf(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write('\n'), 20);
        setTimeout(() => {
          clearInterval(timer);
          response.end(JSON.stringify(goodPage));
        }, 600);
      },
      { feed: 'longpoll' },
      { deadlineMs: 300, longpollMs: 1_000 },
    );
    expect(outcome).toMatchObject({ kind: 'page', lastSequence: 6 });
  });

  test('ends at once when told to stop', async () => {
    const { url } = await startScriptedFeed(() => undefined);
    const stop = new AbortController();
    const waiting = connect(url).changes({ ...request, feed: 'longpoll' }, stop.signal);
    setTimeout(() => stop.abort(), 50);
    expect(await waiting).toEqual({ kind: 'offline', reason: 'STOPPED' });
  });
});
