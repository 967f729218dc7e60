/** TMF678 Customer Bill Management: `customerBill` → bills. */
import Type from 'typebox';
import { isoCalendarDay, localDay } from '../../../shared/domain/calendar';
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import type { MarketPack } from '../../../shared/domain/market';
import { referenceSchema } from './names';
import { moneyOf, moneySchema } from './quantity';
import { dayOf, momentSchema } from './time';

export const billFields = [
  'id',
  'billNo',
  'billDate',
  'paymentDueDate',
  'amountDue',
  'remainingAmount',
  'taxIncludedAmount',
  'state',
  'billingAccount',
  'relatedParty',
];

export const billSchema = Type.Object({
  id: Type.Optional(Type.String({ maxLength: 200 })),
  billNo: Type.Optional(Type.String({ maxLength: 200 })),
  billDate: momentSchema,
  paymentDueDate: momentSchema,
  amountDue: Type.Optional(moneySchema),
  remainingAmount: Type.Optional(moneySchema),
  taxIncludedAmount: Type.Optional(moneySchema),
  state: Type.Optional(Type.String({ maxLength: 100 })),
  billingAccount: Type.Optional(referenceSchema),
  relatedParty: Type.Optional(Type.Array(referenceSchema, { maxItems: 1000 })),
});

type TmfBill = Type.Static<typeof billSchema>;
type Bill = NonNullable<SubscriberDocument['bills']>[number];

/** Whose bills: the line's own account where it has one, else all of the customer's. */
export type Billed = { readonly account: string } | { readonly customer: string };

export function billQuery(billed: Billed): Readonly<Record<string, string>> {
  return 'account' in billed
    ? { 'billingAccount.id': billed.account }
    : { 'relatedParty.id': billed.customer };
}

/** A server that does not filter would answer with other people's bills. */
export function isBillOf(billed: Billed, { billingAccount, relatedParty = [] }: TmfBill): boolean {
  if ('account' in billed) return (billingAccount?.id ?? billed.account) === billed.account;
  return relatedParty.length === 0 || relatedParty.some(({ id }) => id === billed.customer);
}

/** `null`: without a number or an amount there is nothing to show. @param at of the answer, epoch milliseconds */
export function billOf(bill: TmfBill, at: number, market: MarketPack): Bill | null {
  const id = bill.id ?? bill.billNo;
  const settled = bill.state === 'settled';
  const amounts = settled
    ? [bill.taxIncludedAmount, bill.amountDue]
    : [bill.remainingAmount, bill.amountDue, bill.taxIncludedAmount];
  const amount = amounts.map((money) => moneyOf(money, market)).find((money) => money !== null);
  if (id === undefined || amount === undefined) return null;
  const issuedAt = dayOf(bill.billDate, market);
  const dueAt = dayOf(bill.paymentDueDate, market);
  const today = isoCalendarDay(localDay(at, market.timeZone));
  return {
    id,
    ...(issuedAt !== undefined && { issuedAt }),
    ...(dueAt !== undefined && { dueAt }),
    amount: amount.amount,
    currency: amount.unit,
    status: settled ? 'paid' : dueAt !== undefined && dueAt < today ? 'overdue' : 'due',
  };
}
