import { expect, test } from 'vitest';
import { needsApproval, type ApprovalRule } from '../../../shared/domain/orderSettings';

const pass = { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' } as const;
const price = (amount: number) => ({ amount, currency: 'XOF' });

test.each<[string, ApprovalRule, number | null, boolean]>([
  ['its kind is named', { kinds: ['pass'], aboveAmount: null }, null, true],
  ['it costs more than the amount', { kinds: [], aboveAmount: 1000 }, 1001, true],
  ['it costs the amount', { kinds: [], aboveAmount: 1000 }, 1000, false],
  ['it costs nothing', { kinds: ['plan'], aboveAmount: 1000 }, null, false],
  ['no amount is named', { kinds: ['plan'], aboveAmount: null }, 9_999_999, false],
])('when %s, whether a supervisor has to agree is decided by the rule', (_, rule, amount, needed) => {
  expect(needsApproval(rule, pass, amount === null ? null : price(amount))).toBe(needed);
});
