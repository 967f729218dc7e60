/** Puts the program together; the only place that does. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, ipcMain, safeStorage, utilityProcess } from 'electron';
import { marketPack } from '../shared/domain/market';
import { invokeChannel } from '../shared/ipc/channels';
import type { StartProblem } from '../shared/ipc/contract';
import { describeApp } from './appDescription';
import { readFlags } from './commandLine';
import { openCacheReader, openCacheWriter } from './db/cache';
import { loadDatabaseKey } from './db/databaseKey';
import { appHandlers } from './ipc/app';
import { customerHandlers } from './ipc/customer';
import { createCustomerSession } from './ipc/customerSession';
import { notStartedHandlers } from './ipc/notStarted';
import { payerHandlers } from './ipc/payer';
import { refusalOf } from './ipc/permissions';
import { createRouter, refuse } from './ipc/router';
import { syncHandlers } from './ipc/sync';
import { ussdHandlers } from './ipc/ussd';
import { openLog, type Log } from './log';
import { openOperator } from './operator';
import { readProfile, type Profile } from './profile';
import { createTrustedClock } from './services/clock';
import { createCustomerService } from './services/customer';
import { createLiveRefresh } from './services/liveRefresh';
import { warmViews } from './services/warmViews';
import { cacheProblem } from './startProblem';
import { superviseSync } from './supervisedSync';
import { startTrainingUpstream } from './trainingUpstream';
import { isWithoutDisplay, openWindow, prepareWindows, type ComptoirWindow } from './window';

/** What a start that cannot be made sense of ends with, where there is no screen to say so. */
const usageExitCode = 2;
/** Balances expire on an open screen, too. */
const refreshMs = 60_000;
const warmAfterMs = 500;

type Route = (command: unknown, requestJson: unknown) => Promise<string>;

interface Services {
  readonly route: Route;
  readonly closeCustomer: () => void;
  readonly stop: () => Promise<void>;
}

type Started =
  { readonly ok: true; readonly services: Services } | { readonly ok: false; readonly problem: StartProblem };

const flags = readFlags(process.argv.slice(1));
if (!flags.ok) {
  process.stderr.write(`comptoir: expected ${flags.expected}\n`);
  process.exit(usageExitCode);
}
const userDataFolder = app.getPath('userData');
const profile = await readProfile(flags.flags, userDataFolder);
if (!profile.ok) {
  process.stderr.write(profile.lines.map((line) => `comptoir: ${line}\n`).join(''));
  if (isWithoutDisplay()) {
    process.exit(usageExitCode);
  }
}
if (app.requestSingleInstanceLock()) {
  prepareWindows();
  void run();
} else {
  app.exit(0);
}

async function run(): Promise<void> {
  const logFolder = join(userDataFolder, 'logs');
  const log = openLog(logFolder);
  process.on('unhandledRejection', (problem) => log.bug('bug:unhandledRejection', problem));
  process.on('uncaughtException', (problem) => {
    log.bug('bug:uncaughtException', problem);
    app.exit(1);
  });
  await app.whenReady();

  let services: Services | null = null;
  const settings = profile.ok ? profile.profile.settings : null;
  const window = openWindow({
    distFolder: import.meta.dirname,
    kiosk: settings?.kiosk ?? false,
    mode: settings?.mode ?? 'agent',
    onShown: () => log.info('window:shown', { sinceStartMs: sinceStartMs() }),
    onPageGone: () => services?.closeCustomer(),
    onRendererGone(reason) {
      log.warn('window:rendererGone', { reason });
      services?.closeCustomer();
    },
  });
  app.on('second-instance', () => window.focus());

  // The page loads while the services start; what it asks meanwhile waits for them.
  const routing = start(window, log, logFolder).then((started): Route => {
    if (started.ok) {
      services = started.services;
      return services.route;
    }
    log.warn('start:failed', { code: started.problem.code, path: started.problem.path });
    return createRouter({
      handlers: notStartedHandlers(started.problem),
      refusalOf: () => null,
      reportBug: (command, problem) => log.bug(`bug:${command}`, problem),
    });
  });
  ipcMain.handle(invokeChannel, async (event, command: unknown, requestJson: unknown) => {
    if (!window.isSender(event)) {
      return refuse('NOT_ALLOWED');
    }
    const route = await routing;
    return route(command, requestJson);
  });

  app.on('will-quit', (event) => {
    if (services !== null) {
      event.preventDefault();
      const { stop } = services;
      services = null;
      void stop().finally(() => app.quit());
    }
  });
}

