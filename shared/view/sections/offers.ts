/** What this customer can buy. */
import { displayText } from '../../domain/displayText';
import { fits } from '../../domain/eligibility';
import type { OfferDocument, SubscriberDocument } from '../../domain/feedDocument';
import type { OrderPayer } from '../../domain/order';
import type { OfferView } from '../customerView';
import type { SectionContext } from '../sectionContext';

/** What of a customer decides which offers they are shown, and how they can pay for them. */
export interface Buyer {
  readonly profile: SubscriberDocument['profile'];
  readonly hasOrangeMoney: boolean;
}

/** The offers that the customer's profile is eligible for; of what is not known of a profile, none is refused. */
export function offerViews(
  offers: readonly OfferDocument[],
  buyer: Buyer,
  context: SectionContext,
): OfferView[] {
  return offers.filter((offer) => isEligible(offer, buyer)).map((offer) => offerView(offer, buyer, context));
}

function isEligible({ eligible }: OfferDocument, { profile }: Buyer): boolean {
  return fits(profile?.kind, eligible?.kinds) !== 'no' && fits(profile?.plan, eligible?.plans) !== 'no';
}

const longestLabel = 60;

function offerView(offer: OfferDocument, buyer: Buyer, context: SectionContext): OfferView {
  const { formats, language } = context;
  const amountText = formats.amount(offer.price, offer.currency);
  return {
    code: offer.code,
    kind: offer.kind,
    family: offer.family === undefined ? null : displayText(offer.family, longestLabel),
    label:
      displayText(offer.label[language] ?? offer.label.fr, longestLabel) ||
      displayText(offer.code, longestLabel),
    price: { amount: offer.price, unit: offer.currency, text: amountText },
    gives: givenTexts(offer, context),
    payers: payersOf(offer.pay, buyer),
  };
}

export function givenTexts({ gives = [] }: OfferDocument, context: SectionContext): string[] {
  const { formats, texts } = context;
  return gives.map(({ amount, unit, validHours }) => {
    const given = formats.amount(amount, unit);
    return validHours === undefined ? given : texts.givenFor(given, validityText(validHours, context));
  });
}

/**
 * The main account first.
 * @param accepted absent where nobody says who may pay: then it is whatever account the customer has
 */
export function payersOf(
  accepted: readonly string[] | undefined,
  { hasOrangeMoney }: Pick<Buyer, 'hasOrangeMoney'>,
): OrderPayer[] {
  return orderPayers.filter((payer) => accepted?.includes(payer) ?? (payer === 'main' || hasOrangeMoney));
}

const orderPayers: readonly OrderPayer[] = ['main', 'orangeMoney'];

const secondsOfAnHour = 3600;
const hoursOfADay = 24;

/** `24 h`, which is not until midnight; `7 jours` rather than `168 h`. */
function validityText(hours: number, { formats }: SectionContext): string {
  return hours > hoursOfADay && hours % hoursOfADay === 0
    ? formats.days(hours / hoursOfADay)
    : formats.amount(hours * secondsOfAnHour, 's');
}
