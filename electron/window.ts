/** The one window, and the page in it: sandboxed, served from the program's own files, able to go nowhere else. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, protocol, screen, session, type IpcMainInvokeEvent } from 'electron';
import { eventChannel } from '../shared/ipc/channels';
import type { Mode } from '../shared/domain/mode';
import type { EventName, EventPayloads } from '../shared/ipc/contract';
import { confinePage, confineSession, isFromPage, pageScheme, pageUrl, safePageUrl } from './confinement';
import { isKioskEscape } from './kioskKeys';
import { watchPage } from './pageWatch';

/** A page whose process dies this often within this time is left alone for as long. */
const deathsBeforeSafePage = 3;
const deathsCountForMs = 300_000;
const loadedWithinMs = 30_000;

/** What opens a running program to whoever comes by, or takes its page's confinement away. */
const debuggingSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'disable-web-security',
  'load-extension',
  'auto-open-devtools-for-tabs',
];

/** Reference size of the self-service face. */
const portrait = { width: 1080, height: 1920 };

export interface WindowOptions {
  /** Holds `preload.cjs` and `renderer/`. */
  readonly distFolder: string;
  readonly kiosk: boolean;
  readonly mode: Mode;
  readonly onShown: () => void;
  /** The page's process died; the page is loaded anew, or a safe one when it dies too often. */
  readonly onRendererGone: (reason: string) => void;
  /** The page stopped answering; its process is ended for it. */
  readonly onPageHung: () => void;
  /** A page begins anew: whoever was open in the one before is no longer. */
  readonly onPageGone: () => void;
}

export interface ComptoirWindow {
  readonly focus: () => void;
  /** Asks the person for a file of the machine; `null`: none was chosen. */
  readonly askForFile: () => Promise<string | null>;
  /** Begins the page anew. */
  readonly reload: () => void;
  readonly send: <Name extends EventName>(event: Name, payload: EventPayloads[Name]) => void;
  /** Whether a call comes from our page itself, not from a frame in it or from anything else. */
  readonly isSender: (event: IpcMainInvokeEvent) => boolean;
  /** Holds the window full screen and closed to every way out, or lets it be a window. */
  readonly setKiosk: (on: boolean) => void;
}

/** Whether no window can be opened at all. Only Linux can lack a display. */
export function isWithoutDisplay(): boolean {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/** Has to run before Electron is ready. */
export function prepareWindows(): void {
  if (app.isPackaged) {
    // Nobody inspects a shop's customers through a debugger's port.
    for (const name of debuggingSwitches) app.commandLine.removeSwitch(name);
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
  app.commandLine.appendSwitch('disable-pinch');
  app.on('web-contents-created', (_, contents) => confinePage(contents));
}

export function openWindow(options: WindowOptions): ComptoirWindow {
  // Not persisted: Chromium keeps nothing of the page on disk.
  const pageSession = session.fromPartition(pageScheme);
  confineSession(pageSession, join(options.distFolder, 'renderer'));

  const { workAreaSize } = screen.getPrimaryDisplay();
  const inPortrait =
    options.mode === 'selfservice' &&
    workAreaSize.width >= portrait.width &&
    workAreaSize.height >= portrait.height;

  const window = new BrowserWindow({
    ...(inPortrait ? portrait : workAreaSize),
    useContentSize: true,
    show: false,
    backgroundColor: '#ffffff',
    title: 'Comptoir',
    kiosk: options.kiosk,
    webPreferences: {
      session: pageSession,
      preload: join(options.distFolder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: !app.isPackaged,
      spellcheck: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
    },
  });
  window.removeMenu();
  const { webContents } = window;

  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  let kiosk = options.kiosk;
  window.on('close', (event) => {
    if (kiosk && !quitting) {
      event.preventDefault();
    }
  });
  window.on('minimize', () => {
    if (kiosk) {
      window.restore();
    }
  });
  window.on('leave-full-screen', () => {
    if (kiosk) {
      window.setKiosk(true);
    }
  });
  webContents.on('before-input-event', (event, input) => {
    if (kiosk && isKioskEscape(input)) {
      event.preventDefault();
    }
  });

  window.once('ready-to-show', () => {
    if (!options.kiosk && !inPortrait) {
      window.maximize();
    }
    window.show();
    options.onShown();
  });
  webContents.on('did-navigate', () => options.onPageGone());

  const replacePage = (): void => {
    options.onPageHung();
    webContents.forcefullyCrashRenderer();
  };
  let stopWatch: () => void = () => undefined;
  webContents.on('did-start-loading', () => {
    stopWatch();
    // A page answers nothing before it is loaded.
    const timer = setTimeout(replacePage, loadedWithinMs);
    stopWatch = () => clearTimeout(timer);
  });
  webContents.on('did-stop-loading', () => {
    stopWatch();
    stopWatch = watchPage({
      // Somebody who stops the page in the debugger means it; a packed program has none.
      ask: () => (webContents.isDevToolsOpened() ? Promise.resolve() : webContents.executeJavaScript('0')),
      processorMs: () => processorMsOf(webContents.getOSProcessId()),
      onHung: replacePage,
    });
  });
  let deathTimes: readonly number[] = [];
  let endOfSafePage: NodeJS.Timeout | undefined;
  webContents.on('render-process-gone', (_event, { reason }) => {
    stopWatch();
    if (quitting) {
      return;
    }
    options.onRendererGone(reason);
    const now = performance.now();
    deathTimes = [...deathTimes.filter((at) => now - at < deathsCountForMs), now];
    clearTimeout(endOfSafePage);
    if (deathTimes.length < deathsBeforeSafePage) {
      void load(window, pageUrl);
    } else {
      void load(window, safePageUrl);
      endOfSafePage = setTimeout(() => void load(window, pageUrl), deathsCountForMs);
    }
  });
  window.on('closed', () => stopWatch());
  void load(window, pageUrl);

  return {
    focus() {
      if (window.isMinimized()) {
        window.restore();
      }
      window.focus();
    },
    async askForFile() {
      const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'] });
      return filePaths[0] ?? null;
    },
    reload: () => void load(window, pageUrl),
    send(event, payload) {
      if (!window.isDestroyed()) {
        webContents.send(eventChannel, event, JSON.stringify(payload));
      }
    },
    isSender: (event) => isFromPage(event, webContents),
    setKiosk(on) {
      kiosk = on;
      window.setKiosk(on);
    },
  };
}

function processorMsOf(pid: number): number {
  const seconds = app.getAppMetrics().find((process) => process.pid === pid)?.cpu.cumulativeCPUUsage;
  return (seconds ?? 0) * 1_000;
}

async function load(window: BrowserWindow, url: string): Promise<void> {
  try {
    await window.loadURL(url);
  } catch (problem) {
    // A load that the next one overtook, or that quitting cut short.
    if (!window.isDestroyed() && !(problem instanceof Error && problem.message.includes('ERR_ABORTED'))) {
      throw problem;
    }
  }
}
