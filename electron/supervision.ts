/** Puts together what a supervisor looks after: the audit log's trail and anchors, the state of the post. A part of composition.ts. */
import { release } from 'node:os';
import type { MarketPack } from '../shared/domain/market';
import type { FeedEndpoint, Settings } from '../shared/domain/settings';
import type { PostStatus } from '../shared/ipc/commands/status';
import type { SyncStatus } from '../shared/ipc/syncStatus';
import { openCacheReader, type CacheLocation } from './db/cache';
import type { CacheReader, CacheWriter } from './db/connection';
import type { Log } from './log';
import { auditLogIdOf, type AuditLog } from './services/audit';
import { createAuditTrail, type AuditTrail } from './services/auditTrail';
import { createPostStatus, type PostStatusService } from './services/postStatus';
import { startAuditAnchors } from './sync/auditAnchors';
import type { AuditDatabase } from './sync/auditDatabase';
import { openAuditDatabase } from './sync/openAuditDatabase';

export interface Supervision {
  readonly trail: AuditTrail;
  readonly status: PostStatusService;
  /** The operator's systems have answered. */
  readonly noteLiveAnswer: () => void;
  readonly stop: () => Promise<void>;
}

export interface SupervisionOptions {
  readonly settings: Settings;
  readonly reader: CacheReader;
  /** Of a connection that outlives a power cut. */
  readonly writer: CacheWriter;
  readonly location: CacheLocation;
  readonly market: MarketPack;
  readonly log: Log;
  readonly audit: AuditLog;
  /** `null`: heads of the log are told to nobody. */
  readonly auditEndpoint: FeedEndpoint | null;
  readonly isLiveConfigured: boolean;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  readonly version: string;
  readonly exportFolder: string;
  readonly sync: () => SyncStatus;
}

export async function openSupervision(options: SupervisionOptions): Promise<Supervision> {
  const { settings, reader, writer, location, market, log, audit, now, exportFolder } = options;
  const database = await auditDatabaseOf(options);
  const logId = auditLogIdOf(location.keyHex);
  const anchors =
    database === null
      ? null
      : startAuditAnchors({
          ...{ database, reader, now },
          log: logId,
          shop: settings.shop.id,
          reportBug: (problem) => log.bug('bug:anchors', problem),
        });
  const asking = new AbortController();
  const trail = createAuditTrail({
    ...{ reader, writer, audit, market, now, exportFolder },
    keyHex: location.keyHex,
    ...(database !== null && {
      async askAnchor() {
        const answer = await database.lastHead(logId, asking.signal);
        return answer.kind === 'found' ? { head: answer.head } : null;
      },
    }),
  });

  let lastAnswerAt: string | null = null;
  const status = createPostStatus({
    ...{ reader, settings, trail, now, exportFolder },
    async openReader() {
      const opened = await openCacheReader(location);
      return opened.ok ? opened.value : null;
    },
    versions: {
      comptoir: options.version,
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      platform: `${process.platform} ${process.arch} ${release()}`,
    },
    sync: options.sync,
    live: () => ({ isConfigured: options.isLiveConfigured, lastAnswerAt }),
    anchors() {
      if (anchors === null) return null;
      const { state, entries, at }: ReturnType<typeof anchors.progress> = anchors.progress();
      const anchored: PostStatus['audit']['anchors'] = {
        state,
        entries,
        at: at === null ? null : new Date(at).toISOString(),
      };
      return anchored;
    },
    problems: log.problems,
  });

  return {
    trail,
    status,
    noteLiveAnswer() {
      lastAnswerAt = new Date(now()).toISOString();
    },
    async stop() {
      asking.abort();
      await anchors?.stop();
    },
  };
}

async function auditDatabaseOf({
  auditEndpoint,
  location,
  log,
}: SupervisionOptions): Promise<AuditDatabase | null> {
  if (auditEndpoint === null) return null;
  const opened = await openAuditDatabase(auditEndpoint, location.keyHex);
  if (!opened.ok) {
    log.warn('audit:refused', { code: opened.error, path: opened.file });
    return null;
  }
  if (opened.exposed) log.warn('audit:secretExposed');
  return opened.database;
}
