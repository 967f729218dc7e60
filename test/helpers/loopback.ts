/** Ports of this machine, for servers that nothing outside it may reach. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

/** @returns the port, one that was free */
export async function listenLocally(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // What a server that listens on a port gives.
  return (server.address() as AddressInfo).port;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenLocally(server);
  server.close();
  await once(server, 'close');
  return port;
}
