/** What is wrong with a file that people write: for each key one sentence that names it. */
import type Type from 'typebox';
import { Errors } from 'typebox/value';

/**
 * Each problem is one line that begins with the key, such as `feed.url: must be an http(s) URL`.
 *
 * @param schema each `description` in it completes the sentence "<key>: must be …"
 * @param root what the whole is called
 */
export function namedProblems(schema: Type.TSchema, content: unknown, root: string): readonly string[] {
  const problems = new Set<string>();
  for (const error of Errors(schema, content)) {
    const path = error.instancePath.split('/').slice(1);
    if (error.keyword === 'required') {
      for (const key of error.params.requiredProperties) {
        const missing = [...path, key];
        problems.add(`${missing.join('.')}: is missing, must be ${expectationAt(schema, missing)}`);
      }
    } else if (error.keyword === 'additionalProperties') {
      for (const key of error.params.additionalProperties) {
        problems.add(`${[...path, key].join('.')}: is not a key of the ${root}`);
      }
    } else if (error.keyword !== 'boolean') {
      // 'boolean' repeats at the unknown key itself what additionalProperties has just said.
      problems.add(`${path.join('.') || root}: must be ${expectationAt(schema, path)}`);
    }
  }
  return [...problems];
}

/** A line of `namedProblems` as a page shows it. */
export interface ProblemParts {
  readonly key: string;
  readonly expected: string;
}

export function partsOfProblem(line: string): ProblemParts {
  const colon = line.indexOf(': ');
  return { key: line.slice(0, colon), expected: line.slice(colon + 2).replace(/^must be /, '') };
}

/** What the schema says of the key at `path`, or of the nearest key above it that says anything. */
function expectationAt(root: unknown, path: readonly string[]): string {
  let schema: unknown = root;
  let expectation = 'valid';
  for (const key of ['', ...path]) {
    if (key !== '') schema = property(property(schema, 'properties'), key);
    const description = property(schema, 'description');
    if (typeof description === 'string') expectation = description;
  }
  return expectation;
}

/** The value of an own key of whatever it is; `undefined` where there is none. */
export function property(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null
    ? Object.entries(holder).find(([name]) => name === key)?.[1]
    : undefined;
}
