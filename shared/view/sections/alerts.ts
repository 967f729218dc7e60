/** What the customer should be told unasked: sentences over the figures of the other sections, the gravest first. */
import type {
  AccountView,
  AlertAction,
  AlertKind,
  AlertView,
  AllowanceView,
  BillView,
  MainAccountView,
  Moment,
  OrderView,
} from '../customerView';
import { lastUsableDay } from '../moment';
import type { SectionContext } from '../sectionContext';

export interface AlertSources {
  readonly main: MainAccountView;
  /** Whether the line lives on its main account: a postpaid one does not, and is not told to top it up. */
  readonly paidFromMain: boolean;
  readonly allowances: readonly AllowanceView[];
  /** The usable accounts that expire, soonest first. */
  readonly expiring: readonly AccountView[];
  readonly bills: readonly BillView[];
  readonly orders: readonly OrderView[];
}

export function alertViews(sources: AlertSources, context: SectionContext): AlertView[] {
  const alerts = [
    ...sources.allowances.flatMap((allowance, index) => allowanceAlert(allowance, index, context)),
    ...sources.expiring.flatMap((account) => expiryAlert(account, context)),
    ...(sources.paidFromMain ? mainAccountAlert(sources.main, context) : []),
    ...sources.bills.flatMap((bill, index) => billAlert(bill, index, context)),
    ...sources.orders.flatMap((order) => orderAlert(order, context)),
  ];
  return alerts.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

const severities: readonly AlertView['severity'][] = ['critical', 'warning', 'info'];

const severityOf: Readonly<Record<AlertKind, AlertView['severity']>> = {
  allowanceReached: 'critical',
  mainExpired: 'critical',
  billOverdue: 'critical',
  allowanceWarning: 'warning',
  expiresTonight: 'warning',
  mainExpiresSoon: 'warning',
  lowBalance: 'warning',
  orderRejected: 'warning',
  orderParked: 'warning',
  expiresSoon: 'info',
};

const actionOf: Readonly<Record<AlertKind, AlertAction>> = {
  allowanceReached: 'passes',
  allowanceWarning: 'passes',
  expiresTonight: 'bonus',
  expiresSoon: 'bonus',
  mainExpired: 'topUp',
  mainExpiresSoon: 'topUp',
  lowBalance: 'topUp',
  billOverdue: 'bills',
  orderRejected: 'orders',
  orderParked: 'orders',
};

/** @param subject tells apart two alerts of one kind */
function alert(kind: AlertKind, subject: string, text: string, { texts }: SectionContext): AlertView {
  const target = actionOf[kind];
  return {
    id: `${kind}:${subject}`,
    kind,
    severity: severityOf[kind],
    text,
    action: { target, label: texts.alertActions[target] },
  };
}

function allowanceAlert(
  { label, used, limit, percent, level }: AllowanceView,
  index: number,
  context: SectionContext,
): AlertView[] {
  const { texts, formats } = context;
  switch (level) {
    case 'normal':
      return [];
    case 'warning': {
      const text = texts.alerts.allowanceWarning(label, formats.percent(percent), used.text, limit.text);
      return [alert('allowanceWarning', String(index), text, context)];
    }
    case 'reached': {
      const text = texts.alerts.allowanceReached(label, used.text, limit.text);
      return [alert('allowanceReached', String(index), text, context)];
    }
  }
}

function expiryAlert({ id, title, figure, expiresAt }: AccountView, context: SectionContext): AlertView[] {
  if (expiresAt === null || figure.withheld) return [];
  const days = daysUntilExpiry(expiresAt, context);
  if (days > context.market.expiry.soonDays) return [];
  const text = context.texts.alerts.bonusExpires(title, expiresAt.relative, figure.text);
  return [alert(days <= 0 ? 'expiresTonight' : 'expiresSoon', id, text, context)];
}

/** At most one: an account that has expired is not also called low. */
function mainAccountAlert(
  { figure, expiresAt, expired }: MainAccountView,
  context: SectionContext,
): AlertView[] {
  const { market, texts } = context;
  if (expiresAt !== null && expired) {
    return [alert('mainExpired', 'main', texts.alerts.mainExpired(expiresAt.date), context)];
  }
  if (expiresAt !== null && daysUntilExpiry(expiresAt, context) <= market.expiry.mainSoonDays) {
    const text = texts.alerts.mainExpiresSoon(expiresAt.relative, expiresAt.date);
    return [alert('mainExpiresSoon', 'main', text, context)];
  }
  const isLow =
    figure.amount !== null && figure.unit === market.currency && figure.amount < market.lowBalance.amount;
  return isLow ? [alert('lowBalance', 'main', texts.alerts.lowBalance(figure.text), context)] : [];
}

function billAlert(
  { label, amount, dueAt, overdue }: BillView,
  index: number,
  context: SectionContext,
): AlertView[] {
  if (!overdue || amount.withheld) return [];
  const text = context.texts.alerts.billOverdue(label, amount.text, dueAt?.date ?? null);
  return [alert('billOverdue', String(index), text, context)];
}

/** So long an order that was rejected is news to a customer who comes again. */
const rejectionNewsDays = 7;

function orderAlert(
  { id, title, state, explanation, since }: OrderView,
  context: SectionContext,
): AlertView[] {
  const { orderParked, orderRejected } = context.texts.alerts;
  if (state === 'parked') return [alert('orderParked', id, orderParked(title), context)];
  const isNews = context.now - Date.parse(since.at) < rejectionNewsDays * dayMs;
  if (state !== 'rejected' || !isNews) return [];
  return [alert('orderRejected', id, orderRejected(title, explanation), context)];
}

const dayMs = 86_400_000;

function daysUntilExpiry(expiresAt: Moment, context: SectionContext): number {
  return lastUsableDay(Date.parse(expiresAt.at), context) - context.today;
}
