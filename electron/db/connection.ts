/**
 * The only door to SQLite. A connection is keyed before anything else is asked of it, refuses to work without
 * encryption, and comes as one of two types: a writer, whose statements run only inside its one queue of
 * transactions, and a reader, which cannot write.
 */
import sqlite3 from 'sqlite3';

type SqlValue = string | number | null | Buffer;
export type SqlParameter = string | number | null | Buffer;
export type Row = Readonly<Record<string, SqlValue>>;

export interface Queries {
  /** Every row of the answer. Statements are prepared once and kept: write SQL with parameters, not with values. */
  all: (sql: string, parameters?: readonly SqlParameter[]) => Promise<readonly Row[]>;
  get: (sql: string, parameters?: readonly SqlParameter[]) => Promise<Row | undefined>;
}

export interface Transaction extends Queries {
  /** Returns how many rows were inserted, changed or deleted. */
  run: (sql: string, parameters?: readonly SqlParameter[]) => Promise<number>;
  /** Several statements at once, without parameters. */
  script: (sql: string) => Promise<void>;
}

export interface CacheWriter {
  /**
   * Runs `work` alone: transactions of one writer never interleave, whoever asks. Commits when it resolves, rolls
   * back when it throws. Throws {@link StorageFailure} when the disk or another process is in the way.
   */
  transaction: <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>;
  /** Writes the WAL back into the file and empties it; not while somebody reads, then it is done another time. */
  foldWal: () => Promise<void>;
  /** Waits for the transactions already asked for. */
  close: () => Promise<void>;
}

export interface CacheReader extends Queries {
  readonly access: 'read';
  close: () => Promise<void>;
}

type StorageFailureCode = 'DISK_FULL' | 'BUSY' | 'DAMAGED' | 'NOT_WRITABLE' | 'INPUT_OUTPUT';

/** What a sound program can still meet when it reads or writes its own file. Anything else the driver says is a bug. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  constructor(
    readonly code: StorageFailureCode,
    message: string,
  ) {
    super(message);
  }
}

/** Whether it says something of this moment, and nothing of what is stored. */
export function isPassing({ code }: StorageFailure): boolean {
  return code === 'BUSY' || code === 'DISK_FULL' || code === 'NOT_WRITABLE';
}

const failureCodes: Readonly<Record<string, StorageFailureCode>> = {
  SQLITE_FULL: 'DISK_FULL',
  SQLITE_BUSY: 'BUSY',
  SQLITE_LOCKED: 'BUSY',
  SQLITE_NOTADB: 'DAMAGED',
  SQLITE_CORRUPT: 'DAMAGED',
  SQLITE_CANTOPEN: 'NOT_WRITABLE',
  SQLITE_READONLY: 'NOT_WRITABLE',
  SQLITE_PERM: 'NOT_WRITABLE',
  SQLITE_IOERR: 'INPUT_OUTPUT',
  // Besides of memory, SQLCipher says so when it is asked again after a page that it could not decrypt.
  SQLITE_NOMEM: 'INPUT_OUTPUT',
};

/** What a mistake in a statement says is more; this alone is a page of the list of tables that cannot be decrypted. */
const damageWithoutCode = 'SQLITE_ERROR: SQL logic error';

function translated(error: Error): Error {
  if (error.message === damageWithoutCode) return new StorageFailure('DAMAGED', error.message);
  const code = 'code' in error && typeof error.code === 'string' ? failureCodes[error.code] : undefined;
  return code === undefined ? error : new StorageFailure(code, error.message);
}

const settingsOfEveryConnection = `
  PRAGMA temp_store = MEMORY;
  PRAGMA trusted_schema = OFF;
  PRAGMA foreign_keys = ON;
`;

// NORMAL loses at most the last moments to a power cut, never consistency: what is lost is fetched again, since the
// checkpoint is lost with it. The larger automatic checkpoint lets hot index pages be written back once, not ten times.
const settingsOfWriter = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA secure_delete = ON;
  PRAGMA cache_size = -32000;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA journal_size_limit = 33554432;
`;

// Room can be given back only by a file that was made so; asked of one that is there already, it writes to it.
const settingsOfNewFile = 'PRAGMA auto_vacuum = INCREMENTAL;';

// For what cannot be fetched again: once committed it outlives a power cut, for one more wait for the disk.
const settingsOfLastingWriter = `${settingsOfWriter} PRAGMA synchronous = FULL;`;

const settingsOfReader = `
  PRAGMA query_only = ON;
  PRAGMA cache_size = -16000;
