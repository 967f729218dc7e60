/** What an order or a payment does to a line, or why it does nothing. */
import type { Bucket, OfferDocument, SubscriberDocument } from '../../../../shared/domain/feedDocument';
import { coteDIvoire } from '../../../../shared/domain/markets/coteDIvoire';
import { instantText } from '../calendar';
import type { Outcome } from './taskBook';

export type Payer = 'main' | 'orangeMoney';

export type LineChange =
  | { readonly kind: 'buy'; readonly offer: string; readonly payer: Payer }
  | { readonly kind: 'stop'; readonly offer: string }
  | { readonly kind: 'plan'; readonly plan: string }
  | {
      readonly kind: 'preferredNumbers';
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  | {
      readonly kind: 'payBill';
      readonly bill: string;
      readonly amount: number;
      readonly currency: string;
      readonly payer: Payer;
    };

export interface ChangeContext {
  /** Of the order or payment. */
  readonly id: string;
  readonly nowMs: number;
  readonly offer: (code: string) => OfferDocument | null;
  /** How often the plan of this line has changed this month. */
  readonly planChanges: number;
}

export type ChangedLine =
  { readonly ok: true; readonly line: SubscriberDocument } | Extract<Outcome, { readonly ok: false }>;

export function changeLine(
  line: SubscriberDocument,
  change: LineChange,
  context: ChangeContext,
): ChangedLine {
  if (line.status !== 'active' && change.kind !== 'payBill')
    return refused('NOT_ELIGIBLE', 'The line is not active.');
  const changed = changeKind(line, change, context);
  return changed.ok ? { ok: true, line: { ...changed.line, asOf: instantText(context.nowMs) } } : changed;
}

function changeKind(line: SubscriberDocument, change: LineChange, context: ChangeContext): ChangedLine {
  switch (change.kind) {
    case 'buy':
      return buy(line, change, context);
    case 'stop':
      return stop(line, change.offer);
    case 'plan':
      return changePlan(line, change.plan, context);
    case 'preferredNumbers':
      return changePreferredNumbers(line, change.add, change.remove);
    case 'payBill':
      return payBill(line, change, context);
  }
}

const hourMs = 3_600_000;
/** Of an option that does not say. */
const optionHours = 720;

function buy(
  line: SubscriberDocument,
  { offer: code, payer }: Extract<LineChange, { readonly kind: 'buy' }>,
  { id, nowMs, offer: find }: ChangeContext,
): ChangedLine {
  const offer = find(code);
  if (offer === null) return refused('UNKNOWN_OFFER', 'There is no such offer.');
  if (!isEligible(line, offer)) return refused('NOT_ELIGIBLE', 'The offer is not for this line.');
  if (offer.pay !== undefined && !offer.pay.includes(payer)) {
    return refused('NOT_ELIGIBLE', 'The offer cannot be paid so.');
  }
  const options = (line.options ?? []).filter(
    ({ expiresAt }) => expiresAt === undefined || Date.parse(expiresAt) > nowMs,
  );
  if (options.some((option) => option.code === code)) {
    return refused('ALREADY_ACTIVE', 'The option is active already.');
  }
  const paid = pay(line, payer, offer.price, nowMs);
  if (!paid.ok) return paid;
  const gives = offer.gives ?? [];
  const bought = gives.map(({ code: account, amount, unit, reach, validHours }, index): Bucket => ({
    id: `${id}-${index + 1}`,
    code: account,
    ...(reach !== undefined && { reach }),
    amount,
    initial: amount,
    unit,
    validFrom: instantText(nowMs),
    ...(validHours !== undefined && { expiresAt: instantText(nowMs + validHours * hourMs) }),
  }));
  const withBuckets = { ...paid.line, buckets: [...(line.buckets ?? []), ...bought] };
  if (offer.kind === 'pass') return { ok: true, line: withBuckets };
  const option = {
    code,
    label: offer.label.fr,
    activatedAt: instantText(nowMs),
    expiresAt: instantText(nowMs + (gives[0]?.validHours ?? optionHours) * hourMs),
    renews: true,
  };
  return { ok: true, line: { ...withBuckets, options: [...options, option] } };
}

function isEligible({ profile }: SubscriberDocument, { eligible }: OfferDocument): boolean {
  const { kinds, plans } = eligible ?? {};
  const kindFits = kinds === undefined || profile?.kind === undefined || kinds.includes(profile.kind);
  const planFits = plans === undefined || plans.includes('*') || plans.includes(profile?.plan ?? '');
  return kindFits && planFits;
}

function stop(line: SubscriberDocument, code: string): ChangedLine {
  const options = line.options ?? [];
  const left = options.filter((option) => option.code !== code);
  if (left.length === options.length) return refused('NOT_ELIGIBLE', 'The option is not active.');
  return { ok: true, line: { ...line, options: left } };
}

function changePlan(line: SubscriberDocument, plan: string, { planChanges }: ChangeContext): ChangedLine {
  const { names, changesPerMonth } = coteDIvoire.plans;
  if (!names.includes(plan)) return refused('UNKNOWN_OFFER', 'There is no such plan.');
  if (line.profile?.plan === plan) return refused('ALREADY_ACTIVE', 'The line has this plan.');
  if (planChanges >= changesPerMonth) return refused('CHANGE_LIMIT', 'No more changes this month.');
  return { ok: true, line: { ...line, profile: { ...line.profile, plan } } };
}

function changePreferredNumbers(
  line: SubscriberDocument,
  add: readonly string[],
  remove: readonly string[],
): ChangedLine {
  const { max: usualMax, changesPerMonth } = coteDIvoire.preferredNumbers;
  const { max = usualMax, numbers, changesLeft = changesPerMonth } = line.favourites ?? { numbers: [] };
  if (changesLeft === 0) return refused('CHANGE_LIMIT', 'No more changes this month.');
  if (add.some((number) => numbers.includes(number))) {
    return refused('ALREADY_ACTIVE', 'The number is a preferred number already.');
  }
  const kept = numbers.filter((number) => !remove.includes(number));
  const isWrong =
    add.includes(line.msisdn) ||
    remove.some((number) => !numbers.includes(number)) ||
    kept.length + add.length > max;
  if (isWrong) return refused('NOT_ELIGIBLE', 'These numbers cannot be preferred numbers of this line.');
  return {
    ok: true,
    line: { ...line, favourites: { max, numbers: [...kept, ...add], changesLeft: changesLeft - 1 } },
  };
}

function payBill(
  line: SubscriberDocument,
  change: Extract<LineChange, { readonly kind: 'payBill' }>,
  { nowMs }: ChangeContext,
): ChangedLine {
  const bills = line.bills ?? [];
  const bill = bills.find(({ id }) => id === change.bill);
  if (bill === undefined) return refused('UNKNOWN_BILL', 'There is no such bill.');
  if (bill.status === 'paid') return refused('ALREADY_PAID', 'The bill is paid.');
  if (bill.amount !== change.amount || bill.currency !== change.currency)
    return refused('AMOUNT_MISMATCH', 'The bill is for another amount.');
  const paid = pay(line, change.payer, bill.amount, nowMs);
  if (!paid.ok) return paid;
  const after = bills.map((other) => (other === bill ? { ...bill, status: 'paid' } : other));
  return { ok: true, line: { ...paid.line, bills: after } };
}

function pay(line: SubscriberDocument, payer: Payer, price: number, nowMs: number): ChangedLine {
  const { main, orangeMoney } = line;
  if (payer === 'main') {
    const isOver = main.expiresAt !== undefined && Date.parse(main.expiresAt) <= nowMs;
    if (isOver || main.amount < price)
      return refused('INSUFFICIENT_BALANCE', 'Not enough on the main account.');
    return { ok: true, line: { ...line, main: { ...main, amount: main.amount - price } } };
  }
  const amount = orangeMoney?.amount ?? 0;
  if (orangeMoney?.status !== 'active') return refused('NOT_ELIGIBLE', 'Orange Money is not active.');
  if (amount < price) return refused('INSUFFICIENT_BALANCE', 'Not enough on the Orange Money account.');
  return { ok: true, line: { ...line, orangeMoney: { ...orangeMoney, amount: amount - price } } };
}

function refused(reason: string, text: string): Extract<ChangedLine, { readonly ok: false }> {
  return { ok: false, reason, text };
}
