/**
 * What is printed of a customer's view: the same amounts, dates and words, and nothing that the view does not hold.
 * No name, and of the number only its ends: a ticket is lost more easily than a telephone.
 */
import type { Language } from '../domain/language';
import type { Order } from '../domain/order';
import { certifiableAmount, type ReceiptKind } from '../domain/receiptCode';
import { encodeDigits } from '../domain/typedCode';
import type {
  AccountView,
  AllowanceView,
  CategoryView,
  CustomerView,
  FullCustomerView,
  Moment,
  OrderView,
  Source,
} from './customerView';

export interface ReceiptAccount {
  readonly label: string;
  readonly amount: string;
  /** The part of `amount` that the operator holds and that cannot be spent. */
  readonly reserved: string | null;
  /** `Vers Orange, de 0 h à 5 h`. */
  readonly conditions: string | null;
  /** `31/12/2026`: from when on it can be used, where that is still to come. */
  readonly from: string | null;
  readonly until: string | null;
}

export interface ReceiptGroup {
  readonly label: string;
  /** One per unit. */
  readonly totals: readonly string[];
  readonly accounts: readonly ReceiptAccount[];
}

export interface ReceiptAllowance {
  readonly label: string;
  readonly used: string;
  readonly limit: string;
}

/** What every receipt says. */
export interface ReceiptBase {
  readonly language: Language;
  readonly shopName: string;
  /** When it was made: `25/11/2026 à 14 h 05`. */
  readonly madeAt: string;
  readonly numberMasked: string;
  /** The device that made it. */
  readonly device: string;
  /** In groups. */
  readonly code: string;
  /** Whether another machine of the shop can verify the code. */
  readonly verifiedBy: 'shop' | 'thisMachine';
}

/** What was seen. */
export interface ViewReceipt extends ReceiptBase {
  readonly kind: 'view';
  /** As of when the figures are, and where from. */
  readonly asOf: string;
  readonly source: Source;
  readonly main: {
    readonly label: string;
    readonly amount: string;
    readonly expiresOn: string | null;
    readonly expired: boolean;
  };
  readonly groups: readonly ReceiptGroup[];
  readonly allowances: readonly ReceiptAllowance[];
}

/** What was ordered, and how far it had come. */
export interface OrderReceipt extends ReceiptBase {
  readonly kind: 'order';
  /** `Pass Internet Jour`. */
  readonly title: string;
  /** `250 F CFA · Compte principal`; `null` where nothing is paid. */
  readonly payment: string | null;
  readonly placedAt: string;
  /** `En attente d’envoi`. */
  readonly stateText: string;
  readonly explanation: string;
  /** The end of the order's id: three Crockford digits. */
  readonly reference: string;
}

export type Receipt = ViewReceipt | OrderReceipt;

/** A ticket that takes its bearer to the counter; of whom, only the code says, and without one nothing does. */
export interface CounterTicket {
  readonly kind: 'counter';
  readonly language: Language;
  readonly shopName: string;
  readonly madeAt: string;
  /** Of a hand-off, in groups. */
  readonly code: string | null;
  /** `14 h 10`. */
  readonly until: string | null;
}

/** What a receipt printer can be given. */
export type Ticket = Receipt | CounterTicket;

type Made = 'shopName' | 'madeAt' | 'device' | 'code' | 'verifiedBy';

export type ReceiptContent = Omit<ViewReceipt, Made>;

export type OrderReceiptContent = Omit<OrderReceipt, Made>;

/** What a code can certify of a receipt. */
export interface Certified {
  readonly kind: ReceiptKind;
  readonly numberEnd: string;
  /** Minor units of the market's currency. */
  readonly amount: number | null;
  /** The end of an order's id: three Crockford digits; `000` where there is no order. */
  readonly reference: string;
}

/** The content of a receipt of what the view shows now. */
export function receiptContentOf(view: CustomerView): ReceiptContent {
  const { main } = view;
  return {
    kind: 'view',
    language: view.language,
    numberMasked: view.msisdnMasked,
    asOf: view.asOf.dateTime,
    source: view.source,
    main: {
      label: main.label,
      amount: main.figure.text,
      expiresOn: main.expiresAt?.date ?? null,
      expired: main.expired,
    },
    groups: view.restricted ? [] : groupsOf(view),
    allowances: view.restricted ? [] : allowancesOf(view),
  };
}

/** @param currency the market's: an amount in another is not certified */
export function certifiedOf({ msisdn, main }: CustomerView, currency: string): Certified {
  return {
    kind: 'view',
    numberEnd: msisdn.slice(-2),
    amount: main.figure.unit === currency ? certifiableAmount(main.figure.amount) : null,
    reference: '000',
  };
}

/** @param view of the order, in which other people's numbers are masked @param numberMasked the customer's */
export function orderReceiptContentOf(
  { title, payment, placedAt, stateText, explanation, id }: OrderView,
  language: Language,
  numberMasked: string,
): OrderReceiptContent {
  return {
    kind: 'order',
    language,
    numberMasked,
    title,
    payment,
    placedAt: placedAt.dateTime,
    stateText,
    explanation,
    reference: orderReference(id),
  };
}

export function certifiedOfOrder({ id, msisdn, price }: Order, currency: string): Certified {
  return {
    kind: 'order',
    numberEnd: msisdn.slice(-2),
    amount: price?.currency === currency ? certifiableAmount(price.amount) : null,
    reference: orderReference(id),
  };
}

/** @param id UUID, whose end is random */
function orderReference(id: string): string {
  return encodeDigits(BigInt(`0x${id.slice(-4)}`) & 0x7fffn, 3);
}

/** Categories that hold something which has not expired. */
function groupsOf({ bonus }: FullCustomerView): ReceiptGroup[] {
  return (bonus ?? []).flatMap((category: CategoryView) => {
    const accounts = category.headings.flatMap((heading) =>
      heading.accounts.map((account) => accountOf(account, heading.label)),
    );
    return accounts.length === 0
      ? []
      : [{ label: category.label, totals: category.totals.map(({ text }) => text), accounts }];
  });
}

function accountOf(account: AccountView, heading: string): ReceiptAccount {
  const { label, figure, reserved, reachLabel, window, validFrom, expiresAt, state } = account;
  const conditions = [reachLabel, window].filter((text) => text !== null);
  return {
    label: label === heading ? label : `${heading} › ${label}`,
    amount: figure.text,
    reserved: reserved?.text ?? null,
    conditions: conditions.length === 0 ? null : conditions.join(', '),
    from: state === 'notYetValid' ? dateOf(validFrom) : null,
    until: dateOf(expiresAt),
  };
}

function allowancesOf({ consumption }: FullCustomerView): ReceiptAllowance[] {
  if (consumption === null) return [];
  return [...consumption.mobile.allowances, ...consumption.internet.allowances].map(
    ({ label, used, limit }: AllowanceView) => ({ label, used: used.text, limit: limit.text }),
  );
}

function dateOf(moment: Moment | null): string | null {
  return moment?.date ?? null;
}
