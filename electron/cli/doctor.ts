import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedEndpoint, LiveEndpoint } from '../../shared/domain/settings';
import { databaseFileOf, guarded, openCacheReader, type CacheLocation } from '../db/cache';
import { readCheckpoint } from '../db/checkpoint';
import type { CacheReader } from '../db/connection';
import { checkIntegrity, readVersions } from '../db/integrity';
import { countQuarantined, countQuarantineReasons } from '../db/quarantine';
import { countSubscribers } from '../db/subscribers';
import { readAccess } from '../net/access';
import { createAgent } from '../net/agent';
import { boundedRequest } from '../net/boundedRequest';
import { createChangesFeed } from '../sync/changesFeed';
import type { CommandAnswer } from './answer';
import type { CommandEnvironment } from './environment';
import { findOpenDoors } from './machineFindings';

const deadlineMs = 15_000;

/** Looks at everything the program stands on; exit code 1 when any of it is not sound. */
export async function doctorCommand({
  settings,
  location,
  profileFolder,
}: CommandEnvironment): Promise<CommandAnswer> {
  const [cache, feed, live, machine] = await Promise.all([
    examineCache(location),
    examineFeed(settings.feed, location.keyHex),
    settings.live === null ? null : examineLive(settings.live, location.keyHex),
    examineMachine(profileFolder),
  ]);
  const ok = cache.report.ok && feed.ok && (live?.ok ?? true);
  const versions = { comptoir: await programVersion(), node: process.versions.node, ...cache.versions };
  return { exitCode: ok ? 0 : 1, output: { ok, versions, cache: cache.report, feed, live, machine } };
}

/** Of a machine that is no kiosk, and of another system, nothing is expected: what is open does not make it unsound. */
async function examineMachine(profileFolder: string): Promise<Finding | null> {
  if (process.platform !== 'linux') return null;
  const open = await findOpenDoors({ root: '/', uid: process.getuid?.() ?? 0, profileFolder });
  return { ok: open.length === 0, open };
}

/** What was found of one part; beside `ok`, what helps to understand it. */
type Finding = { readonly ok: boolean } & Readonly<Record<string, unknown>>;

interface CacheExamination {
  readonly versions: { readonly sqlite: string | null; readonly sqlcipher: string | null };
  readonly report: Finding;
}

async function examineCache(location: CacheLocation): Promise<CacheExamination> {
  const file = databaseFileOf(location.folder);
  // The disk or another process can be in the way of any question, not of opening alone.
  const examined = await guarded<CacheExamination>(location, async () => {
    const opened = await openCacheReader(location);
    if (!opened.ok) return opened;
    const reader = opened.value;
    try {
      const value = { versions: await readVersions(reader), report: await examineContent(reader, file) };
      return { ok: true, value };
    } finally {
      await reader.close();
    }
  });
  if (examined.ok) return examined.value;
  const { code, message } = examined.error;
  return { versions: { sqlite: null, sqlcipher: null }, report: { ok: false, file, error: code, message } };
}

async function examineContent(reader: CacheReader, file: string): Promise<Finding> {
  const { problems } = await checkIntegrity(reader);
  if (problems.length > 0) return { ok: false, file, error: 'DAMAGED', problems };
  const checkpoint = await readCheckpoint(reader);
  return {
    ok: true,
    file,
    subscribers: await countSubscribers(reader),
    complete: checkpoint?.everComplete ?? false,
    seq: checkpoint?.since ?? null,
    quarantined: await countQuarantined(reader),
    quarantineReasons: await countQuarantineReasons(reader),
    unknownTypes: checkpoint?.unknownTypes ?? 0,
  };
}

async function examineFeed(endpoint: FeedEndpoint, keyHex: string): Promise<Finding> {
  const { url } = endpoint;
  const access = await readAccess(endpoint, keyHex);
  if (!access.ok) return { url, ...access };
  const times = { deadlineMs, longpollMs: deadlineMs };
  const feed = createChangesFeed(url, access.header, times, access.trust);
  const identity = await feed.identity(new AbortController().signal);
  feed.close();
  if (identity.kind !== 'identity') {
    const { kind: error, ...more } = identity;
    return { ok: false, url, error, ...more, secretExposed: access.exposed };
  }
  const { databaseName, updateSequence } = identity;
  return { ok: true, url, databaseName, updateSequence, secretExposed: access.exposed };
}

/** Any answer counts: what the operator's interfaces say to a question is another matter. */
async function examineLive(endpoint: LiveEndpoint, keyHex: string): Promise<Finding> {
  const { url } = endpoint;
  const access = await readAccess(endpoint, keyHex);
  if (!access.ok) return { url, ...access };
  const target = new URL(url);
  const outcome = await boundedRequest({
    url: target,
    agent: createAgent(target, access.trust, { keepAlive: false, maxSockets: 1 }),
    headers: access.header === null ? {} : { authorization: access.header },
    limits: { quietMs: null, deadlineMs, maxBytes: 1_048_576 },
    signal: new AbortController().signal,
  });
  return outcome.kind === 'answer'
    ? { ok: outcome.status < 500, url, status: outcome.status }
    : { ok: false, url, error: outcome.kind, ...('reason' in outcome && { reason: outcome.reason }) };
}

async function programVersion(): Promise<string | null> {
  // Beside the folder of the built program, in the source tree as in the package.
  const text = await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8').catch(() => 'null');
  const content: unknown = JSON.parse(text);
  const hasVersion = typeof content === 'object' && content !== null && 'version' in content;
  return hasVersion && typeof content.version === 'string' ? content.version : null;
}
