/** What the files that people export have in common. */

/** A moment as part of a file's name: `20261125-140302`. */
export function fileTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}

/** Of the file system, and not of the program. */
export function isFileFailure(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
