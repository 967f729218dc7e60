/** The one window, and the page in it: sandboxed, served from the program's own files, able to go nowhere else. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import {
  app,
  BrowserWindow,
  protocol,
  screen,
  session,
  type IpcMainInvokeEvent,
  type Session,
  type WebContents,
} from 'electron';
import { eventChannel } from '../shared/ipc/channels';
import type { Mode } from '../shared/ipc/commands/app';
import type { EventName, EventPayloads } from '../shared/ipc/contract';
import { isKioskEscape } from './kioskKeys';

const scheme = 'comptoir';
const pageUrl = `${scheme}://app/index.html`;
/** Stands in for a page that keeps failing. */
const safePageUrl = `${scheme}://app/safe.html`;
/** A page whose process dies this often within this time is left alone for as long. */
const deathsBeforeSafePage = 3;
const deathsCountForMs = 300_000;

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  // Boosted's stylesheet carries its icons as data URLs.
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

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
  /** A page begins anew: whoever was open in the one before is no longer. */
  readonly onPageGone: () => void;
}

export interface ComptoirWindow {
  readonly focus: () => void;
  readonly send: <Name extends EventName>(event: Name, payload: EventPayloads[Name]) => void;
  /** Whether a call comes from our page itself, not from a frame in it or from anything else. */
  readonly isSender: (event: IpcMainInvokeEvent) => boolean;
}

/** Whether no window can be opened at all. Only Linux can lack a display. */
export function isWithoutDisplay(): boolean {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/** Has to run before Electron is ready. */
export function prepareWindows(): void {
  if (app.isPackaged) {
    // Nobody inspects a shop's customers through a debugger's port.
    app.commandLine.removeSwitch('remote-debugging-port');
    app.commandLine.removeSwitch('remote-debugging-pipe');
  }
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
  app.commandLine.appendSwitch('disable-pinch');
  app.on('web-contents-created', (_, contents) => confine(contents));
}

export function openWindow(options: WindowOptions): ComptoirWindow {
  // Not persisted: Chromium keeps nothing of the page on disk.
  const pageSession = session.fromPartition(scheme);
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
  if (options.kiosk) {
    window.on('close', (event) => {
      if (!quitting) {
        event.preventDefault();
      }
    });
    webContents.on('before-input-event', (event, input) => {
      if (isKioskEscape(input)) {
        event.preventDefault();
      }
    });
  }

  window.once('ready-to-show', () => {
    if (!options.kiosk && !inPortrait) {
      window.maximize();
    }
    window.show();
    options.onShown();
  });
  webContents.on('did-navigate', () => options.onPageGone());
  let deathTimes: readonly number[] = [];
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (quitting) {
      return;
    }
    options.onRendererGone(reason);
    const now = performance.now();
    deathTimes = [...deathTimes.filter((at) => now - at < deathsCountForMs), now];
    if (deathTimes.length < deathsBeforeSafePage) {
      void load(window, pageUrl);
    } else {
      void load(window, safePageUrl);
      setTimeout(() => void load(window, pageUrl), deathsCountForMs);
    }
  });
  webContents.on('unresponsive', () => webContents.forcefullyCrashRenderer());
  void load(window, pageUrl);

  return {
    focus() {
      if (window.isMinimized()) {
        window.restore();
      }
      window.focus();
    },
    send(event, payload) {
      if (!window.isDestroyed()) {
        webContents.send(eventChannel, event, JSON.stringify(payload));
      }
    },
    isSender({ sender, senderFrame }) {
      return (
        sender === webContents &&
        senderFrame !== null &&
        senderFrame === webContents.mainFrame &&
        senderFrame.url === pageUrl
      );
    },
  };
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

function confineSession(pageSession: Session, rendererFolder: string): void {
  pageSession.protocol.handle(scheme, (request) => serve(rendererFolder, request));
  pageSession.webRequest.onBeforeRequest(({ url }, decide) => {
    const own =
      url.startsWith(`${scheme}://app/`) || url.startsWith('data:') || url.startsWith('devtools://');
    decide({ cancel: !own });
  });
  pageSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  pageSession.setPermissionCheckHandler(() => false);
  pageSession.setDevicePermissionHandler(() => false);
  pageSession.on('will-download', (event) => event.preventDefault());
}

/** Holds every page to where it is, whichever way it is asked to go elsewhere. */
function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

async function serve(folder: string, request: Request): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  const file = normalize(join(folder, decodeURIComponent(pathname)));
  const contentType = contentTypes[extname(file)];
  if (request.method !== 'GET' || host !== 'app' || !file.startsWith(folder + sep) || !contentType) {
    return new Response(null, { status: 404 });
  }
  try {
    return new Response(await readFile(file), {
      headers: {
        'content-type': contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    });
  } catch {
    return new Response(null, { status: 404 });
  }
}
