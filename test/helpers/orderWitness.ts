/** Stands between the shop and the operator and notes each order that goes by, and each question about one. */
import { createServer, request, type IncomingMessage } from 'node:http';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { servedByTest } from './servedByTest';

export interface Passing {
  readonly kind: 'order' | 'question';
  readonly orderId: string;
  /** Of a question: whether the operator said that it has no such order. */
  readonly saidNone: boolean;
}

export interface OrderWitness {
  readonly url: string;
  readonly passed: readonly Passing[];
}

const sentOrder = Type.Object({ externalId: Type.String() });

/** @param liveUrl where the operator's interfaces are */
export async function startOrderWitness(liveUrl: string): Promise<OrderWitness> {
  const target = new URL(liveUrl);
  const passed: Passing[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await textOf(incoming);
      const isOrder = incoming.method === 'POST';
      if (isOrder) {
        const { externalId } = Value.Parse(sentOrder, JSON.parse(body));
        passed.push({ kind: 'order', orderId: externalId, saidNone: false });
      }
      // Asked for unpacked, to be read on the way.
      const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
      const forwarded = request(
        { host: target.hostname, port: target.port, path: incoming.url, method: incoming.method, headers },
        (answer) => {
          void textOf(answer).then((text) => {
            if (!isOrder) {
              const orderId = new URL(incoming.url ?? '/', liveUrl).searchParams.get('externalId') ?? '';
              const saidNone = answer.statusCode === 200 && text.trim() === '[]';
              passed.push({ kind: 'question', orderId, saidNone });
            }
            outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
            outgoing.end(text);
          });
        },
      );
      forwarded.once('error', () => incoming.socket.resetAndDestroy());
      forwarded.end(body);
    })();
  });
  const port = await servedByTest(server);
  return { url: `http://127.0.0.1:${port}${target.pathname}`, passed };
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  message.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => message.once('close', resolve));
  return Buffer.concat(chunks).toString('utf8');
}

/** Orders that were sent again although nobody had said since that they are not there. */
export function sentBlindly(passed: readonly Passing[]): readonly string[] {
  const mayBeThere = new Set<string>();
  const blind: string[] = [];
  for (const { kind, orderId, saidNone } of passed) {
    if (kind === 'order') {
      if (mayBeThere.has(orderId)) blind.push(orderId);
      mayBeThere.add(orderId);
    } else if (saidNone) {
      mayBeThere.delete(orderId);
    }
  }
  return blind;
}
