/** Starts the program: settings, window, services, and their end. */
import { join } from 'node:path';
import { app, clipboard, ipcMain, powerMonitor, safeStorage, utilityProcess } from 'electron';
import { invokeChannel } from '../shared/ipc/channels';
import { argsToStartAgain, readFlags } from './commandLine';
import { startServices, type Services, type Started } from './composition';
import type { CacheLocation } from './db/cache';
import { wipeProfile } from './fleet/wipe';
import { createProvisioningDesk } from './fleet/provisioningDesk';
import { provisioningHandlers } from './ipc/provisioning';
import { createRouter, refuse } from './ipc/router';
import { openLog, type Log } from './log';
import type { Machine } from './machine';
import { openTicketPrinter } from './printer';
import { profileToSetUp, readProfile, stateFolderOf } from './profile';
import { systemSettingsFolder } from './services/settingsFile';
import { isWithoutDisplay, openWindow, prepareWindows, type ComptoirWindow } from './window';

/** What a start that cannot be made sense of ends with, where there is no screen to say so. */
const usageExitCode = 2;

const readArguments = readFlags(process.argv.slice(1));
if (!readArguments.ok) {
  process.stderr.write(`comptoir: expected ${readArguments.expected}\n`);
  process.exit(usageExitCode);
}
const { flags } = readArguments;
const userDataFolder = app.getPath('userData');
let profile = await readProfile(flags, userDataFolder);
if (!profile.ok) {
  process.stderr.write(profile.lines.map((line) => `comptoir: ${line}\n`).join(''));
  if (isWithoutDisplay()) {
    process.exit(usageExitCode);
  }
}
const machine: Omit<Machine, 'restartServices' | 'setKiosk' | 'quit' | 'wipe'> = {
  userDataFolder,
  stateFolder: stateFolderOf(process.platform, process.env, app.getPath('home')),
  logFolder: join(userDataFolder, 'logs'),
  watchedPid: app.isPackaged ? process.pid : null,
  version: app.getVersion(),
  keyStore: safeStorage,
  printer: openTicketPrinter(join(import.meta.dirname, 'renderer')),
  documentsFolder,
  fork: (script) => utilityProcess.fork(join(import.meta.dirname, script), [], { serviceName: script }),
  sinceStartMs,
  idleSeconds: () => powerMonitor.getSystemIdleTime(),
  clearClipboards,
  restart() {
    // Whoever supervises the program starts it again; two would be one too many.
    if (process.env['COMPTOIR_SUPERVISED'] !== '1')
      app.relaunch({ args: argsToStartAgain(process.argv.slice(1)) });
    app.quit();
  },
};

if (app.requestSingleInstanceLock()) {
  prepareWindows();
  void run();
} else {
  app.exit(0);
}

async function run(): Promise<void> {
  let log = openLog(machine.logFolder);
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
    onPageHung: () => log.warn('window:pageHung'),
    onPageGone: () => services?.closeCustomer(),
    onRendererGone(reason) {
      log.warn('window:rendererGone', { reason });
      services?.closeCustomer();
    },
  });
  app.on('child-process-gone', (_event, { type, reason }) => log.warn('process:gone', { type, reason }));
  app.on('second-instance', () => window.focus());

  const begin = async (): Promise<Services['route']> => {
    const started = await start(
      { ...machine, restartServices, wipe, setKiosk: window.setKiosk, quit: () => app.quit() },
      window,
      log,
    );
    if (started.ok) {
      services = started.services;
      return services.route;
    }
    log.warn('start:failed', { code: started.problem.code, path: started.problem.path });
    const desk = started.problem.code === 'NOT_PROVISIONED' ? provisioningDesk() : null;
    return createRouter({
      handlers: {
        'app:startProblem': () => ({ ok: true, value: started.problem }),
        ...(desk !== null && provisioningHandlers(desk, startAsProvisioned)),
      },
      refusalOf: () => null,
      reportBug: (command, problem) => log.bug(`bug:${command}`, problem),
    });
  };
  /** Ends what runs; however that goes, the page is to be answered and the program to end. */
  const end = ({ stop }: Services): Promise<void> => {
    services = null;
    return stop().catch((problem: unknown) => log.bug('bug:stop', problem));
  };
  const restartServices = () => {
    if (services === null) return;
    routing = end(services).then(begin);
    window.reload();
  };
  const wipe = (cache: CacheLocation) => {
    if (services === null) return;
    routing = end(services)
      .then(() =>
        wipeProfile({ profileFolder: userDataFolder, cache, entries: 'ours', evenPendingOrders: false }),
      )
      .then((wiped) => {
        // The one before went with everything else.
        log = openLog(machine.logFolder);
        if (wiped.ok) {
          log.info('device:wiped');
          profile = profileToSetUp(userDataFolder);
          window.setKiosk(false);
        } else {
          log.warn('device:wipeFailed', { code: wiped.error, path: wiped.path });
        }
        return begin();
      });
    window.reload();
  };
  const provisioningDesk = () =>
    createProvisioningDesk({
      target: {
        profileFolder: userDataFolder,
        systemFolder: systemSettingsFolder(process.platform, process.env),
        keyStore: safeStorage,
      },
      given: flags.provision === '' ? null : flags.provision,
      askForFile: window.askForFile,
    });
  const startAsProvisioned = () => {
    routing = readProfile({ ...flags, provision: null }, userDataFolder).then((read) => {
      profile = read;
      window.setKiosk(read.ok && read.profile.settings.kiosk);
      return begin();
    });
    window.reload();
  };
  // The page loads while the services start; what it asks meanwhile waits for them.
  let routing = begin();
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
      void end(services).then(() => app.quit());
    }
  });
}

async function start(withRestart: Machine, window: ComptoirWindow, log: Log): Promise<Started> {
  if (!profile.ok) {
    return { ok: false, problem: profile.problem };
  }
  try {
    return await startServices(profile.profile, withRestart, window.send, log);
  } catch (problem) {
    log.bug('bug:start', problem);
    return { ok: false, problem: { code: 'INTERNAL', path: machine.logFolder } };
  }
}

function documentsFolder(): string {
  const [documents, home] = [app.getPath('documents'), app.getPath('home')];
  // A Linux user without such a folder gets the home folder for one.
  return documents === home ? join(home, 'Documents') : documents;
}

/** The clipboard of selections stands apart in newer Electrons; in older ones the same function takes its name. */
function clearClipboards(): void {
  const either: { readonly selection?: { clear: () => void }; clear: (kind?: string) => void } = clipboard;
  either.clear();
  if (either.selection === undefined) either.clear('selection');
  else either.selection.clear();
}

function sinceStartMs(): number {
  return Math.round(Date.now() - (process.getCreationTime() ?? Date.now()));
}
