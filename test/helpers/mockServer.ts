/** A server that Prism makes out of an official description: it checks what it is asked and invents its answers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { onTestFinished } from 'vitest';
import { freePort } from './loopback';

const require = createRequire(import.meta.url);

/** Ends with the test. @param description the file's path */
export async function startMockServer(description: string): Promise<string> {
  const port = await freePort();
  const cli = require.resolve('@stoplight/prism-cli');
  const options = ['mock', '--host', '127.0.0.1', '--port', String(port), description];
  const server = spawn(process.execPath, [cli, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  onTestFinished(async () => {
    server.kill();
    await ended;
  });
  // Read to its end: a server that cannot say what it does stops.
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('is listening on')) resolve();
    });
    server.once('exit', () => reject(new Error(`The mock server did not start: ${said}`)));
  });
  return `http://127.0.0.1:${port}`;
}
