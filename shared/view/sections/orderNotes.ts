/** What a customer should know of before an order: what is active already, and what it changes. */
import { parseCalendarDay } from '../../domain/calendar';
import { placeInCatalogue, reachOf } from '../../domain/bonusCatalogue';
import { displayText } from '../../domain/displayText';
import type { OfferDocument } from '../../domain/feedDocument';
import { isFinal, type OrderIntent } from '../../domain/order';
import type { AccountView } from '../customerView';
import { dayOrNull, endOrNull } from '../moment';
import type { SectionContext } from '../sectionContext';
import type { ShownSections } from '../shownSections';
import { orderTexts } from '../texts/orderTexts';
import { placedAccount } from './account';

/** @param offer what is bought */
export function orderNotes(
  intent: OrderIntent,
  offer: OfferDocument | null,
  sections: ShownSections,
  context: SectionContext,
): readonly string[] {
  const { notes } = orderTexts[context.language];
  const { market, today } = context;
  switch (intent.kind) {
    case 'pass':
    case 'option':
      return sameAccounts(offer, sections).map(({ title, figure, expiresAt }) =>
        notes.alreadyHas(title, figure.text, expiresAt?.date ?? null),
      );
    case 'optionStop': {
      const option = sections.options?.value.find(({ code }) => code === intent.offer);
      const end = endOrNull(option?.expiresAt, context);
      return end === null || end.past ? [] : [notes.runsUntil(end.date)];
    }
    case 'plan': {
      const plan = sections.profile?.value.plan;
      const present = plan === undefined ? [] : [notes.presentPlan(displayText(plan, longestPlan))];
      return [...present, notes.planChanges(market.plans.changesPerMonth)];
    }
    case 'preferredNumbers': {
      const left = sections.favourites?.value.changesLeft;
      const after = left === undefined ? -1 : left - changesWaiting(context) - 1;
      return after < 0 ? [] : [notes.changesLeftAfter(after)];
    }
    case 'billPayment': {
      const bill = sections.bills?.value.find(({ id }) => id === intent.bill);
      const due = dayOrNull(bill?.dueAt, context);
      if (due === null || bill?.status === 'paid') return [];
      return [parseCalendarDay(due.on) < today ? notes.billOverdue(due.date) : notes.billDue(due.date)];
    }
  }
}

const longestPlan = 60;

/** What waits takes its change first. */
function changesWaiting({ orders = [] }: SectionContext): number {
  return orders.filter(
    ({ intent, progress }) => intent.kind === 'preferredNumbers' && !isFinal(progress.state),
  ).length;
}

/** What is still usable of the accounts that the offer fills. */
function sameAccounts(offer: OfferDocument | null, { buckets }: ShownSections): readonly AccountView[] {
  if (offer === null || buckets === null) return [];
  const { context, value } = buckets;
  const filled = (offer.gives ?? []).map((given) => {
    const place = placeInCatalogue(given, context.market);
    return { code: place.account?.code ?? given.code, unit: given.unit, reach: reachOf(given, place) };
  });
  return value
    .map((bucket) => placedAccount(bucket, bucket.id, context).view)
    .filter(
      ({ code, state, figure, reach }) =>
        state === 'usable' &&
        figure.amount !== null &&
        figure.amount > 0 &&
        filled.some((given) => given.code === code && given.unit === figure.unit && given.reach === reach),
    );
}
