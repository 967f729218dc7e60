/**
 * Finds a newer version of the program, and lays it ready beside the present one.
 *
 *   manifest ──▶ signature ──▶ strictly newer, not failed here before ──▶ download ──▶ size and hash ──▶ ready
 *
 * Whoever switches verifies all of it again; see packaging/linux/comptoir-switch.
 */
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { UpdateEndpoint } from '../../shared/domain/settings';
import { isNewerVersion, readUpdateManifest } from '../../shared/domain/updateManifest';
import { freeBytesOf } from '../db/cache';
import { writeWholeFile } from '../db/wholeFile';
import { readAccess } from '../net/access';
import { createAgent } from '../net/agent';
import { baseUrlOf } from '../net/baseUrl';
import { boundedRequest } from '../net/boundedRequest';
import { openSignedDocument } from './signedDocument';
import { downloadArtefact, type Downloaded } from './updateDownload';
import type { UpdateFolder } from './updateFolder';

export interface UpdateCheckOptions {
  readonly endpoint: UpdateEndpoint;
  /** The cache's key, which opens a sealed secret. */
  readonly keyHex: string;
  readonly presentVersion: string;
  /** Node's words for platform and architecture, such as `linux-x64`. */
  readonly target: string;
  readonly folder: UpdateFolder;
  /** Versions that did not start here. */
  readonly failedVersions: readonly string[];
  /** When this program started, in epoch milliseconds. */
  readonly startedAt: number;
  readonly signal: AbortSignal;
}

export type UpdateOutcome =
  | { readonly kind: 'ready'; readonly version: string }
  /** It lay ready at this start already, and the switch did not take it: it says why, and looks again at the next. */
  | { readonly kind: 'left'; readonly version: string }
  | { readonly kind: 'upToDate' }
  /** Worth another try. */
  | { readonly kind: 'offline' }
  | {
      readonly kind: 'refused';
      readonly code:
        | 'SECRET_UNREADABLE'
        | 'CA_UNREADABLE'
        | 'NO_MANIFEST'
        | 'NOT_SIGNED'
        | 'WRONG_KEY'
        | 'BAD_SIGNATURE'
        | 'BAD_MANIFEST'
        /** None for this kind of machine. */
        | 'NO_ARTEFACT'
        /** It was tried here and did not start. */
        | 'FAILED_BEFORE'
        | 'DISK_FULL'
        | 'NOT_SERVED'
        | 'BAD_HASH'
        | 'TOO_LARGE';
    };

/** Beside the artefacts. */
const manifestFile = 'comptoir-update.json';
const manifestLimits = { quietMs: null, deadlineMs: 15_000, maxBytes: 65_536 };
/** The artefact, what it unpacks to, and room to work. */
const roomFactor = 4;

/** Looks once, and downloads what is newer. */
export async function checkForUpdate(options: UpdateCheckOptions): Promise<UpdateOutcome> {
  const { endpoint, presentVersion, folder, signal } = options;
  const access = await readAccess(endpoint, options.keyHex);
  if (!access.ok) return refused(access.error);
  const base = baseUrlOf(endpoint.url);
  const agent = createAgent(base, access.trust, { keepAlive: false, maxSockets: 1 });
  const headers = {
    'user-agent': 'Comptoir',
    ...(access.header !== null && { authorization: access.header }),
  };
  const answer = await boundedRequest({
    url: new URL(manifestFile, base),
    headers,
    agent,
    limits: manifestLimits,
    signal,
  });
  if (answer.kind === 'offline' || answer.kind === 'quiet') return { kind: 'offline' };
  if (answer.kind !== 'answer') return refused('NO_MANIFEST');
  if (answer.status >= 500 || answer.status === 429) return { kind: 'offline' };
  if (answer.status !== 200) return refused('NO_MANIFEST');

  const opened = openSignedDocument(answer.body, 'update', endpoint.publicKey);
  if (!opened.ok) return refused(opened.error);
  const read = readUpdateManifest(opened.payload);
  if (!read.ok) return refused('BAD_MANIFEST');
  const { version, artefacts } = read.manifest;
  if (!isNewerVersion(version, presentVersion)) return { kind: 'upToDate' };
  if (options.failedVersions.includes(version)) return refused('FAILED_BEFORE');
  const artefact = artefacts.find(({ target }) => target === options.target);
  if (artefact === undefined) return refused('NO_ARTEFACT');
  const laidAt = await readySince(folder, opened.signed.signature);
  if (laidAt !== null) return { kind: laidAt < options.startedAt ? 'left' : 'ready', version };

  await mkdir(folder.part, { recursive: true, mode: 0o700 });
  if ((await freeBytesOf(folder.part)) < artefact.sizeBytes * roomFactor) return refused('DISK_FULL');
  // By its hash: the parts of one version are not gone on with as another's.
  const file = join(folder.part, artefact.sha256);
  const downloaded = await downloadArtefact({
    url: new URL(artefact.file, base),
    artefact,
    file,
    headers,
    agent,
    signal,
  });
  if (downloaded !== 'whole') return outcomes[downloaded];

  const staging = `${folder.ready}.new`;
  await rm(staging, { recursive: true, force: true });
  await writeWholeFile(join(staging, 'manifest.bin'), opened.signed.bytes);
  await writeWholeFile(join(staging, 'manifest.sig'), opened.signed.signature);
  await rename(file, join(staging, 'artefact'));
  await rm(folder.ready, { recursive: true, force: true });
  await rename(staging, folder.ready);
  await rm(folder.part, { recursive: true, force: true });
  return { kind: 'ready', version };
}

/** In epoch milliseconds; `null`: what is signed so does not lie ready. */
async function readySince(folder: UpdateFolder, signature: Buffer): Promise<number | null> {
  const file = join(folder.ready, 'manifest.sig');
  const there = await readFile(file).catch(() => null);
  return there?.equals(signature) === true ? (await stat(file)).mtimeMs : null;
}

const outcomes: Readonly<Record<Exclude<Downloaded, 'whole'>, UpdateOutcome>> = {
  offline: { kind: 'offline' },
  truncated: { kind: 'offline' },
  refused: refused('NOT_SERVED'),
  badHash: refused('BAD_HASH'),
  tooLarge: refused('TOO_LARGE'),
};

function refused(code: Extract<UpdateOutcome, { kind: 'refused' }>['code']): UpdateOutcome {
  return { kind: 'refused', code };
}
