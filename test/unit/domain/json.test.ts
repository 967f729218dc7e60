import { expect, test } from 'vitest';
import { jsonOf } from '../../../shared/domain/json';

test.each([
  ['{"a":1}', { a: 1 }],
  ['null', null],
  ['\uFEFF[1]', [1]],
  ['', undefined],
  ['{"a":', undefined],
  ['<!doctype html>', undefined],
])('the text %j says %j', (text, value) => {
  expect(jsonOf(text)).toEqual(value);
});
