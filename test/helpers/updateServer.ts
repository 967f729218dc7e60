/** A server of files, as an operator publishes versions on, that can be told to misbehave. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { servedByTest } from './servedByTest';

export interface UpdateServer {
  readonly url: string;
  readonly files: Map<string, Buffer | string>;
  /** Every request: its path and the range it asked for. */
  readonly requests: readonly { readonly path: string; readonly range: string | undefined }[];
  /** From now on each file breaks off after so many bytes; `null`: no more. */
  readonly cutAfter: (bytes: number | null) => void;
}

export async function startUpdateServer(): Promise<UpdateServer> {
  const files = new Map<string, Buffer | string>();
  const requests: { path: string; range: string | undefined }[] = [];
  let cut: number | null = null;
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    const { range } = request.headers;
    requests.push({ path, range });
    const file = files.get(path);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const whole = Buffer.from(file);
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    const part = whole.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': part.length });
    if (cut === null || part.length <= cut) {
      response.end(part);
      return;
    }
    response.write(part.subarray(0, cut), () => setTimeout(() => response.destroy(), 50));
  });
  const port = await servedByTest(server);
  return { url: `http://127.0.0.1:${port}`, files, requests, cutAfter: (bytes) => (cut = bytes) };
}

export function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
