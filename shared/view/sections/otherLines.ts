/** Numbers that belong to the customer in some way: the preferred ones, and the other contracts. */
import type { SubscriberDocument } from '../../domain/feedDocument';
import { formatMsisdn } from '../../domain/msisdn';
import { sectionPath } from '../../ussd/paths';
import type { NumberView, PreferredNumbersView } from '../customerView';
import type { SectionContext } from '../sectionContext';

export function preferredNumbersView(
  favourites: NonNullable<SubscriberDocument['favourites']>,
  context: SectionContext,
): PreferredNumbersView {
  return {
    max: favourites.max ?? context.market.preferredNumbers.max,
    numbers: numberViews(favourites.numbers, context),
    changesLeft: favourites.changesLeft ?? null,
    ussdPath: sectionPath('preferredNumbers', context.market),
  };
}

/** Each number once. */
export function numberViews(msisdns: readonly string[], { market }: SectionContext): NumberView[] {
  return [...new Set(msisdns)].map((msisdn) => ({ msisdn, text: formatMsisdn(msisdn, market) }));
}
