/** What the person who looks after this post wants to know of it, and the file that tells it to others. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../../shared/domain/order';
import type { Settings } from '../../shared/domain/settings';
import type { ExportedFile } from '../../shared/ipc/commands/audit';
import type { LoggedProblem, PostStatus } from '../../shared/ipc/commands/status';
import type { SyncStatus } from '../../shared/ipc/syncStatus';
import { readAuditExtent } from '../db/auditEntries';
import { readCheckpoint } from '../db/checkpoint';
import type { CacheReader } from '../db/connection';
import { countDocumentsByType, readCacheSize } from '../db/figures';
import { checkIntegrity, readVersions } from '../db/integrity';
import { countOrdersByState } from '../db/orders';
import { countQuarantineReasons } from '../db/quarantine';
import { countSubscribers } from '../db/subscribers';
import type { AuditTrail } from './auditTrail';
import { fileTime, isFileFailure } from './exportedFile';

type Exported =
  | { readonly ok: true; readonly value: ExportedFile }
  | { readonly ok: false; readonly error: 'CANNOT_WRITE' };

export interface PostStatusService {
  readonly read: () => Promise<PostStatus>;
  readonly checkIntegrity: () => Promise<{ readonly problems: number; readonly seconds: number }>;
  readonly export: (by: Actor) => Promise<Exported>;
}

export interface PostStatusOptions {
  readonly reader: CacheReader;
  /** A connection of its own, so that nobody's lookup waits for the check; closed after it. */
  readonly openReader: () => Promise<CacheReader | null>;
  readonly settings: Settings;
  /** What is not in the cache: versions of the program and its parts. */
  readonly versions: Omit<PostStatus['versions'], 'sqlite' | 'sqlcipher'>;
  readonly sync: () => SyncStatus;
  readonly live: () => PostStatus['live'];
  readonly anchors: () => PostStatus['audit']['anchors'];
  readonly problems: () => readonly LoggedProblem[];
  readonly trail: Pick<AuditTrail, 'noteExport'>;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  readonly exportFolder: string;
}

export function createPostStatus(options: PostStatusOptions): PostStatusService {
  const { reader, settings, trail, now, exportFolder } = options;
  let checked: { readonly at: string; readonly problems: number; readonly seconds: number } | null = null;

  async function read(): Promise<PostStatus> {
    const [versions, checkpoint, sizeBytes, subscribers, documents, quarantine, orders, audit] =
      await Promise.all([
        readVersions(reader),
        readCheckpoint(reader),
        readCacheSize(reader),
        countSubscribers(reader),
        countDocumentsByType(reader),
        countQuarantineReasons(reader),
        countOrdersByState(reader),
        readAuditExtent(reader),
      ]);
    return {
      versions: { ...options.versions, ...versions },
      feed: {
        status: options.sync(),
        checkpoint:
          checkpoint === null
            ? null
            : {
                since: String(checkpoint.since),
                pass: checkpoint.pass,
                isPassComplete: checkpoint.passComplete,
                unknownTypes: checkpoint.unknownTypes,
              },
      },
      live: options.live(),
      cache: {
        sizeBytes,
        subscribers,
        offers: documents.get('offer') ?? 0,
        staff: documents.get('staff') ?? 0,
        articles: documents.get('article') ?? 0,
      },
      quarantine,
      orders,
      audit: { entries: audit.entries, anchors: options.anchors() },
      problems: options.problems(),
    };
  }

  return {
    read,

    async checkIntegrity() {
      const own = await options.openReader();
      const startedAt = performance.now();
      // A cache that cannot be opened any more is one problem, whatever it is.
      const problems = own === null ? 1 : await countProblems(own).finally(own.close);
      const seconds = Math.round(performance.now() - startedAt) / 1000;
      checked = { at: new Date(now()).toISOString(), problems, seconds };
      return { problems, seconds };
    },

    async export(by) {
      const at = now();
      const file = `diagnostics-${fileTime(at)}.json`;
      const content = {
        at: new Date(at).toISOString(),
        status: await read(),
        integrity: checked,
        settings: withoutSecrets(settings),
      };
      try {
        await mkdir(exportFolder, { recursive: true, mode: 0o700 });
        await writeFile(join(exportFolder, file), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
      } catch (error) {
        if (isFileFailure(error)) return { ok: false, error: 'CANNOT_WRITE' };
        throw error;
      }
      await trail.noteExport('status:exported', file, by);
      return { ok: true, value: { folder: exportFolder, file } };
    },
  };
}

async function countProblems(reader: CacheReader): Promise<number> {
  return (await checkIntegrity(reader)).problems.length;
}

/** Where things are and how they are set; neither who signs in there nor where the secrets lie. */
function withoutSecrets({ feed, live, audit, fleet, update, telemetry, shop, ...others }: Settings): object {
  const endpoint = (each: { readonly url: string } | null): string | null => each?.url ?? null;
  return {
    ...others,
    shop: { id: shop.id, name: shop.name },
    feed: endpoint(feed),
    live: endpoint(live),
    audit: endpoint(audit),
    fleet: endpoint(fleet),
    update: endpoint(update),
    telemetry: endpoint(telemetry),
  };
}
