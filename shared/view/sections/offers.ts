/** What this customer can buy. */
import { displayText } from '../../domain/displayText';
import { fits } from '../../domain/eligibility';
import type { OfferDocument, SubscriberDocument } from '../../domain/feedDocument';
import type { OrderPayer } from '../../domain/order';
import type { OfferView } from '../customerView';
import type { SectionContext } from '../sectionContext';

type Profile = SubscriberDocument['profile'];

/** The offers that the customer's profile is eligible for; of what is not known of a profile, none is refused. */
export function offerViews(
  offers: readonly OfferDocument[],
  profile: Profile,
  context: SectionContext,
): OfferView[] {
  return offers.filter((offer) => isEligible(offer, profile)).map((offer) => offerView(offer, context));
}

function isEligible({ eligible }: OfferDocument, profile: Profile): boolean {
  return fits(profile?.kind, eligible?.kinds) !== 'no' && fits(profile?.plan, eligible?.plans) !== 'no';
}

const longestLabel = 60;

function offerView(offer: OfferDocument, context: SectionContext): OfferView {
  const { formats, texts, language } = context;
  const amountText = formats.amount(offer.price, offer.currency);
  return {
    code: offer.code,
    kind: offer.kind,
    family: offer.family === undefined ? null : displayText(offer.family, longestLabel),
    label:
      displayText(offer.label[language] ?? offer.label.fr, longestLabel) ||
      displayText(offer.code, longestLabel),
    price: { amount: offer.price, unit: offer.currency, text: amountText },
    gives: (offer.gives ?? []).map(({ amount, unit, validHours }) => {
      const given = formats.amount(amount, unit);
      return validHours === undefined ? given : texts.givenFor(given, validityText(validHours, context));
    }),
    payers: (offer.pay ?? []).filter(isKnownPayer),
  };
}

const secondsOfAnHour = 3600;
const hoursOfADay = 24;

/** `24 h`, which is not until midnight; `7 jours` rather than `168 h`. */
function validityText(hours: number, { formats }: SectionContext): string {
  return hours > hoursOfADay && hours % hoursOfADay === 0
    ? formats.days(hours / hoursOfADay)
    : formats.amount(hours * secondsOfAnHour, 's');
}

function isKnownPayer(payer: string): payer is OrderPayer {
  return payer === 'main' || payer === 'orangeMoney';
}
