/** What can go wrong with a server, on purpose: the upstream misbehaves so that its clients can be seen to cope. */
import { Transform } from 'node:stream';
import type { Api, Reply } from './router';

export type Fault =
  /** The connection is cut before anything happens; for all requests, every open connection and every new one. */
  | { readonly kind: 'offline' }
  /** The server answers with this status and an error of the interface; `afterEffect`: having done what was asked. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfterSeconds?: number;
      readonly afterEffect?: boolean;
    }
  /** The right answer, trickling. */
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  /** The right answer, after a long silence; what was asked is done before it. */
  | { readonly kind: 'late'; readonly delayMs: number }
  /** What was asked is done, and the connection is cut before the answer. */
  | { readonly kind: 'lostAnswer' }
  /** The request arrives twice, as when something on the way repeats it; the second answer is sent. */
  | { readonly kind: 'duplicate' }
  /** A page of another server, with status 200: a captive portal. */
  | { readonly kind: 'html' }
  /** Status 200 and nothing. */
  | { readonly kind: 'empty' }
  /** Status 200 and JSON that breaks off. */
  | { readonly kind: 'garbage' }
  /** Status 200 and a valid list of this size. */
  | { readonly kind: 'huge'; readonly bytes: number }
  /** Status 200 and lists in lists, so many levels deep. */
  | { readonly kind: 'deepNesting'; readonly levels: number }
  /** The right answer, but texts are numbers, numbers texts and lists objects. */
  | { readonly kind: 'wrongTypes' }
  /** The right answer, compressed, and only half of it. */
  | { readonly kind: 'truncatedGzip' };

/** The reply that a fault puts in place of the right one; `null` where the right one is sent, though badly. */
export function faultyReply(fault: Fault, api: Api): Reply | null {
  switch (fault.kind) {
    case 'status': {
      const { status, retryAfterSeconds } = fault;
      const headers =
        retryAfterSeconds === undefined ? undefined : { 'Retry-After': String(retryAfterSeconds) };
      return api.error(status, 'The upstream was told to fail.', headers);
    }
    case 'html':
      return {
        status: 200,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: ['<!doctype html><html><body><h1>Bienvenue sur le Wi-Fi</h1></body></html>\n'],
      };
    case 'empty':
      return { status: 200, body: [] };
    case 'garbage':
      return { status: 200, body: ['{"results":[\n{"seq":"1-0","id":"subscriber:2250700000001","chan'] };
    case 'huge':
      return { status: 200, body: longList(fault.bytes) };
    case 'deepNesting':
      return { status: 200, body: ['['.repeat(fault.levels), ']'.repeat(fault.levels)] };
    case 'offline':
    case 'slow':
    case 'late':
    case 'lostAnswer':
    case 'duplicate':
    case 'wrongTypes':
    case 'truncatedGzip':
      return null;
  }
}

function* longList(bytes: number): Generator<string, void> {
  const entry = `{"id":"${'x'.repeat(65_526)}"}`;
  yield '[';
  for (let left = bytes - entry.length; left > entry.length; left -= entry.length + 1) yield `${entry},`;
  yield `${entry}]`;
}

/** What the text of an answer goes through before it is packed. */
export function faultyText(fault: Fault | null): readonly Transform[] {
  return fault?.kind === 'wrongTypes' ? [wholly((text) => Buffer.from(retyped(text)))] : [];
}

/** What the bytes of an answer go through last. */
export function faultyLine(fault: Fault | null): readonly Transform[] {
  if (fault?.kind === 'slow') return [trickle(fault.bytesPerSecond)];
  if (fault?.kind === 'truncatedGzip')
    return [wholly((whole) => whole.subarray(0, Math.floor(whole.length / 2)))];
  return [];
}

function retyped(json: Buffer): string {
  return json.length === 0 ? '' : JSON.stringify(withWrongTypes(JSON.parse(json.toString('utf8'))));
}

function withWrongTypes(value: unknown): unknown {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return Object.fromEntries(value.map((entry, index) => [index, withWrongTypes(entry)]));
  if (typeof value !== 'object' || value === null) return [value];
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withWrongTypes(field)]));
}

function trickle(bytesPerSecond: number): Transform {
  const pieces = Math.min(10, bytesPerSecond);
  const pieceBytes = Math.ceil(bytesPerSecond / pieces);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const sendFrom = (offset: number): void => {
        if (offset >= chunk.length) {
          done();
          return;
        }
        this.push(chunk.subarray(offset, offset + pieceBytes));
        timer = setTimeout(() => sendFrom(offset + pieceBytes), 1000 / pieces);
      };
      let timer = setTimeout(() => sendFrom(0), 1000 / pieces);
      this.once('close', () => clearTimeout(timer));
    },
  });
}

/** Changes what passes as a whole, once all of it is there. */
function wholly(change: (whole: Buffer) => Buffer): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
    flush(done) {
      done(null, change(Buffer.concat(chunks)));
    },
  });
}
