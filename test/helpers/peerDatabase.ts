/** A database of the feed's protocol on a server that was not written here: express-pouchdb. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';
import memoryAdapter from 'pouchdb-adapter-memory';
import { servedByTest } from './servedByTest';
import { makeFolder } from './testCache';

const MemoryPouch = PouchDB.plugin(memoryAdapter).defaults({ adapter: 'memory' });
let names = 0;

/** Ends with the test. */
export async function servePeer() {
  const logPath = join(await makeFolder(), 'log.txt');
  const app = expressPouchdb(MemoryPouch, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath });
  const server = createServer(app);
  const port = await servedByTest(server);
  const name = `shop-${names++}`;
  return { url: `http://127.0.0.1:${port}/${name}`, database: new MemoryPouch(name) };
}
