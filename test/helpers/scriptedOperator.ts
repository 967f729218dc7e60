/** An operator that answers as a test tells it to, for what the built-in upstream does not do; and clients for any. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { onTestFinished } from 'vitest';
import { openLiveClient, type LiveClient } from '../../electron/live/liveClient';
import { marketPack } from '../../shared/domain/market';
import type { LiveEndpoint } from '../../shared/domain/settings';
import { servedByTest } from './servedByTest';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type OperatorScript = (request: ReceivedRequest, response: ServerResponse) => void;

export interface ScriptedOperator {
  readonly url: string;
  readonly received: readonly ReceivedRequest[];
}

/** Ends with the test. @param identity with a certificate, it speaks TLS as `localhost` */
export async function startScriptedOperator(
  script: OperatorScript,
  identity?: { readonly key: string; readonly cert: string },
): Promise<ScriptedOperator> {
  const received: ReceivedRequest[] = [];
  const listener = (...[request, response]: Parameters<Parameters<typeof createServer>[1] & object>) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://operator');
      const one: ReceivedRequest = {
        method: request.method ?? '',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      received.push(one);
      script(one, response);
    });
  };
  const server: Server =
    identity === undefined ? createServer(listener) : createSecureServer(identity, listener);
  const port = await servedByTest(server);
  const url = identity === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`;
  return { url, received };
}

export function answerJson(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=utf-8', ...headers });
  response.end(JSON.stringify(value));
}

/** Ends with the test. */
export async function connectLive(endpoint: LiveEndpoint, deadlineMs?: number): Promise<LiveClient> {
  const opened = await openLiveClient(
    endpoint,
    marketPack('CI'),
    deadlineMs === undefined ? {} : { deadlineMs },
  );
  if (!opened.ok) throw new Error(`${opened.error}: ${opened.file}`);
  onTestFinished(opened.client.close);
  return opened.client;
}

/** TMF654 of a line that has a balance. */
export const someBuckets = [{ id: 'b1', usageType: 'data', remainingValue: { amount: 1, units: 'MB' } }];

/** A signal that never comes. */
export const never = new AbortController().signal;
