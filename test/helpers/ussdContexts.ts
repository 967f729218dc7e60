/** Customers in front of #122#, at one moment. */
import type { OfferDocument, SubscriberDocument } from '../../shared/domain/feedDocument';
import type { Language } from '../../shared/domain/language';
import { marketPack, type MarketPack } from '../../shared/domain/market';
import { enterInput, startSession, type UssdContext, type UssdTurn } from '../../shared/ussd/engine';
import { buildCustomerView } from '../../shared/view/buildCustomerView';
import { buildOffer, buildRichSubscriber } from './builders';
import { choicesOf, readPlace } from './ussdWalk';

export const now = Date.parse('2026-11-22T13:00:00Z');
export const offers = [
  buildOffer(),
  buildOffer({
    code: 'OPT-NUIT',
    kind: 'option',
    label: { fr: 'Option Nuit', en: 'Night option' },
    pay: ['main'],
  }),
];

export function contextOf(
  document: SubscriberDocument = buildRichSubscriber(),
  market: MarketPack = marketPack('CI'),
  language: Language = 'fr',
  sold: readonly OfferDocument[] = offers,
): UssdContext {
  const view = buildCustomerView({ document, source: 'cache' }, { market, language, now, offers: sold });
  return { view, market };
}

export const rich = contextOf();

/** Of the choices of a place. */
export function labels(path: string, context = rich) {
  return choicesOf(readPlace(path, context)).map(([, label]) => label);
}

/** What a customer types, one after the other, a second apart. */
export function type(inputs: readonly string[], context = rich): UssdTurn {
  return inputs.reduce(
    (turn, input, index) => enterInput(turn.state, input, context, now + (index + 1) * 1000),
    startSession(context, now),
  );
}
