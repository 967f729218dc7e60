/** Stands between a client and a server and keeps what both say. */
import { createServer } from 'node:http';
import { servedByTest } from './servedByTest';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed; `undefined` where there is none. */
  readonly requestBody: unknown;
  readonly status: number;
  readonly answerBody: unknown;
}

export interface RecordingProxy {
  readonly url: string;
  readonly exchanges: readonly Exchange[];
}

/**
 * Ends with the test.
 *
 * @param own what is answered here, by path, and not kept
 */
export async function startRecordingProxy(
  target: string,
  own: Readonly<Record<string, unknown>> = {},
): Promise<RecordingProxy> {
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void forward(Buffer.concat(chunks).toString('utf8'));
    });
    async function forward(body: string): Promise<void> {
      const { method = 'GET', url = '/', headers } = request;
      const { pathname, searchParams } = new URL(url, target);
      if (Object.hasOwn(own, pathname)) {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(own[pathname]));
        return;
      }
      const answer = await fetch(target + url, {
        method,
        headers: {
          accept: headers.accept ?? '*/*',
          ...(headers['content-type'] !== undefined && { 'content-type': headers['content-type'] }),
          ...(headers.authorization !== undefined && { authorization: headers.authorization }),
        },
        ...(body !== '' && { body }),
      });
      const text = await answer.text();
      exchanges.push({
        method,
        path: pathname,
        query: Object.fromEntries(searchParams),
        requestBody: jsonOf(body),
        status: answer.status,
        answerBody: jsonOf(text),
      });
      const kept = ['content-type', 'x-total-count', 'date'].flatMap((name) => {
        const value = answer.headers.get(name);
        return value === null ? [] : [[name, value] as const];
      });
      response.writeHead(answer.status, Object.fromEntries(kept));
      response.end(text);
    }
  });
  const port = await servedByTest(server);
  return { url: `http://127.0.0.1:${port}`, exchanges };
}

function jsonOf(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}
