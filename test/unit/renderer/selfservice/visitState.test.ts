import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextVisitState, visitStart, type VisitState } from '../../../../renderer/selfservice/visitState';

function typing(typed: string): string {
  const { entry }: VisitState = nextVisitState(visitStart, { type: 'type', typed });
  return entry.name === 'number' ? entry.typed : '';
}

test('a visit begins at the welcome and goes on to an empty number', () => {
  expect(visitStart.entry).toEqual({ name: 'welcome' });
  expect(nextVisitState(visitStart, { type: 'start' }).entry).toEqual({ name: 'number', typed: '' });
});

test.each([
  ['07 00 00 00 01', '0700000001'],
  ['+225 07 00 00 00 01', '+2250700000001'],
  ['07-00+00', '070000'],
  ['abc', ''],
])('of «%s» only what can be dialled is kept: «%s»', (input, kept) => {
  expect(typing(input)).toBe(kept);
});

test('whatever is typed stays digits behind at most one plus sign, and short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (input) => {
      expect(typing(input)).toMatch(/^\+?\d{0,18}$/);
      expect(typing(input).length).toBeLessThanOrEqual(18);
    }),
  );
});

test('a page opens without forgetting what was typed, so that a change of language keeps both', () => {
  const typed = nextVisitState(visitStart, { type: 'type', typed: '0700' });
  const opened = nextVisitState(typed, { type: 'open', page: { name: 'category', code: 'internet' } });
  expect(opened).toEqual({
    entry: { name: 'number', typed: '0700' },
    page: { name: 'category', code: 'internet' },
    own: null,
  });
});

test('whoever shows who they are begins at home, wherever the one before them was', () => {
  const opened = nextVisitState(visitStart, { type: 'open', page: { name: 'receipt', order: null } });
  expect(nextVisitState(opened, { type: 'proven', own: '2250700000002' })).toMatchObject({
    page: { name: 'home' },
    own: '2250700000002',
  });
});
