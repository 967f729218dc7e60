/** TMF678 Customer Bill Management. */
import type { SubscriberDocument } from '../../../../shared/domain/feedDocument';
import type { Route } from '../router';
import type { Directory } from './directory';
import { billingAccountOf } from './products';
import { badRequest, listReply, livePath, tmfApi, type Resource } from './tmf';

const api = tmfApi('bills');
const path = `${livePath}/tmf-api/customerBillManagement/v4/customerBill`;

export function billRoutes(directory: Directory): readonly Route[] {
  return [
    {
      api,
      method: 'GET',
      path,
      answer: ({ query }) => {
        const customer = query.get('relatedParty.id');
        const account = /^BA-(\d+)$/.exec(query.get('billingAccount.id') ?? '')?.[1];
        if (customer === null && account === undefined) {
          return badRequest('relatedParty.id or billingAccount.id must name whose bills');
        }
        const line = account === undefined ? null : directory.line(account);
        const lines = account === undefined ? directory.linesOf(customer ?? '') : line === null ? [] : [line];
        return listReply(lines.flatMap(billsOf), query);
      },
    },
  ];
}

type Bill = NonNullable<SubscriberDocument['bills']>[number];

function billsOf(line: SubscriberDocument): Resource[] {
  const { customer, bills = [] } = line;
  return bills.map((bill: Bill): Resource => {
    const { id, issuedAt, dueAt, amount, currency, status } = bill;
    const settled = status === 'paid';
    return {
      id,
      href: `${path}/${encodeURIComponent(id)}`,
      '@type': 'CustomerBill',
      billNo: id,
      category: 'normal',
      runType: 'onCycle',
      state: settled ? 'settled' : 'sent',
      ...(issuedAt !== undefined && { billDate: `${issuedAt}T00:00:00Z` }),
      ...(dueAt !== undefined && { paymentDueDate: `${dueAt}T00:00:00Z` }),
      amountDue: { unit: currency, value: amount },
      remainingAmount: { unit: currency, value: settled ? 0 : amount },
      taxIncludedAmount: { unit: currency, value: amount },
      billingAccount: billingAccountOf(line),
      ...(customer?.id !== undefined && {
        relatedParty: [{ id: customer.id, role: 'customer', '@referredType': 'Individual' }],
      }),
    };
  });
}
