import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Which traces stand in which files below `folder`, in either encoding. */
export function findTraces(folder: string, wanted: readonly string[]): readonly string[] {
  const patterns = wanted.flatMap((trace) => [
    { trace, bytes: Buffer.from(trace, 'utf8') },
    { trace, bytes: Buffer.from(trace, 'utf16le') },
  ]);
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true)
    .flatMap((name) => {
      const content = readFileSync(join(folder, name));
      return patterns.filter(({ bytes }) => content.includes(bytes)).map(({ trace }) => `${name}: ${trace}`);
    });
}
