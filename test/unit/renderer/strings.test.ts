import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resources } from '../../../renderer/strings/translation';

interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** Every text of a tree by its dotted key. */
function textsByKey(tree: TextTree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...textsByKey(value, `${prefix}${key}.`)],
    ),
  );
}

const areas = Object.keys(resources.fr) as (keyof typeof resources.fr)[];
const texts = Object.fromEntries(
  areas.map((area) => [area, { fr: textsByKey(resources.fr[area]), en: textsByKey(resources.en[area]) }]),
);

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('strings'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

const variables = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]!).sort();

describe.each(areas)('the texts of %s', (area) => {
  const { fr, en } = texts[area]!;

  it('exist in French and English alike', () => {
    expect([...en.keys()].sort()).toEqual([...fr.keys()].sort());
  });

  it('are never empty', () => {
    expect([...fr, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('take the same values in both languages', () => {
    expect(
      [...fr].filter(([key, text]) => variables(text).join() !== variables(en.get(key)!).join()),
    ).toEqual([]);
  });

  it('follow the rules of French typography', () => {
    const broken = [...fr.values()].filter((text) => /[ \u00a0][;:?!%»]|« |'|\.\.\./.test(text));
    expect(broken).toEqual([]);
  });

  it('are all used by a screen', () => {
    const sources = sourceFiles('renderer').join('\n');
    const literals = new Set([...sources.matchAll(/['"]([\w.:]+)['"]/g)].map((match) => match[1]!));
    // A key put together from parts, such as `sync.${state}`, uses every key of that shape.
    const patterns = [...sources.matchAll(/`(\w+[.:](?:[\w.]|\$\{[^}]*\})*)`/g)].map(
      (match) => new RegExp(`^${match[1]!.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`),
    );
    const isUsed = (key: string): boolean =>
      literals.has(key) || patterns.some((pattern) => pattern.test(key));
    const plain = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
    const unused = [...fr.keys()].map(plain).filter((key) => !isUsed(key) && !isUsed(`${area}:${key}`));
    expect(unused).toEqual([]);
  });
});
