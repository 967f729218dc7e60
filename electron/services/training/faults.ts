/** What can go wrong with a feed, on purpose: the upstream misbehaves so that the sync can be seen to cope. */
import { PassThrough, Transform, type Duplex } from 'node:stream';
import { errorReply, type Reply } from './router';

export type Fault =
  /** Every connection is cut, those that are open and those that come. */
  | { readonly kind: 'offline' }
  /** The server answers with this status and a CouchDB error. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  /** The right answer, trickling. */
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  /** A page of another server, with status 200: a captive portal. */
  | { readonly kind: 'html' }
  /** Status 200 and nothing. */
  | { readonly kind: 'empty' }
  /** Status 200 and JSON that breaks off. */
  | { readonly kind: 'garbage' }
  /** The right answer, compressed, and only half of it. */
  | { readonly kind: 'truncatedGzip' };

/** The reply that a fault puts in place of the right one; `null` where the right one is sent, though badly. */
export function faultyReply(fault: Fault): Reply | null {
  switch (fault.kind) {
    case 'status': {
      const { status, retryAfterSeconds } = fault;
      const headers =
        retryAfterSeconds === undefined ? undefined : { 'Retry-After': String(retryAfterSeconds) };
      return errorReply(status, statusErrors[status] ?? 'error', 'The upstream was told to fail.', headers);
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
    case 'offline':
    case 'slow':
    case 'truncatedGzip':
      return null;
  }
}

const statusErrors: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many_requests',
  500: 'internal_server_error',
  503: 'service_unavailable',
};

/** What the bytes of an answer go through last. */
export function faultyLine(fault: Fault | null): Duplex {
  if (fault?.kind === 'slow') return trickle(fault.bytesPerSecond);
  if (fault?.kind === 'truncatedGzip') return firstHalf();
  return new PassThrough();
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

function firstHalf(): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
    flush(done) {
      const whole = Buffer.concat(chunks);
      done(null, whole.subarray(0, Math.floor(whole.length / 2)));
    },
  });
}
