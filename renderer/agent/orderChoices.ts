/** What can be ordered for a customer, as rows to choose from. */
import type { MarketPack } from '../../shared/domain/market';
import type { OrderWish } from '../../shared/domain/orderWish';
import type { FullCustomerView } from '../../shared/view/customerView';
import { isToPay } from '../billsToPay';

export type OrderSubject = 'passes' | 'options' | 'plan' | 'numbers' | 'bills';

/** A row; what it is called is made of texts of the screen's language by whoever shows it. */
export interface OrderChoice {
  readonly id: string;
  readonly name: { readonly kind: 'plain' | 'stop' | 'add' | 'replace' | 'remove'; readonly text: string };
  readonly figure: string | null;
  readonly detail: { readonly kind: 'plain' | 'due' | 'present'; readonly text: string } | null;
  /** `typeNumber`: a number has to be typed first; `null`: only to be seen. */
  readonly leads: OrderWish | { readonly kind: 'typeNumber'; readonly replaces: string | null } | null;
}

export function orderChoices(
  subject: OrderSubject,
  view: FullCustomerView,
  market: MarketPack,
): readonly OrderChoice[] {
  switch (subject) {
    case 'passes':
      return offerChoices('pass', view);
    case 'options':
      return [...stopChoices(view), ...offerChoices('option', view)];
    case 'plan':
      return market.plans.names.map((plan) => {
        const isPresent = plan === view.profile?.plan;
        return {
          id: plan,
          name: { kind: 'plain', text: plan },
          figure: null,
          detail: isPresent ? { kind: 'present', text: '' } : null,
          leads: isPresent ? null : { kind: 'plan', plan },
        };
      });
    case 'numbers':
      return numberChoices(view);
    case 'bills':
      return (view.bills ?? []).filter(isToPay).map(({ id, label, amount, dueAt }) => ({
        id,
        name: { kind: 'plain', text: label },
        figure: amount.text,
        detail: dueAt === null ? null : { kind: 'due', text: dueAt.date },
        leads: { kind: 'billPayment', bill: id },
      }));
  }
}

function offerChoices(
  kind: 'pass' | 'option',
  { offers, options }: FullCustomerView,
): readonly OrderChoice[] {
  const active = new Set(options?.filter(({ expired }) => !expired).map(({ code }) => code));
  return (
    offers
      .filter((offer) => offer.kind === kind && !(kind === 'option' && active.has(offer.code)))
      // What is alike together, the cheapest first.
      .toSorted((a, b) => (a.family ?? '').localeCompare(b.family ?? '') || a.price.amount - b.price.amount)
      .map(({ code, label, price, gives }) => ({
        id: code,
        name: { kind: 'plain', text: label },
        figure: price.text,
        detail: gives.length === 0 ? null : { kind: 'plain', text: gives.join(' · ') },
        leads: { kind, offer: code },
      }))
  );
}

function stopChoices({ options }: FullCustomerView): readonly OrderChoice[] {
  return (options ?? [])
    .filter(({ expired }) => !expired)
    .map(({ code, label }) => ({
      id: `stop ${code}`,
      name: { kind: 'stop', text: label },
      figure: null,
      detail: null,
      leads: { kind: 'optionStop', offer: code },
    }));
}

function numberChoices({ preferredNumbers }: FullCustomerView): readonly OrderChoice[] {
  if (preferredNumbers === null) return [];
  const { numbers, max } = preferredNumbers;
  const isRoom = numbers.length < max;
  const row = (
    kind: 'add' | 'replace' | 'remove',
    text: string,
    leads: OrderChoice['leads'],
  ): OrderChoice => ({ id: `${kind} ${text}`, name: { kind, text }, figure: null, detail: null, leads });
  return [
    ...(isRoom ? [row('add', '', { kind: 'typeNumber', replaces: null })] : []),
    ...numbers.map(({ msisdn, text }) => row('replace', text, { kind: 'typeNumber', replaces: msisdn })),
    ...numbers.map(({ msisdn, text }) => row('remove', text, { kind: 'preferredNumbers', remove: msisdn })),
  ];
}
