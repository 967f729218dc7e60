/** Puts the program together behind its window: constructs its services, with its parts beside it. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { marketPack } from '../shared/domain/market';
import type { Actor } from '../shared/domain/order';
import type { StartProblem } from '../shared/ipc/commands/app';
import type { SyncState } from '../shared/ipc/syncStatus';
import { openAccess } from './access';
import { describeApp } from './appDescription';
import { markDamaged } from './db/repairCache';
import { loadDatabaseKey } from './db/databaseKey';
import { appHandlers } from './ipc/app';
import { auditHandlers } from './ipc/audit';
import { articleHandlers } from './ipc/article';
import { customerHandlers } from './ipc/customer';
import { customerLinesHandlers } from './ipc/customerLines';
import { createCustomerSession, type SendEvent } from './ipc/customerSession';
import { handoffHandlers } from './ipc/handoff';
import { fleetHandlers } from './ipc/fleet';
import { orderHandlers } from './ipc/order';
import { identityHandlers } from './ipc/identity';
import { maintenanceHandlers } from './ipc/maintenance';
import type { ProvisioningCommand } from './ipc/provisioning';
import { payerHandlers } from './ipc/payer';
import { refusalOf } from './ipc/permissions';
import { receiptHandlers } from './ipc/receipt';
import { createRouter, type Handlers } from './ipc/router';
import { statusHandlers } from './ipc/status';
import { staffHandlers } from './ipc/staff';
import { speechHandlers } from './ipc/speech';
import { syncHandlers } from './ipc/sync';
import { ussdHandlers } from './ipc/ussd';
import type { Log } from './log';
import type { Machine } from './machine';
import { startOperatedDevice } from './operatedDevice';
import { openOperator } from './operator';
import type { Profile } from './profile';
import { openProgramCache } from './programCache';
import { createQuietRestart } from './quietRestart';
import { createAuditLog } from './services/audit';
import { createArticleService } from './services/articles';
import { createTrustedClock } from './services/clock';
import { createCustomerService } from './services/customer';
import { createCustomerLines } from './services/customerLines';
import { createMaintenance } from './services/maintenance';
import { createWiping } from './services/wiping';
import { createLiveRefresh } from './services/liveRefresh';
import { createSpeech } from './services/speech';
import { demoNumbers } from './services/training/demoNumbers';
import { warmViews } from './services/warmViews';
import { readShopSecret } from './shopSecret';
import { startOrders } from './startOrders';
import { StorageFailure } from './db/connection';
import { settingsProblem } from './startProblem';
import { superviseSync } from './supervisedSync';
import { openSupervision } from './supervision';
import { openTickets } from './tickets';
import { startTrainingUpstream } from './trainingUpstream';

/** Balances expire on an open screen, too. */
const refreshMs = 60_000;
const warmAfterMs = 500;
const repairLookMs = 2_000;

export interface Services {
  readonly route: (command: unknown, requestJson: unknown) => Promise<string>;
  readonly closeCustomer: () => void;
  readonly stop: () => Promise<void>;
}

export type Started =
  { readonly ok: true; readonly services: Services } | { readonly ok: false; readonly problem: StartProblem };

