import { StorageFailure } from '../db/connection';

/** Turns what the disk refuses into an answer; everything else that is thrown is a bug and goes on. */
export async function unlessUnavailable<Found>(
  work: () => Promise<Found>,
): Promise<Found | { readonly ok: false; readonly error: 'CACHE_UNAVAILABLE' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageFailure) return { ok: false, error: 'CACHE_UNAVAILABLE' };
    throw error;
  }
}