`;

/** SQLite before this release can corrupt a WAL database that two connections use. */
const oldestSafeSqlite = [3, 51, 3] as const;

export type ConnectionRefusal = 'NOT_ENCRYPTED' | 'SQLITE_TOO_OLD';

interface Connection extends Transaction {
  close: () => Promise<void>;
}

type Opened<Handle> =
  { readonly ok: true; readonly handle: Handle } | { readonly ok: false; readonly error: ConnectionRefusal };

/** What a committed transaction surely outlives: the end of the process, or of the whole machine. */
export type Outlives = 'crash' | 'powerCut';

/** @param keyHex 64 hex digits: the raw key, so that no time goes into deriving one. */
export interface ConnectionOptions {
  readonly file: string;
  readonly keyHex: string;
}

export interface WriterOptions extends ConnectionOptions {
  readonly create: boolean;
  /** `crash` unless told otherwise. */
  readonly outlives?: Outlives;
}

/** Opens a file for writing; creates it only when told to. Throws {@link StorageFailure}, `DAMAGED` also for a wrong key. */
export async function openWriter(options: WriterOptions): Promise<Opened<CacheWriter>> {
  const settings = options.outlives === 'powerCut' ? settingsOfLastingWriter : settingsOfWriter;
  const opened = await openConnection(options, `${options.create ? settingsOfNewFile : ''}${settings}`);
  if (!opened.ok) return opened;
  const connection = opened.handle;
  let last: Promise<unknown> = Promise.resolve();

  async function runAlone<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    await connection.script('BEGIN IMMEDIATE');
    try {
      const result = await work(connection);
      await connection.script('COMMIT');
      return result;
    } catch (error) {
      // A full disk may have rolled back by itself; then there is nothing left to undo.
      await connection.script('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  return {
    ok: true,
    handle: {
      transaction(work) {
        const result = last.then(() => runAlone(work));
        last = result.catch(() => undefined);
        return result;
      },
      foldWal() {
        const folded = last.then(() => connection.script('PRAGMA wal_checkpoint(TRUNCATE)'));
        last = folded.catch(() => undefined);
        return folded;
      },
      async close() {
        await last;
        await connection.close();
      },
    },
  };
}

/** Opens an existing file for reading. Throws {@link StorageFailure}, `DAMAGED` also for a wrong key. */
export async function openReader(options: ConnectionOptions): Promise<Opened<CacheReader>> {
  const opened = await openConnection({ ...options, create: false }, settingsOfReader);
  if (!opened.ok) return opened;
  const { all, get, close } = opened.handle;
  return { ok: true, handle: { access: 'read', all, get, close } };
}

/**
 * Holds a file against every other process that asks for it in this way, until `release` or the end of the process,
 * however it comes: the system itself gives such a lock back.
 *
 * @returns `null` when another process holds it
 */
export async function lockFile(file: string): Promise<{ readonly release: () => Promise<void> } | null> {
  const connection = connect(await openFile(file, true));
  try {
    await connection.script('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return { release: connection.close };
  } catch (error) {
    await connection.close().catch(() => undefined);
    if (error instanceof StorageFailure && error.code === 'BUSY') return null;
    throw error;
  }
}

async function openConnection(
  { file, keyHex, create }: ConnectionOptions & { readonly create: boolean },
  settings: string,
): Promise<Opened<Connection>> {
  if (!/^[0-9a-f]{64}$/i.test(keyHex)) throw new TypeError('The database key must be 64 hex digits.');
  const connection = connect(await openFile(file, create));
  try {
    // What it would write to stderr by itself is said by the errors here, in fewer words.
    await connection.script(`PRAGMA cipher_log_level = NONE; PRAGMA key = "x'${keyHex}'"`);
    const refusal = await refusalOf(connection);
    if (refusal !== null) {
      await connection.close();
      return { ok: false, error: refusal };
    }
    await connection.script('PRAGMA busy_timeout = 10000');
    // The first read of the file: here a wrong key shows.
    await connection.script('SELECT count(*) FROM sqlite_schema');
    await connection.script(settingsOfEveryConnection + settings);
    return { ok: true, handle: connection };
  } catch (error) {
    await connection.close().catch(() => undefined);
    throw error;
  }
}

async function refusalOf(connection: Connection): Promise<ConnectionRefusal | null> {
  const cipher = await connection.get('PRAGMA cipher_version');
  if (typeof cipher?.['cipher_version'] !== 'string') return 'NOT_ENCRYPTED';
  const sqlite = await connection.get('SELECT sqlite_version() AS version');
  return isOlder(String(sqlite?.['version']), oldestSafeSqlite) ? 'SQLITE_TOO_OLD' : null;
}

function isOlder(version: string, floor: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of floor.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
}

function openFile(file: string, create: boolean): Promise<sqlite3.Database> {
  const mode = create ? sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE : sqlite3.OPEN_READWRITE;
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(file, mode, (error) => {
      if (error === null) resolve(database);
      else reject(translated(error));
    });
  });
}

function connect(database: sqlite3.Database): Connection {
  const statements = new Map<string, Promise<sqlite3.Statement>>();

  function prepared(sql: string): Promise<sqlite3.Statement> {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = new Promise<sqlite3.Statement>((resolve, reject) => {
      const made = database.prepare(sql, (error) => {
        if (error === null) {
          resolve(made);
        } else {
          statements.delete(sql);
          reject(translated(error));
        }
      });
    });
    statements.set(sql, statement);
    return statement;
  }

  async function all(sql: string, parameters: readonly SqlParameter[] = []): Promise<readonly Row[]> {
    const statement = await prepared(sql);
    return new Promise((resolve, reject) => {
      statement.all(parameters, (error: Error | null, rows: Row[]) => {
        if (error === null) resolve(rows);
        else reject(translated(error));
      });
    });
  }

  return {
    all,
    // Not the driver's own `get`: it leaves the statement half read, which holds a snapshot and lets the WAL grow.
    get: async (sql, parameters) => (await all(sql, parameters))[0],
    async run(sql, parameters = []) {
      const statement = await prepared(sql);
      return new Promise((resolve, reject) => {
        statement.run(parameters, function (error) {
          if (error === null) resolve(this.changes);
          else reject(translated(error));
        });
      });
    },
    script: (sql) =>
      new Promise((resolve, reject) => {
        database.exec(sql, (error) => {
          if (error === null) resolve();
          else reject(translated(error));
        });
      }),
    async close() {
      for (const statement of await Promise.allSettled(statements.values())) {
        if (statement.status === 'fulfilled') statement.value.finalize();
      }
      statements.clear();
      await new Promise<void>((resolve, reject) => {
        database.close((error) => {
          if (error === null) resolve();
          else reject(translated(error));
        });
      });
    },
  };
}
