/**
 * The floor: what a plain script would do that keeps the feed in SQLCipher as it comes. It fetches a page, parses it
 * and upserts its rows, many to a statement, one transaction a page; it checks nothing and keeps no history.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { benchKeyHex, type Contender, type ContenderOptions } from './contender';

/** With smaller pages it is slower. */
const pageRows = 5_000;
const statementRows = 250;

interface FeedPage {
  readonly results: readonly { readonly id: string; readonly doc: { readonly _rev: string } }[];
  readonly last_seq: string;
  readonly pending: number;
}

const upsert = (rows: number) =>
  `INSERT INTO subscribers (msisdn, revision, document) VALUES ${Array<string>(rows).fill('(?, ?, ?)').join(', ')}
   ON CONFLICT (msisdn) DO UPDATE SET revision = excluded.revision, document = excluded.document`;

export async function openPlainScript({ url, folder }: ContenderOptions): Promise<Contender> {
  await mkdir(folder, { recursive: true });
  const database = new sqlite3.Database(join(folder, 'plain.db'));

  function exec(sql: string): Promise<void> {
    return new Promise((resolve, reject) =>
      database.exec(sql, (error) => (error === null ? resolve() : reject(error))),
    );
  }

  function run(sql: string, parameters: readonly (string | number)[]): Promise<void> {
    return new Promise((resolve, reject) =>
      database.run(sql, parameters, (error) => (error === null ? resolve() : reject(error))),
    );
  }

  function get(sql: string, parameters: readonly (string | number)[]): Promise<unknown> {
    return new Promise((resolve, reject) =>
      database.get(sql, parameters, (error, row) => (error === null ? resolve(row) : reject(error))),
    );
  }

  await exec(`
    PRAGMA key = "x'${benchKeyHex}'";
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS subscribers
      (id INTEGER PRIMARY KEY, msisdn INTEGER NOT NULL UNIQUE, revision TEXT, document TEXT);
    CREATE TABLE IF NOT EXISTS position (id INTEGER PRIMARY KEY, since TEXT);
  `);
  const position = await get('SELECT since FROM position', []);
  let since =
    typeof position === 'object' && position !== null && 'since' in position ? String(position.since) : '0';

  async function writePage({ results, last_seq }: FeedPage): Promise<void> {
    await exec('BEGIN');
    for (let start = 0; start < results.length; start += statementRows) {
      const rows = results.slice(start, start + statementRows);
      await run(
        upsert(rows.length),
        rows.flatMap(({ id, doc }) => [
          Number(id.slice('subscriber:'.length)),
          doc._rev,
          JSON.stringify(doc),
        ]),
      );
    }
    await run('INSERT OR REPLACE INTO position VALUES (1, ?)', [last_seq]);
    await exec('COMMIT');
    since = last_seq;
  }

  return {
    async sync() {
      for (let pending = Infinity; pending > 0;) {
        const query = `include_docs=true&limit=${pageRows}&since=${encodeURIComponent(since)}`;
        const response = await fetch(`${url}/_changes?${query}`);
        const page = JSON.parse(await response.text()) as FeedPage;
        if (page.results.length > 0) await writePage(page);
        pending = page.pending;
      }
    },
    async lookUp(msisdn) {
      const row = await get('SELECT document FROM subscribers WHERE msisdn = ?', [Number(msisdn)]);
      if (typeof row === 'object' && row !== null && 'document' in row) JSON.parse(String(row.document));
    },
    close: () =>
      new Promise((resolve, reject) =>
        database.close((error) => (error === null ? resolve() : reject(error))),
      ),
  };
}