/** Starts everything behind the window, in the order in which each part needs the ones before it. */
export async function startServices(
  { training, settings, cacheFolder, settingsFile }: Profile,
  machine: Machine,
  send: SendEvent,
  log: Log,
): Promise<Started> {
  // Training begins anew each time, with a key that nobody keeps.
  const key = training
    ? ({ ok: true, key: randomBytes(32).toString('hex') } as const)
    : await loadDatabaseKey(machine.userDataFolder, machine.keyStore);
  if (!key.ok) {
    return { ok: false, problem: { code: key.error, path: key.path } };
  }
  const shopSecret = await readShopSecret(settings.shop.secretFile, key.key);
  if (!shopSecret.ok) {
    return { ok: false, problem: settingsProblem(settingsFile ?? '', [shopSecret.problem]) };
  }
  if (training) {
    await rm(cacheFolder, { recursive: true, force: true });
  }
  const startingUpstream = training
    ? startTrainingUpstream(
        () => machine.fork('trainingProcess.js'),
        (text) => send('training:smsSent', { text }),
      )
    : null;

  // The sync process writes what the feed brings; what is written here is what the operator answers about a customer.
  // Opened first, it makes the cache or brings it up to date before both use it.
  const location = { folder: cacheFolder, keyHex: key.key };
  const opened = await openProgramCache(location, machine, log);
  if (!opened.ok) {
    startingUpstream?.then(
      ({ stop }) => stop(),
      () => undefined,
    );
    return opened;
  }
  const { reader, writer, close: closeCache } = opened.cache;

  const market = marketPack(settings.market);
  const clock = await createTrustedClock({ reader, writer });
  const upstream = await startingUpstream;
  const liveEndpoint = upstream === null ? settings.live : { url: upstream.liveUrl };
  const operator = liveEndpoint === null ? null : await openOperator(liveEndpoint, market, key.key, log);
  const live =
    operator === null
      ? null
      : createLiveRefresh({
          ask: async (msisdn, question) => {
            const answer = await operator.fetchCustomer(msisdn, question);
            if (Object.keys(answer.sections).length > 0) orders.noteReachable();
            return answer;
          },
          reader,
          writer,
          now: clock.now,
          onAnswered() {
            supervision.noteLiveAnswer();
            refresh();
          },
          onBug: (problem) => log.bug('bug:live', problem),
        });
  const customers = createCustomerService({
    reader,
    market,
    now: clock.now,
    ...(live !== null && { liveProgress: live.progress }),
  });
  const session = createCustomerSession(customers, send, live);
  const audit = createAuditLog(key.key);
  const access = await openAccess({
    ...{ reader, writer, audit, keyHex: key.key, market, now: clock.now, operator, training },
    profileFolder: machine.userDataFolder,
    stateFolder: machine.stateFolder,
    session,
    onStaffChanged: (state) => send('staff:changed', state),
    onSlowed: (ms) => send('customer:slowed', { ms }),
    reportBug: (problem) => log.bug('bug:access', problem),
  });
  const refresh = () => {
    session.refresh().catch((problem: unknown) => log.bug('bug:refresh', problem));
  };

  const repairSoon = createQuietRestart({
    isBusy: () => session.msisdn() !== null,
    // Whoever touches the screen is better served by a cache that is whole.
    idleSeconds: () => Infinity,
    restart: machine.restartServices,
    onBug: (problem) => log.bug('bug:repair', problem),
    lookEveryMs: repairLookMs,
  });

  const orders = await startOrders({
    reader,
    writer,
    audit,
    settings: settings.orders,
    market,
    customers,
    now: clock.now,
    transport: operator?.orders ?? null,
    onOrderChanged(msisdn, ended) {
      if (msisdn !== session.msisdn()) return;
      if (ended) session.askAgain();
      refresh();
    },
    onCounts: (counts) => send('order:changed', counts),
    log,
  });

  const feed = upstream === null ? settings.feed : { url: upstream.url };
  let lastState: SyncState | null = null;
  const sync = superviseSync({
    fork: () => machine.fork('syncProcess.js'),
    keyHex: key.key,
    logFolder: machine.logFolder,
    watchedPid: machine.watchedPid,
    settings: { cacheFolder, retentionDays: settings.cache.retentionDays, feed },
    onStatus(status) {
      const { state } = status;
      if (state !== lastState) log.info('sync:state', { state });
      access.noteSync(status);
      const wasOffline = lastState === 'offline';
      if (wasOffline && state !== 'offline') orders.noteBackOnline();
      // Whoever is open is neither shown as live, nor asked to pay, for as long as nobody answers, and no longer.
      if (wasOffline !== (state === 'offline')) session.askAgain();
      lastState = state;
      send('sync:changed', status);
    },
    onChanged(msisdns) {
      const open = session.msisdn();
      if (open !== null && (msisdns === 'many' || msisdns.includes(open))) {
        refresh();
      }
    },
    onServerTime: clock.noteServerTime,
    onEnded: (reason, waitMs) => log.warn('sync:ended', { reason, waitMs }),
    onDamaged() {
      log.warn('cache:damaged', {});
      // The next opening of the cache repairs it.
      markDamaged(cacheFolder)
        .then(repairSoon.request)
        .catch((problem: unknown) => log.bug('bug:damaged', problem));
    },
  });
  const operated = await startOperatedDevice({
    settings,
    trainingDevicesUrl: upstream?.devicesUrl ?? null,
    keyHex: key.key,
    cacheFolder,
    machine,
    reader,
    now: clock.now,
    syncStatus: sync.status,
    hasCustomer: () => session.msisdn() !== null,
    log,
  });
  const refreshTimer = setInterval(() => {
    refresh();
    access.letPass();
    clock.save().catch((problem: unknown) => log.bug('bug:clock', problem));
  }, refreshMs);

  const { receipts, makeReceipt, handoffs, desk, printEmpty } = openTickets({
    ...{ settings, market, customers, reader, writer, audit, training },
    keyHex: key.key,
    shopSecretHex: shopSecret.secretHex,
    now: clock.now,
    printer: machine.printer,
    documentsFolder: machine.documentsFolder,
    reportBug: (problem) => log.bug('bug:print', problem),
  });
  const actor = (): Actor => (mode === 'agent' ? access.actor() : 'customer');
  const supervision = await openSupervision({
    ...{ settings, reader, writer, location, market, log, audit },
    auditEndpoint: upstream === null ? settings.audit : { url: upstream.auditUrl },
    isLiveConfigured: operator !== null,
    now: clock.now,
    version: machine.version,
    exportFolder: join(machine.userDataFolder, 'exports'),
    sync: sync.status,
  });

  let mode = settings.mode;
  const endVisit = () => {
    access.identity.forget();
    session.close();
    // A number selected in its field is in the clipboard of selections, for whoever comes next.
    if (mode === 'selfservice') machine.clearClipboards();
  };
  const maintenance = createMaintenance({
    approve: (login, password) =>
      access.staff.approve(login, password, { action: 'maintenance:enter', subject: 'kiosk' }),
    setKiosk: machine.setKiosk,
    onOpening: endVisit,
    onChanged: (state) => send('maintenance:changed', state),
    async onEnded(by, why) {
      await writer.transaction((transaction) =>
        audit.append(transaction, {
          at: clock.now(),
          actor: why === 'staff' ? `staff:${by}` : 'program',
          action: 'maintenance:ended',
          subject: 'kiosk',
          details: { by, why },
        }),
      );
    },
    onBug: (problem) => log.bug('bug:maintenance', problem),
  });
  const supervisor = (): Actor => {
    const state = maintenance.state();
    return state.kind === 'open' ? `staff:${state.by}` : actor();
  };
  const lock = () => (!settings.kiosk ? 'none' : maintenance.isOpen() ? 'open' : 'locked');

  const handlers: Omit<Handlers, ProvisioningCommand> = {
    ...appHandlers({
      describe() {
        operated.notePageDescribed();
        log.info('page:described', { mode, sinceStartMs: machine.sinceStartMs() });
        return describeApp({ version: machine.version, training, settings, market, mode });
      },
      switchMode(next) {
        endVisit();
        mode = next;
      },
    }),
    ...syncHandlers(sync.status),
    ...maintenanceHandlers(maintenance, machine.quit),
    ...fleetHandlers({
      devices: operated.devices,
      wipe: training
        ? null
        : createWiping({
            ...{ reader, writer, audit },
            actor: supervisor,
            shop: settings.shop.id,
            now: clock.now,
            begin: () => machine.wipe(location),
          }),
    }),
    ...auditHandlers(supervision.trail, session, actor),
    ...statusHandlers(supervision.status, actor, printEmpty),
    ...customerHandlers({ ...access, session: { ...session, close: endVisit } }),
    ...customerLinesHandlers({
      ...access,
      lines: createCustomerLines({ reader, writer, audit, market, now: clock.now }),
    }),
    ...staffHandlers(access.staff),
    ...identityHandlers({
      identity: access.identity,
      session,
      isSmsPossible: access.isSmsPossible,
      demoMsisdns: training ? demoNumbers.map(({ msisdn }) => msisdn) : [],
    }),
    ...payerHandlers(customers, session),
    ...ussdHandlers(customers, session, market),
    ...receiptHandlers({ receipts, make: makeReceipt, desk, session, actor }),
    ...handoffHandlers({ ...access, handoffs, desk, printEmpty, session }),
    ...orderHandlers(orders.ordering, session, actor, access.staff.approve),
    ...articleHandlers(createArticleService(reader)),
    ...speechHandlers(createSpeech({ platform: process.platform })),
  };
  const route = createRouter({
    handlers,
    refusalOf: (command) =>
      refusalOf(command, {
        mode,
        training,
        staff: access.staff.member()?.role ?? null,
        isIdentified: session.isIdentified(),
        hasCustomer: session.msisdn() !== null,
        lock: lock(),
      }),
    codeOf: (problem) => (problem instanceof StorageFailure ? 'CACHE_UNAVAILABLE' : null),
    reportBug: (command, problem) => log.bug(`bug:${command}`, problem),
  });
  log.info('start:done', { training, mode, sinceStartMs: machine.sinceStartMs() });
  // Once the page has what it asked for at its start.
  setTimeout(() => warmViews(market), warmAfterMs);

  return {
    ok: true,
    services: {
      route,
      closeCustomer: endVisit,
      async stop() {
        clearInterval(refreshTimer);
        await maintenance.end('quit');
        session.close();
        repairSoon.stop();
        await operated.stop();
        await orders.stop();
        await sync.stop();
        await supervision.stop();
        await access.stop();
        await clock.save();
        operator?.close();
        upstream?.stop();
        await closeCache();
        await operated.keepCacheForRollback();
      },
    },
  };
}
