import { expect, test } from 'vitest';
import { firstName } from '../../../../renderer/selfservice/customer/firstName';

test.each([
  ['Aya KOUASSI', 'Aya'],
  ['Marie-Thérèse Aya KOUASSI', 'Marie-Thérèse Aya'],
  ['KOUASSI Aya', 'Aya'],
  ['KOUASSI', 'KOUASSI'],
  ['Aya', 'Aya'],
  ['  Aya   KOUASSI ', 'Aya'],
  ['Éric N’GUESSAN', 'Éric'],
  ['آية كواسي', 'آية'],
])('greets «%s» as «%s»', (name, greeted) => {
  expect(firstName(name)).toBe(greeted);
});

test.each(['', '   '])('greets nobody by an empty name', (name) => {
  expect(firstName(name)).toBeNull();
});
