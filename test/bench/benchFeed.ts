/** A recorded feed served by another process. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { RecordingSize } from './feedRecording';
import type { FromFeedServer, ToFeedServer } from './feedServer';

export interface BenchFeed {
  /** Of its database. */
  readonly url: string;
  readonly subscribers: number;
  /** Of the JSON of all documents at the beginning. */
  readonly documentBytes: number;
  /** Shows so many rows from now on. */
  readonly show: (rows: number) => Promise<void>;
  /** From now on it says to be another database, which is to be read from its beginning. */
  readonly replace: () => Promise<void>;
  readonly close: () => void;
}

export async function startBenchFeed(size: RecordingSize): Promise<BenchFeed> {
  const server = fork(join(import.meta.dirname, 'feedServer.js'), {
    execArgv: ['--max-old-space-size=6000'],
  });

  function ask(message: ToFeedServer): Promise<FromFeedServer> {
    return new Promise((resolve, reject) => {
      const end = (code: number | null) => reject(new Error(`The feed server ended (${code ?? 'killed'}).`));
      server.once('exit', end);
      server.once('message', (answer: FromFeedServer) => {
        server.off('exit', end);
        resolve(answer);
      });
      server.send(message);
    });
  }

  const recorded = await ask({ type: 'record', ...size });
  if (recorded.type !== 'recorded') throw new Error('The feed server did not record.');
  return {
    url: `http://127.0.0.1:${recorded.port}/db`,
    subscribers: size.subscribers,
    documentBytes: recorded.documentBytes,
    async show(rows) {
      await ask({ type: 'show', rows });
    },
    async replace() {
      await ask({ type: 'replace' });
    },
    close: () => void server.kill(),
  };
}
