import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import type { Agent } from 'node:http';
import { dirname } from 'node:path';
import type { UpdateManifest } from '../../shared/domain/updateManifest';
import { boundedRequest } from '../net/boundedRequest';

export type UpdateArtefact = UpdateManifest['artefacts'][number];

export interface ArtefactDownload {
  readonly url: URL;
  readonly artefact: UpdateArtefact;
  /** Where it goes; what is there already is gone on with. */
  readonly file: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly agent: Agent;
  readonly signal: AbortSignal;
}

export type Downloaded = 'whole' | 'offline' | 'refused' | 'truncated' | 'badHash' | 'tooLarge';

/** A hundred megabytes over a shop's link take their time; what came is kept for the next try. */
const deadlineMs = 3_600_000;

/** Ends with the whole artefact in `file`, or with a reason; what is not what the manifest says is removed. */
export async function downloadArtefact(download: ArtefactDownload): Promise<Downloaded> {
  const { url, artefact, file, headers, agent, signal } = download;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const had = await sizeOf(file);
  const from = had < artefact.sizeBytes ? had : 0;
  if (had !== artefact.sizeBytes) {
    const outcome = await fetchFrom(from);
    if (outcome !== null) return outcome;
  }
  if ((await sizeOf(file)) < artefact.sizeBytes) return 'truncated';
  if ((await sha256Of(file)) === artefact.sha256) return 'whole';
  await rm(file, { force: true });
  return 'badHash';

  async function fetchFrom(start: number): Promise<Downloaded | null> {
    const handle = await open(file, start === 0 ? 'w' : 'r+', 0o600);
    let position: number | null = null;
    try {
      const outcome = await boundedRequest({
        url,
        headers: { ...headers, ...(start > 0 && { range: `bytes=${start}-` }) },
        agent,
        limits: { quietMs: null, deadlineMs, maxBytes: artefact.sizeBytes },
        signal,
        async take(chunk, status) {
          if (status !== 200 && status !== 206) return;
          // A server that knows no ranges sends it all again.
          position ??= status === 206 ? start : 0;
          await handle.write(chunk, 0, chunk.length, position);
          position += chunk.length;
        },
      });
      await handle.sync();
      if (outcome.kind === 'tooLarge') {
        await rm(file, { force: true });
        return 'tooLarge';
      }
      if (outcome.kind !== 'answer') return 'offline';
      if (outcome.status !== 200 && outcome.status !== 206) {
        return outcome.status >= 500 || outcome.status === 429 ? 'offline' : 'refused';
      }
      return null;
    } finally {
      await handle.close();
    }
  }
}

function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) {
    if (Buffer.isBuffer(chunk)) hash.update(chunk);
  }
  return hash.digest('hex');
}
