import type { FullCustomerView, OfferView } from '../../../shared/view/customerView';

/** What the line can have: an option that is in force cannot be had once more. */
export function offersOnSale({
  options,
  offers,
}: Pick<FullCustomerView, 'options' | 'offers'>): readonly OfferView[] {
  const active = new Set(options?.filter(({ expired }) => !expired).map(({ code }) => code));
  return offers.filter(({ kind, code }) => kind !== 'option' || !active.has(code));
}
