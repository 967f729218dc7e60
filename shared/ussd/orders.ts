/** The places of the menu where something is ordered. Nothing is done here: a confirmed order is an intent. */
import { formatMsisdn, parseMsisdn } from '../domain/msisdn';
import type { OrderIntent, OrderPayer } from '../domain/order';
import type { OfferView } from '../view/customerView';
import { writableLabel } from './gsm0338';
import { choice, information, menu, type Scope, type UssdNode } from './node';

/** Each account that pays keeps its digit where the other cannot pay. */
const payerKeys: Readonly<Record<OrderPayer, number>> = { main: 1, orangeMoney: 2 };

/** As many as have a digit of their own: the numbers above steer. */
const maxChoices = 97;

export function optionsNode(title: string, scope: Scope): UssdNode {
  const { activeOptions, subscribeOption } = scope.texts;
  return menu(title, [
    choice(1, activeOptions, () => activeOptionsNode(activeOptions, scope)),
    choice(2, subscribeOption, () => offersNode(subscribeOption, 'option', scope)),
  ]);
}

export function passesNode(title: string, scope: Scope): UssdNode {
  return offersNode(title, 'pass', scope);
}

function activeOptionsNode(title: string, { view, texts }: Scope): UssdNode {
  if (view.options === null) return information(title, [[texts.notKnown]], null);
  const active = view.options.filter(({ expired }) => !expired);
  if (active.length === 0) return information(title, [[texts.nothingNow]], null);
  const paragraphs = active.map(({ code, label, expiresAt, renews }) => [
    writableLabel(label, code),
    ...(expiresAt === null ? [] : [texts.until(expiresAt.date)]),
    ...(renews === true ? [texts.renews] : []),
  ]);
  return information(title, paragraphs, null);
}

function offersNode(title: string, kind: OfferView['kind'], scope: Scope): UssdNode {
  const offers = scope.view.offers.filter((offer) => offer.kind === kind).slice(0, maxChoices);
  if (offers.length === 0) return information(title, [[scope.texts.nothingNow]], null);
  return menu(
    title,
    offers.map((offer, index) => {
      const label = writableLabel(offer.label, offer.code);
      return choice(index + 1, label, () => offerNode(label, offer, scope));
    }),
  );
}

function offerNode(title: string, offer: OfferView, scope: Scope): UssdNode {
  const { view, texts } = scope;
  const price = texts.pair(texts.price, offer.price.text);
  const facts = [price, ...offer.gives.map((given) => texts.pair(texts.gives, given))];
  if (offer.payers.length === 0) return information(title, [facts], null);
  const payerLabels: Readonly<Record<OrderPayer, string>> = {
    main: view.main.label,
    orangeMoney: 'Orange Money',
  };
  const choices = [...new Set(offer.payers)]
    .toSorted((a, b) => payerKeys[a] - payerKeys[b])
    .map((payer) =>
      choice(payerKeys[payer], payerLabels[payer], () =>
        confirmNode(
          title,
          [price, payerLabels[payer]],
          { kind: offer.kind, offer: offer.code, payer },
          scope,
        ),
      ),
    );
  return menu(title, choices, [facts, [texts.chooseHowToPay]]);
}

export function preferredNumbersNode(title: string, scope: Scope): UssdNode {
  const { view, texts } = scope;
  const { preferredNumbers } = view;
  if (preferredNumbers === null) return information(title, [[texts.notKnown]], null);

  const { max, numbers, changesLeft } = preferredNumbers;
  const allowance = changesLeft === null ? [] : [texts.changesLeft(changesLeft)];
  if (changesLeft === 0) return information(title, [numbers.map(({ text }) => text), allowance], null);

  const replacing = numbers
    .slice(0, maxChoices - 1)
    .map(({ msisdn, text }, index) =>
      choice(index + 1, texts.replaceNumber(text), () =>
        newNumberNode(texts.replaceNumber(text), msisdn, scope),
      ),
    );
  const adding = choice(replacing.length + 1, texts.addNumber, () =>
    newNumberNode(texts.addNumber, null, scope),
  );
  return menu(title, numbers.length < max ? [...replacing, adding] : replacing, [allowance]);
}

/** Asks for a number that is neither the customer's own nor preferred already. */
function newNumberNode(title: string, replaced: string | null, scope: Scope): UssdNode {
  const { view, market, texts } = scope;
  return {
    kind: 'question',
    title,
    paragraphs: [[texts.enterNumber]],
    asOf: null,
    answer: (input) => {
      const number = parseMsisdn(input, market);
      if (!number.ok || number.msisdn === view.msisdn) return null;
      if (view.preferredNumbers?.numbers.some(({ msisdn }) => msisdn === number.msisdn)) return null;
      return confirmNode(
        formatMsisdn(number.msisdn, market),
        [title],
        {
          kind: 'preferredNumbers',
          add: number.msisdn,
          ...(replaced !== null && { remove: replaced }),
        },
        scope,
      );
    },
  };
}

function confirmNode(
  title: string,
  facts: readonly string[],
  intent: OrderIntent,
  { texts }: Scope,
): UssdNode {
  const paragraphs = [facts, [texts.confirmed]];
  const confirm = choice(1, texts.confirm, () => ({ kind: 'order', title, paragraphs, asOf: null, intent }));
  return menu(title, [confirm], [facts]);
}
