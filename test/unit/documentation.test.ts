import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const projectFolder = join(import.meta.dirname, '..', '..');

/** Lines of the page that cite a test: its file and its name. */
const cited = [
  ...readFileSync(join(projectFolder, 'docs', 'reliability.md'), 'utf8').matchAll(/`([\w/]+)`: “([^”]+)”/g),
].map(([, file = '', name = '']) => ({ file, name }));

/** The text of the test file that is called so; `null`: there is none. */
function textOf(file: string): string | null {
  const path = ['.test.ts', '.spec.ts']
    .map((end) => join(projectFolder, 'test', file + end))
    .find((each) => existsSync(each));
  return path === undefined ? null : readFileSync(path, 'utf8');
}

describe('the page about reliability', () => {
  it('names only tests that there are', () => {
    expect(cited.length).toBeGreaterThan(60);
    expect(cited.filter(({ file, name }) => textOf(file)?.includes(name) !== true)).toEqual([]);
  });

  it('has every line shown by a test, or says why it is not', () => {
    const lines = readFileSync(join(projectFolder, 'docs', 'reliability.md'), 'utf8')
      .split('\n')
      .filter((line) => /^\| (?!-+|what must hold)/.test(line));
    expect(lines.filter((line) => !line.includes('“') && !line.includes('not here, because'))).toEqual([]);
  });
});
