/** The other floor: SQLite's own command line importing the same documents from a file, without encryption. */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { documentAt, msisdnAt } from './benchDocuments';

/** How long the import took; `null` where there is no `sqlite3` command. */
export async function importWithSqlite(subscribers: number, folder: string): Promise<number | null> {
  const csv = join(folder, 'subscribers.csv');
  if (!existsSync(csv)) await writeCsv(csv, subscribers);
  const file = join(folder, 'imported.db');
  await rm(file, { force: true });
  const startedAt = performance.now();
  const child = spawn('sqlite3', [file], { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(
    `PRAGMA journal_mode = WAL;
     CREATE TABLE subscribers (msisdn INTEGER UNIQUE, revision TEXT, document TEXT);
     .import --csv ${csv} subscribers\n`.replace(/^ +/gm, ''),
  );
  const code = await once(child, 'exit').then(
    ([exitCode]: unknown[]) => exitCode,
    () => null,
  );
  const ms = performance.now() - startedAt;
  await rm(file, { force: true });
  return code === 0 ? ms : null;
}

async function writeCsv(file: string, subscribers: number): Promise<void> {
  const output = createWriteStream(file);
  for (let index = 0; index < subscribers; index++) {
    const { revision, json } = documentAt(index, 0);
    const line = `${msisdnAt(index)},${revision},"${json.replaceAll('"', '""')}"\n`;
    if (!output.write(line)) await once(output, 'drain');
  }
  output.end();
  await once(output, 'close');
}
