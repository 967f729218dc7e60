import type { SyncStatus } from '../../shared/ipc/syncStatus';
import { freeBytesOf, openCacheReader, openCacheWriter } from '../db/cache';
import { holdCache } from '../db/soundCache';
import { restoreKnown } from '../db/restoreKnown';
import { createTrustedClock } from '../services/clock';
import { readAccess } from '../net/access';
import { createChangesFeed } from '../sync/changesFeed';
import { runSync, type SyncFailure, type SyncSummary } from '../sync/syncEngine';
import { done, failed, say, type CommandAnswer } from './answer';
import type { CommandEnvironment } from './environment';

/** Catches up with the feed and, unless `once`, follows it until `stop`. Refused while another program has the cache. */
export async function syncCommand(
  environment: CommandEnvironment,
  once: boolean,
  stop: AbortSignal,
): Promise<CommandAnswer> {
  const held = await holdCache(environment.location);
  if (!held.ok) {
    say(held.error.message);
    return failed(held.error.code);
  }
  try {
    return await syncHeld(environment, once, stop);
  } finally {
    await held.value.release();
  }
}

async function syncHeld(
  { settings, location }: CommandEnvironment,
  once: boolean,
  stop: AbortSignal,
): Promise<CommandAnswer> {
  const startedAt = performance.now();
  const access = await readAccess(settings.feed, location.keyHex);
  if (!access.ok) {
    const key = access.error === 'CA_UNREADABLE' ? 'feed.caFile' : 'feed.auth.secretFile';
    say(`${key}: ${access.file} cannot be read`);
    return failed(access.error);
  }
  if (access.exposed) say('warning: others may read feed.auth.secretFile: chmod 600 it');
  const writer = await openCacheWriter(location);
  if (!writer.ok) {
    say(writer.error.message);
    return failed(writer.error.code);
  }
  const reader = await openCacheReader(location);
  if (!reader.ok) {
    await writer.value.close();
    say(reader.error.message);
    return failed(reader.error.code);
  }
  const clock = await createTrustedClock({ reader: reader.value, writer: writer.value });
  const feed = createChangesFeed(settings.feed.url, access.header, undefined, access.trust);
  try {
    const summary = await runSync(
      {
        writer: writer.value,
        feed,
        retentionDays: settings.cache.retentionDays,
        mode: once ? 'once' : 'follow',
        listener: {
          onStatus: createProgressLines(),
          onChanged: () => undefined,
          onServerTime: clock.noteServerTime,
        },
        freeBytes: () => freeBytesOf(location.folder),
        restore: (signal) => restoreKnown(location, writer.value, signal),
      },
      stop,
    );
    await clock.save();
    return answerOf(summary, once, (performance.now() - startedAt) / 1000);
  } finally {
    feed.close();
    await reader.value.close();
    await writer.value.close();
  }
}

function answerOf({ end, ...counts }: SyncSummary, once: boolean, seconds: number): CommandAnswer {
  const { applied, deleted, quarantined, sequence } = counts;
  const figures = {
    applied,
    deleted,
    quarantined,
    seq: sequence,
    seconds: Math.round(seconds * 1000) / 1000,
  };
  if (end === 'caughtUp' || (end === 'stopped' && !once)) return done(figures);
  if (end === 'stopped') return failed('STOPPED', figures);
  say(explanationOf(end));
  return failed(errorCodes[end.kind], figures);
}

const errorCodes: Readonly<Record<SyncFailure['kind'], string>> = {
  offline: 'FEED_UNREACHABLE',
  rateLimited: 'FEED_UNREACHABLE',
  refused: 'FEED_REFUSED',
  garbled: 'FEED_GARBLED',
  tooLarge: 'FEED_GARBLED',
  sinceRefused: 'FEED_GARBLED',
  cacheFailed: 'CACHE_FAILED',
};

function explanationOf(failure: SyncFailure): string {
  switch (failure.kind) {
    case 'offline':
      return `The feed cannot be reached (${failure.reason}): check feed.url and the network.`;
    case 'rateLimited':
      return 'The feed asks to be left alone for a while.';
    case 'refused':
      return `The feed refuses the credentials (HTTP ${failure.status}): check feed.auth.`;
    case 'garbled':
      return `What answers at feed.url is not a feed (${failure.reason}).`;
    case 'tooLarge':
    case 'sinceRefused':
      return 'What answers at feed.url does not behave as a feed.';
    case 'cacheFailed':
      return `The cache cannot be written (${failure.reason}): check the disk of cache.folder.`;
  }
}

/** A line when the state changes, and one a second while the count moves. */
function createProgressLines(): (status: SyncStatus) => void {
  let lastState: SyncStatus['state'] | null = null;
  let lastAt = -Infinity;
  return (status) => {
    const isNew = status.state !== lastState;
    if (!isNew && (status.state !== 'catchingUp' || performance.now() - lastAt < 1000)) return;
    lastState = status.state;
    lastAt = performance.now();
    say(progressLine(status));
  };
}

function progressLine({ state, progress, subscribers, quarantined, nextAttemptAt }: SyncStatus): string {
  const held = quarantined > 0 ? `, ${quarantined} quarantined` : '';
  switch (state) {
    case 'starting':
      return 'asking the feed';
    case 'catchingUp': {
      if (progress === null) return 'catching up';
      const { applied, pending, documentsPerSecond, secondsLeft } = progress;
      const toCome = pending === null ? '' : `, ${pending} to come`;
      const left = secondsLeft === null ? '' : `, ${secondsLeft} s left`;
      return `catching up: ${applied} applied${toCome}, ${documentsPerSecond} a second${left}`;
    }
    case 'live':
      return `up to date: ${subscribers} subscribers${held}; waiting for news`;
    case 'refused':
      return 'the feed refuses the credentials';
    case 'offline':
    case 'garbled':
    case 'cacheFailed':
      return `${state}; next attempt at ${nextAttemptAt ?? 'no time'}`;
  }
}
