/** Who may see whom, on a test's own cache, with a machine whose clock, running time and files the test steers. */
import { randomBytes, scryptSync } from 'node:crypto';
import { join } from 'node:path';
import { openCacheReader, openCacheWriter, type CacheLocation } from '../../electron/db/cache';
import { putDocuments } from '../../electron/db/documents';
import { createAuditLog } from '../../electron/services/audit';
import { createIdentityService, type SmsCodeDesk } from '../../electron/services/identity';
import { openStaffService } from '../../electron/services/staff';
import { openThrottle } from '../../electron/services/throttle';
import { openTriesMarker } from '../../electron/services/triesMarker';
import type { StaffDocument } from '../../shared/domain/feedDocument';
import { marketPack } from '../../shared/domain/market';
import type { StaffState } from '../../shared/ipc/commands/staff';
import { makeFolder, testKeyHex, type TestCache } from './testCache';

export const accessNoon = Date.UTC(2026, 10, 22, 12);

/** As the feed has them, and as cheap as a check accepts: for tests that are not about the work. */
export function cheapVerifier(secret: string): string {
  const salt = randomBytes(16);
  const hash = scryptSync(secret, salt, 32, { N: 2 ** 10, r: 8, p: 1 });
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$scrypt$ln=10,r=8,p=1$${text(salt)}$${text(hash)}`;
}

export interface Machine {
  now: number;
  elapsed: number;
  readonly markerFile: string;
}

export async function makeMachine(): Promise<Machine> {
  return { now: accessNoon, elapsed: 0, markerFile: join(await makeFolder(), 'tries.json') };
}

/** One run of the program on the machine, from its start to `stop`. */
export async function startRun(
  location: CacheLocation,
  machine: Machine,
  smsCodes: SmsCodeDesk | null = null,
) {
  const opened = await openCacheWriter(location, 'powerCut');
  const read = await openCacheReader(location);
  if (!opened.ok || !read.ok) throw new Error('The cache cannot be opened.');
  const [writer, reader] = [opened.value, read.value];
  const startedAt = machine.elapsed;
  const elapsed = () => machine.elapsed - startedAt;
  const now = () => machine.now;
  const audit = createAuditLog(testKeyHex);
  const marker = openTriesMarker(machine.markerFile, testKeyHex);
  const throttle = await openThrottle({ reader, writer, marker, keyHex: testKeyHex, elapsed });
  const states: StaffState[] = [];
  const left: ('interrupted' | 'over')[] = [];
  const staff = await openStaffService({
    ...{ reader, writer, throttle, audit, now },
    onLeft: (how) => left.push(how),
    onChanged: (state) => states.push(state),
  });
  const identity = createIdentityService({
    ...{ reader, writer, throttle, audit, now, elapsed, smsCodes },
    market: marketPack('CI'),
  });
  return {
    throttle,
    staff,
    identity,
    reader,
    writer,
    states,
    /** How the counter was left, each time. */
    left,
    async actions(): Promise<readonly unknown[]> {
      const rows = await reader.all('SELECT actor, action, subject FROM audit ORDER BY number');
      return rows.map(({ actor, action, subject }) => [actor, action, subject]);
    },
    async stop() {
      await reader.close();
      await writer.close();
    },
  };
}

export type AccessRun = Awaited<ReturnType<typeof startRun>>;

/** What the feed says of the staff from now on. */
export async function putStaff(cache: TestCache, members: readonly StaffDocument[]): Promise<void> {
  await cache.writer.transaction(async (transaction) => {
    await putDocuments(
      transaction,
      members.map((member) => ({
        id: member._id,
        type: 'staff',
        generation: 1,
        body: JSON.stringify(member),
      })),
      1,
    );
    await transaction.run(
      `INSERT INTO checkpoint (id, identity, since, pass, pass_complete, ever_complete, documents_version, unknown_types)
       VALUES (1, 'x', '1', 1, 1, 1, 1, 0)
       ON CONFLICT (id) DO UPDATE SET documents_version = documents_version + 1`,
    );
  });
}
