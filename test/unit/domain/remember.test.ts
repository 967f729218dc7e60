import { expect, test } from 'vitest';
import { remember } from '../../../shared/domain/remember';

function counted(limit?: number) {
  const asked: number[] = [];
  const double = remember((key: number) => {
    asked.push(key);
    return key === 0 ? null : key * 2;
  }, limit);
  return { asked, double };
}

test('a question is worked out once, also when the answer is nothing', () => {
  const { asked, double } = counted();
  expect([double(3), double(3), double(0), double(0)]).toEqual([6, 6, null, null]);
  expect(asked).toEqual([3, 0]);
});

test('at the limit everything is forgotten, and still answered rightly', () => {
  const { asked, double } = counted(2);
  expect([1, 2, 3, 1, 3].map(double)).toEqual([2, 4, 6, 2, 6]);
  expect(asked).toEqual([1, 2, 3, 1]);
});