async function start(window: ComptoirWindow, log: Log, logFolder: string): Promise<Started> {
  if (!profile.ok) {
    return { ok: false, problem: profile.problem };
  }
  try {
    return await startServices(profile.profile, window, log);
  } catch (problem) {
    log.bug('bug:start', problem);
    return { ok: false, problem: { code: 'INTERNAL', path: logFolder } };
  }
}

async function startServices(
  { training, settings, cacheFolder }: Profile,
  window: ComptoirWindow,
  log: Log,
): Promise<Started> {
  const fork = (script: string) =>
    utilityProcess.fork(join(import.meta.dirname, script), [], { serviceName: script });

  // Training begins anew each time, with a key that nobody keeps.
  const key = training
    ? ({ ok: true, key: randomBytes(32).toString('hex') } as const)
    : await loadDatabaseKey(userDataFolder, safeStorage);
  if (!key.ok) {
    return { ok: false, problem: { code: key.error, path: key.path } };
  }
  if (training) {
    await rm(cacheFolder, { recursive: true, force: true });
  }
  const startingUpstream = training ? startTrainingUpstream(() => fork('trainingProcess.js')) : null;

  // The sync process writes what the feed brings; what is written here is what the operator answers about a customer.
  // Opened first, it makes the cache or brings it up to date before both use it.
  const location = { folder: cacheFolder, keyHex: key.key };
  const writer = await openCacheWriter(location);
  if (!writer.ok) {
    log.warn('cache:refused', { why: writer.error.message });
    return { ok: false, problem: cacheProblem(writer.error.code, cacheFolder) };
  }
  const opened = await openCacheReader(location);
  if (!opened.ok) {
    await writer.value.close();
    return { ok: false, problem: cacheProblem(opened.error.code, cacheFolder) };
  }
  const reader = opened.value;

  const market = marketPack(settings.market);
  const clock = await createTrustedClock({ reader, writer: writer.value });
  const upstream = await startingUpstream;
  const liveEndpoint = upstream === null ? settings.live : { url: upstream.liveUrl };
  const operator = liveEndpoint === null ? null : await openOperator(liveEndpoint, market, log);
  const live =
    operator === null
      ? null
      : createLiveRefresh({
          ask: operator.fetchCustomer,
          reader,
          writer: writer.value,
          now: clock.now,
          onAnswered: () => refresh(),
          onBug: (problem) => log.bug('bug:live', problem),
        });
  const customers = createCustomerService({
    reader,
    market,
    now: clock.now,
    ...(live !== null && { liveProgress: live.progress }),
  });
  const session = createCustomerSession(customers, window.send, live);
  const refresh = () => {
    session.refresh().catch((problem: unknown) => log.bug('bug:refresh', problem));
  };

  const feed = upstream === null ? settings.feed : { url: upstream.url };
  const sync = superviseSync({
    fork: () => fork('syncProcess.js'),
    keyHex: key.key,
    settings: { cacheFolder, retentionDays: settings.cache.retentionDays, feed },
    onStatus: (status) => window.send('sync:changed', status),
    onChanged(msisdns) {
      const open = session.msisdn();
      if (open !== null && (msisdns === 'many' || msisdns.includes(open))) {
        refresh();
      }
    },
    onServerTime: clock.noteServerTime,
    onEnded: (reason, waitMs) => log.warn('sync:ended', { reason, waitMs }),
  });
  const refreshTimer = setInterval(() => {
    refresh();
    clock.save().catch((problem: unknown) => log.bug('bug:clock', problem));
  }, refreshMs);

  let mode = settings.mode;
  const route = createRouter({
    handlers: {
      ...appHandlers({
        describe() {
          log.info('page:described', { mode, sinceStartMs: sinceStartMs() });
          return describeApp({ version: app.getVersion(), training, settings, market, mode });
        },
        switchMode(next) {
          session.close();
          mode = next;
        },
      }),
      ...syncHandlers(sync.status),
      ...customerHandlers(session),
      ...payerHandlers(customers, session),
      ...ussdHandlers(customers, session, market),
    },
    refusalOf: (command) => refusalOf(command, { mode, training, hasCustomer: session.msisdn() !== null }),
    reportBug: (command, problem) => log.bug(`bug:${command}`, problem),
  });
  log.info('start:done', { training, mode, sinceStartMs: sinceStartMs() });
  // Once the page has what it asked for at its start.
  setTimeout(() => warmViews(market), warmAfterMs);

  return {
    ok: true,
    services: {
      route,
      closeCustomer: session.close,
      async stop() {
        clearInterval(refreshTimer);
        session.close();
        await sync.stop();
        await clock.save();
        operator?.close();
        upstream?.stop();
        await reader.close();
        await writer.value.close();
      },
    },
  };
}

function sinceStartMs(): number {
  return Math.round(Date.now() - (process.getCreationTime() ?? Date.now()));
}
