import { expect, test } from 'vitest';
import { partsOfProblem } from '../../../shared/domain/namedProblems';

test.each([
  ['feed.url: must be an http(s) URL', 'feed.url', 'an http(s) URL'],
  ['shop.id: is missing, must be a text', 'shop.id', 'is missing, must be a text'],
  ['mode: must be one of: agent, selfservice', 'mode', 'one of: agent, selfservice'],
])('%j is shown as a key and what is expected of it', (line, key, expected) => {
  expect(partsOfProblem(line)).toEqual({ key, expected });
});
