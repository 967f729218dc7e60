import type { Server } from 'node:http';
import { onTestFinished } from 'vitest';
import { listenLocally } from './loopback';

/** Lets the server listen on this machine until the test has finished. @returns the port */
export async function servedByTest(server: Server): Promise<number> {
  const port = await listenLocally(server);
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return port;
}
