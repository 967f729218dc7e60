/** Stands between a feed and who follows it, and breaks what passes as a test tells it to. */
import { createServer, request as forward, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { servedByTest } from './servedByTest';

export interface BrokenAnswer {
  /** `gzip bomb` stands for a gigabyte of it. */
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Between two bytes. */
  readonly trickleMs?: number;
}

export interface FaultyLine {
  /** Of the database behind it. */
  readonly url: string;
  /** What every question for changes is answered with; `null`: what the feed says. */
  readonly breakChanges: (broken: BrokenAnswer | null) => void;
  /** After so many pages the line is cut in the middle of the next; `null`: never. */
  readonly cutAfterPages: (pages: number | null) => void;
}

/** Ends with the test. */
export async function startFaultyLine(target: string): Promise<FaultyLine> {
  let broken: BrokenAnswer | null = null;
  let pagesLeft: number | null = null;
  const server = createServer((request, response) => {
    const isChanges = request.url?.includes('_changes') === true;
    if (isChanges && broken !== null) {
      send(response, broken);
      return;
    }
    const isCut = isChanges && pagesLeft !== null && pagesLeft <= 0;
    if (isChanges && pagesLeft !== null) pagesLeft -= 1;
    const { hostname, port } = new URL(target);
    const passed = forward(
      { hostname, port, path: request.url, method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        if (!isCut) {
          answer.pipe(response);
          return;
        }
        answer.once('data', (chunk: Buffer) => {
          response.write(chunk.subarray(0, Math.floor(chunk.length / 2)));
          setTimeout(() => response.destroy(), 5);
        });
      },
    );
    passed.on('error', () => response.destroy());
    response.on('close', () => passed.destroy());
    request.pipe(passed);
  });
  const port = await servedByTest(server);
  return {
    url: `http://127.0.0.1:${port}${new URL(target).pathname}`,
    breakChanges(next) {
      broken = next;
    },
    cutAfterPages(pages) {
      pagesLeft = pages;
    },
  };
}

function send(response: ServerResponse, { body, headers = {}, trickleMs }: BrokenAnswer): void {
  if (body === 'gzip bomb') {
    const piece = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    for (let count = 0; count < 16; count += 1) response.write(piece);
    response.end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  if (trickleMs === undefined) {
    // A body that is shorter than it said would leave the line open for ever.
    if (headers['content-length'] === undefined) response.end(body);
    else response.write(body, () => response.destroy());
    return;
  }
  let sent = 0;
  const timer = setInterval(() => response.write(body.slice(sent, (sent += 1))), trickleMs);
  response.on('close', () => clearInterval(timer));
}
