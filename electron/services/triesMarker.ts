/**
 * A small sealed copy of the failed tries, kept apart from the profile: an older copy of the profile that is put back
 * does not bring tries back, since this one is ahead of it. It holds hashes and counts, no number and no login.
 * Who puts both back, as with an image of the whole disk, is not noticed by anything that lies on that disk.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { jsonOf } from '../../shared/domain/json';
import { StorageFailure } from '../db/connection';
import type { StoredTries } from '../db/tries';
import { writeWholeFile } from '../db/wholeFile';

export interface TriesMarker {
  /** `missing`: not there, or sealed with another key, or not whole. */
  readonly read: () => Promise<StoredTries | 'missing'>;
  /** Resolves when it outlives a power cut; throws {@link StorageFailure}. */
  readonly write: (tries: StoredTries) => Promise<void>;
}

const count = Type.Integer({ minimum: 0 });
const markerSchema = Type.Object({
  change: count,
  tries: Type.Array(Type.Tuple([Type.String(), count, count, count])),
  seal: Type.String(),
});

/** @param keyHex the database's */
export function openTriesMarker(file: string, keyHex: string): TriesMarker {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(keyHex, 'hex'), '', 'comptoir tries marker 1', 32));
  const sealOf = (content: object): Buffer =>
    createHmac('sha256', key).update(JSON.stringify(content)).digest();
  return {
    async read() {
      const stored = jsonOf(await readFile(file, 'utf8').catch(() => ''));
      if (!Check(markerSchema, stored)) return 'missing';
      const { change, tries, seal } = stored;
      const wanted = sealOf({ change, tries });
      const given = Buffer.from(seal, 'hex');
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'missing';
      return {
        change,
        bySubject: new Map(
          tries.map(([subject, failures, waitMs, quietMs]) => [subject, { failures, waitMs, quietMs }]),
        ),
      };
    },
    async write({ change, bySubject }) {
      const tries = [...bySubject].map(([subject, { failures, waitMs, quietMs }]) => [
        subject,
        failures,
        Math.ceil(waitMs),
        Math.floor(quietMs),
      ]);
      const content = { change, tries };
      try {
        await writeWholeFile(file, JSON.stringify({ ...content, seal: sealOf(content).toString('hex') }));
      } catch (error) {
        throw new StorageFailure('NOT_WRITABLE', String(error));
      }
    },
  };
}
