/** Where the page may come from and what it may reach: the program's own files, and nothing else. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Session, WebContents } from 'electron';

export const pageScheme = 'comptoir';
export const pageUrl = `${pageScheme}://app/index.html`;
/** Stands in for a page that keeps failing. */
export const safePageUrl = `${pageScheme}://app/safe.html`;
/** Shown to nobody: what is printed. */
export const ticketUrl = `${pageScheme}://app/ticket.html`;

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
  // What it leaves out is refused: dialogs (the system's for printing among them), new windows, downloads.
  'sandbox allow-scripts allow-same-origin allow-forms',
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

/** The parts of a session that are closed. */
export type ConfinableSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'on'
> & { readonly protocol: Pick<Session['protocol'], 'handle'> } & {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
};

export function confineSession(pageSession: ConfinableSession, rendererFolder: string): void {
  pageSession.protocol.handle(pageScheme, (request) => serve(rendererFolder, request));
  pageSession.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwn(url) }));
  pageSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  pageSession.setPermissionCheckHandler(() => false);
  pageSession.setDevicePermissionHandler(() => false);
  pageSession.on('will-download', (event) => event.preventDefault());
}

/** Holds every page to where it is, whichever way it is asked to go elsewhere. */
export function confinePage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** The parts of a call that tell who makes it. */
export interface Caller<Contents> {
  readonly sender: Contents;
  /** `null` once the frame is gone. */
  readonly senderFrame: { readonly url: string } | null;
}

/** Whether a call comes from our page itself, not from a frame in it, from another page or from one that is gone. */
export function isFromPage<Contents extends { readonly mainFrame: unknown }>(
  { sender, senderFrame }: Caller<Contents>,
  page: Contents,
): boolean {
  return (
    sender === page && senderFrame !== null && senderFrame === page.mainFrame && senderFrame.url === pageUrl
  );
}

function isOwn(url: string): boolean {
  return url.startsWith(`${pageScheme}://app/`) || url.startsWith('data:') || url.startsWith('devtools://');
}

async function serve(folder: string, request: Request): Promise<Response> {
  try {
    const { host, pathname } = new URL(request.url);
    const file = normalize(join(folder, decodeURIComponent(pathname)));
    const contentType = contentTypes[extname(file)];
    if (request.method !== 'GET' || host !== 'app' || !file.startsWith(folder + sep) || !contentType) {
      return new Response(null, { status: 404 });
    }
    return new Response(await readFile(file), {
      headers: {
        'content-type': contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    });
  } catch {
    // No such file, or no address at all, such as one with a lone `%`.
    return new Response(null, { status: 404 });
  }
}
