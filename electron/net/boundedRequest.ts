/** An HTTP request that ends whatever the other side does: bounded in time and in size, packed and unpacked. */
import {
  request as httpRequest,
  type Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export interface RequestLimits {
  /**
   * How long the server may keep silent or send only white space, as it does while it waits for news; then the
   * outcome is `quiet`. `null`: it is to answer at once.
   */
  readonly quietMs: number | null;
  /** For the whole answer; of one that was waited for, from its first word. */
  readonly deadlineMs: number;
  /** Of the body as it travels and as it is unpacked, each. */
  readonly maxBytes: number;
}

export type RequestOutcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly body: string;
    }
  | { readonly kind: 'quiet' }
  | { readonly kind: 'tooLarge' }
  /** What came cannot be unpacked. */
  | { readonly kind: 'garbled'; readonly reason: string }
  /**
   * No answer, or not all of it. The reason is a code such as `ECONNREFUSED`. `reached`: a connection was made, so
   * that the server may have the request; without one it certainly does not.
   */
  | { readonly kind: 'offline'; readonly reason: string; readonly reached: boolean };

export interface RequestBody {
  /** Such as `application/json`. */
  readonly contentType: string;
  readonly text: string;
}

export interface BoundedRequest {
  readonly url: URL;
  /** What has a body is a POST unless it is said to be a PUT; what has none is a GET. */
  readonly body?: RequestBody;
  readonly method?: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly agent: Agent;
  readonly limits: RequestLimits;
  readonly signal: AbortSignal;
  /** Takes the body piece by piece in place of the answer's `body`, which is then empty. Rejecting ends the request. */
  readonly take?: (chunk: Buffer, status: number) => Promise<void>;
}

/** Never rejects for anything that a server or a network can do. */
export async function boundedRequest(request: BoundedRequest): Promise<RequestOutcome> {
  const first = await attempt(request);
  // The server closed a connection that was kept for the next request just as that was sent: not its answer to it.
  // Nobody knows that for sure, so that only a question is asked again.
  return first === 'staleConnection' && request.body === undefined
    ? settled(await attempt(request))
    : settled(first);
}

function settled(outcome: RequestOutcome | 'staleConnection'): RequestOutcome {
  return outcome === 'staleConnection' ? { kind: 'offline', reason: 'ECONNRESET', reached: true } : outcome;
}

async function attempt({
  url,
  body,
  method,
  headers,
  agent,
  limits,
  signal,
  take,
}: BoundedRequest): Promise<RequestOutcome | 'staleConnection'> {
  const ending = new AbortController();
  const early: { outcome: RequestOutcome | null } = { outcome: null };
  function end(outcome: RequestOutcome): void {
    early.outcome ??= outcome;
    ending.abort();
  }
  let reached = false;
  const late = () => end({ kind: 'offline', reason: 'DEADLINE', reached });
  let timer =
    limits.quietMs === null
      ? setTimeout(late, limits.deadlineMs)
      : setTimeout(() => end({ kind: 'quiet' }), limits.quietMs);
  let worded = limits.quietMs === null;
  function noteWords(): void {
    if (worded) return;
    worded = true;
    clearTimeout(timer);
    timer = setTimeout(late, limits.deadlineMs);
  }

  // Not AbortSignal.any: a signal that lives as long as the program would keep every request's.
  const stop = () => end({ kind: 'offline', reason: 'STOPPED', reached });
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();

  const secure = url.protocol === 'https:';
  const send = secure ? httpsRequest : httpRequest;
  const sent = send(url, {
    method: body === undefined ? 'GET' : (method ?? 'POST'),
    headers: body === undefined ? headers : { ...headers, 'content-type': body.contentType },
    agent,
    signal: ending.signal,
  });
  sent.once('socket', (socket) => {
    if (sent.reusedSocket) {
      reached = true;
      return;
    }
    socket.once(secure ? 'secureConnect' : 'connect', () => (reached = true));
    // An answer that came whole and is too large ends the request when nobody listens to its connection any more.
    socket.on('error', () => undefined);
  });
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      sent.once('response', resolve);
      sent.once('error', reject);
      sent.end(body?.text);
    });
    // From here on the body's own reading meets every error.
    sent.on('error', () => undefined);
    const chunks: Buffer[] = [];
    let unpacked = 0;
    for await (const chunk of bodyOf(response, limits.maxBytes, () => end({ kind: 'tooLarge' }))) {
      if (!Buffer.isBuffer(chunk)) continue;
      if (!worded && !isWhiteSpace(chunk)) noteWords();
      unpacked += chunk.length;
      if (unpacked > limits.maxBytes) {
        end({ kind: 'tooLarge' });
        break;
      }
      if (take === undefined) chunks.push(chunk);
      else await take(chunk, response.statusCode ?? 0);
    }
    if (early.outcome !== null) return early.outcome;
    const text = Buffer.concat(chunks).toString('utf8');
    return { kind: 'answer', status: response.statusCode ?? 0, headers: response.headers, body: text };
  } catch (error) {
    if (early.outcome !== null) return early.outcome;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
    if (code.startsWith('Z_')) return { kind: 'garbled', reason: code };
    return sent.reusedSocket && code === 'ECONNRESET'
      ? 'staleConnection'
      : { kind: 'offline', reason: code, reached };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    sent.destroy();
  }
}

function bodyOf(response: IncomingMessage, maxPackedBytes: number, endTooLarge: () => void): Readable {
  if (response.headers['content-encoding'] !== 'gzip') return response;
  const unpacking = createGunzip({ chunkSize: 65_536 });
  let packed = 0;
  response.on('data', (chunk: Buffer) => {
    packed += chunk.length;
    if (packed > maxPackedBytes) endTooLarge();
  });
  // Not `pipeline`: a connection that breaks must show as itself, not as a stream that ended too early.
  response.on('error', (error) => unpacking.destroy(error));
  response.on('aborted', () =>
    unpacking.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })),
  );
  return response.pipe(unpacking);
}

function isWhiteSpace(chunk: Buffer): boolean {
  return chunk.every((byte) => byte === 32 || byte === 10 || byte === 13 || byte === 9);
}
