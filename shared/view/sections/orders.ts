/** The orders of a customer, each in words; the balances beside them stay as the operator last said them. */
import { displayText } from '../../domain/displayText';
import type { OfferDocument } from '../../domain/feedDocument';
import type { Language } from '../../domain/language';
import { formatMaskedMsisdn, formatMsisdn } from '../../domain/msisdn';
import { advanceOrder, isFinal, type Order, type OrderIntent } from '../../domain/order';
import type { OrderView } from '../customerView';
import { momentOf } from '../moment';
import type { WritingContext } from '../sectionContext';
import { orderTexts } from '../texts/orderTexts';

/** Of those that have an end. */
const shownFinished = 10;

/** @param orders the newest first */
export function orderViews(orders: readonly Order[], context: WritingContext): OrderView[] {
  let finished = 0;
  return orders
    .filter(({ progress }) => !isFinal(progress.state) || (finished += 1) <= shownFinished)
    .map((order) => orderView(order, context));
}

/** @param numbers `masked`: a number that was ordered for is somebody's, and not the screen's to show */
export function orderView(
  { id, intent, price, placedAt, since, progress }: Order,
  context: WritingContext,
  numbers: 'whole' | 'masked' = 'whole',
): OrderView {
  const texts = orderTexts[context.language];
  const { state, reason } = progress;
  const amount = price === null ? null : context.formats.amount(price.amount, price.currency);
  return {
    id,
    kind: intent.kind,
    title: orderTitle(intent, context, numbers),
    payment: amount !== null && 'payer' in intent ? `${amount} · ${texts.payers[intent.payer]}` : amount,
    placedAt: momentOf(new Date(placedAt).toISOString(), context),
    since: momentOf(new Date(since).toISOString(), context),
    state,
    stateText: texts.states[state],
    explanation:
      reason !== null
        ? texts.reasons[reason]
        : state === 'rejected' || state === 'cancelled'
          ? texts.withoutReason
          : texts.stateExplanations[state],
    pending: !isFinal(state),
    canBeCancelled: advanceOrder(progress, { kind: 'cancel', reason: 'cancelledByStaff' }) !== null,
    canBeTakenUp: state === 'parked',
  };
}

/** Of an order of a line that is not active: where it stands, and nothing of what it is. */
export function withoutContent(order: OrderView, language: Language): OrderView {
  const { lineNotActive } = orderTexts[language];
  return { ...order, title: lineNotActive, payment: null, explanation: '' };
}

type TitleContext = Pick<WritingContext, 'offers' | 'language' | 'market'>;

export function orderTitle(
  intent: OrderSubject,
  context: TitleContext,
  numbers: 'whole' | 'masked' = 'whole',
): string {
  const { titles } = orderTexts[context.language];
  const written = (msisdn: string) =>
    (numbers === 'whole' ? formatMsisdn : formatMaskedMsisdn)(msisdn, context.market);
  switch (intent.kind) {
    case 'pass':
    case 'option':
      return offerLabel(intent.offer, context);
    case 'optionStop':
      return titles.optionStop(offerLabel(intent.offer, context));
    case 'plan':
      return titles.plan(displayText(intent.plan, longestLabel));
    case 'billPayment':
      return titles.billPayment(displayText(intent.bill, longestLabel));
    case 'preferredNumbers': {
      const { add, remove } = intent;
      if (add !== undefined && remove !== undefined) {
        return titles.replaceNumber(written(remove), written(add));
      }
      return add !== undefined ? titles.addNumber(written(add)) : titles.removeNumber(written(remove ?? ''));
    }
  }
}

/** What an order is about, whoever pays. */
export type OrderSubject = OrderIntent extends infer Intent
  ? Intent extends { readonly payer: unknown }
    ? Omit<Intent, 'payer'>
    : Intent
  : never;

const longestLabel = 60;

function offerLabel(code: string, { offers = [], language }: TitleContext): string {
  const offer: OfferDocument | undefined = offers.find((known) => known.code === code);
  const label = offer === undefined ? '' : displayText(offer.label[language] ?? offer.label.fr, longestLabel);
  return label || displayText(code, longestLabel);
}
