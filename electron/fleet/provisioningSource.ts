/** Where a provisioning file comes from: a path, on a USB stick for instance, or an address of the shop's network. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createAgent } from '../net/agent';
import { boundedRequest } from '../net/boundedRequest';

export type SourceText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: 'SOURCE_UNREADABLE' | 'SOURCE_OFFLINE' };

/** What a file may take; the largest that makes sense is a tenth of it. */
const maxBytes = 1_048_576;
const deadlineMs = 15_000;

export async function readProvisioningSource(source: string): Promise<SourceText> {
  return /^https?:\/\//i.test(source) ? fetchSource(source) : readSource(source);
}

async function readSource(path: string): Promise<SourceText> {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(maxBytes + 1), 0, maxBytes + 1, 0);
      return bytesRead > maxBytes
        ? { ok: false, error: 'SOURCE_UNREADABLE' }
        : { ok: true, text: buffer.toString('utf8', 0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch {
    return { ok: false, error: 'SOURCE_UNREADABLE' };
  }
}

async function fetchSource(address: string): Promise<SourceText> {
  if (!URL.canParse(address)) return { ok: false, error: 'SOURCE_UNREADABLE' };
  const url = new URL(address);
  const outcome = await boundedRequest({
    url,
    headers: { accept: 'application/json' },
    agent: createAgent(url, null, { keepAlive: false, maxSockets: 1 }),
    limits: { quietMs: null, deadlineMs, maxBytes },
    signal: new AbortController().signal,
  });
  if (outcome.kind === 'offline') return { ok: false, error: 'SOURCE_OFFLINE' };
  return outcome.kind === 'answer' && outcome.status === 200
    ? { ok: true, text: outcome.body }
    : { ok: false, error: 'SOURCE_UNREADABLE' };
}

/** How a file is to be called to be found on a stick. */
const usualFileName = 'comptoir.provisioning';

/** Where Linux puts what is plugged in: `<root>/<user>/<stick>` or `<root>/<stick>`. */
const removableFolders: readonly string[] = ['/media', '/run/media', '/mnt'];

/** The provisioning files on what is plugged in, by their paths. */
export async function findProvisioningFiles(
  folders: readonly string[] = removableFolders,
): Promise<readonly string[]> {
  const sticks = await Promise.all(folders.map(foldersIn));
  const deeper = await Promise.all(sticks.flat().map(foldersIn));
  const candidates = [...sticks.flat(), ...deeper.flat()].map((folder) => join(folder, usualFileName));
  const readable = await Promise.all(
    candidates.map(async (path) => ((await readSource(path)).ok ? [path] : [])),
  );
  return readable.flat();
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
}
