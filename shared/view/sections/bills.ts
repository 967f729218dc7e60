import { parseCalendarDay } from '../../domain/calendar';
import { displayText } from '../../domain/displayText';
import type { SubscriberDocument } from '../../domain/feedDocument';
import type { BillView } from '../customerView';
import { figureOf } from '../figure';
import { dayOrNull } from '../moment';
import type { SectionContext } from '../sectionContext';

type Bill = NonNullable<SubscriberDocument['bills']>[number];

const longestText = 40;

/** The newest first; those without a date last. */
export function billViews(bills: readonly Bill[], context: SectionContext): BillView[] {
  return bills
    .map((bill) => billView(bill, context))
    .toSorted((a, b) => (b.issuedAt?.on ?? '').localeCompare(a.issuedAt?.on ?? ''));
}

function billView(bill: Bill, context: SectionContext): BillView {
  const status = displayText(bill.status, longestText);
  return {
    id: bill.id,
    label: displayText(bill.id, longestText),
    issuedAt: dayOrNull(bill.issuedAt, context),
    dueAt: bill.status === 'paid' ? null : dayOrNull(bill.dueAt, context),
    amount: figureOf(bill.amount, bill.currency, context),
    status,
    statusLabel: context.texts.billStatuses.get(status) ?? status,
    overdue: isOverdue(bill, context),
  };
}

/** Said by the operator, or worked out: the feed may be days older than the due date. */
function isOverdue({ status, dueAt, amount }: Bill, { today }: SectionContext): boolean {
  if (status === 'paid' || amount <= 0) return false;
  return status === 'overdue' || (dueAt !== undefined && parseCalendarDay(dueAt) < today);
}
