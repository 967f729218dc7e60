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

/** A source file, with the areas whose texts it names without a prefix: none where it hands keys on to others. */
interface Source {
  readonly text: string;
  readonly areas: ReadonlySet<string>;
}

const namingArea =
  /useTranslation\(\[?(?:'(\w+)')?|getFixedT\(\w+, '(\w+)'|TFunction<\[?'(\w+)'|ParseKeys<\[?'(\w+)'/g;

function sourcesIn(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('strings'))
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      // Of several areas, the first one needs no prefix; where none is given, it is the common one.
      const named = [...text.matchAll(namingArea)].map((match) => match.slice(1).find(Boolean) ?? 'common');
      return { text, areas: new Set(named) };
    });
}

/** What a file says of keys: whole ones, and patterns of those that it puts together, such as `sync.${state}`. */
function keysIn(text: string): { readonly whole: ReadonlySet<string>; readonly patterns: readonly RegExp[] } {
  return {
    whole: new Set([...text.matchAll(/['"]([\w.:]+)['"]/g)].map((match) => match[1]!)),
    patterns: [...text.matchAll(/`(\w+[.:](?:[\w.]|\$\{[^}]*\})*)`/g)].map(
      (match) => new RegExp(`^${match[1]!.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`),
    ),
  };
}

const sources = sourcesIn('renderer').map(({ text, areas }) => ({ areas, keys: keysIn(text) }));

/** A key without its area's name counts for the areas that the file names alone. */
function isUsed(area: string, key: string): boolean {
  return sources.some(({ areas: named, keys }) => {
    const says = (name: string) =>
      keys.whole.has(name) || keys.patterns.some((pattern) => pattern.test(name));
    return says(`${area}:${key}`) || ((named.size === 0 || named.has(area)) && says(key));
  });
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
    const plain = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
    expect([...fr.keys()].map(plain).filter((key) => !isUsed(area, key))).toEqual([]);
  });
});
