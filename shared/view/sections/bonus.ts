/** The bonus accounts in their categories and headings. */
import { otherHeading, type CatalogueCategory, type CatalogueHeading } from '../../domain/bonusCatalogue';
import { unitKind, type Unit, type UnitKind } from '../../domain/unit';
import { sectionPath } from '../../ussd/paths';
import type { AccountView, CategoryView, ExpiryDayView, Figure, HeadingView } from '../customerView';
import { totalOf } from '../figure';
import { dayOf, lastUsableDay } from '../moment';
import type { SectionContext } from '../sectionContext';
import type { ShownSection } from '../shownSections';
import { placedAccount, type PlacedAccount } from './account';
import { internetForecast } from './forecasts';

export interface BonusView {
  readonly categories: readonly CategoryView[];
  /** Across the categories, soonest first, within the market's horizon. */
  readonly nextToExpire: readonly AccountView[];
  readonly expiryDays: readonly ExpiryDayView[];
}

export function bonusView(
  { value: buckets, context }: ShownSection<'buckets'>,
  usage: ShownSection<'usage'> | null,
): BonusView {
  const idOf = distinctIds();
  const accounts = buckets
    .map((bucket) => placedAccount(bucket, idOf(bucket.id), context))
    .toSorted(bySoonestExpiry);
  const expiring = accounts.filter(isToBeLost).filter(({ expiresAt }) => isWithinHorizon(expiresAt, context));
  return {
    categories: context.market.catalogue.categories.map((category) =>
      categoryView(
        category,
        accounts.filter(({ place }) => place.category === category),
        usage,
        context,
      ),
    ),
    nextToExpire: expiring.map(({ view }) => view),
    expiryDays: expiryDays(expiring, context),
  };
}

function expiryDays(expiring: readonly PlacedAccount[], context: SectionContext): ExpiryDayView[] {
  const { market, today } = context;
  const lastDays = expiring.map(({ expiresAt }) => lastUsableDay(expiresAt, context));
  return Array.from({ length: market.expiry.horizonDays + 1 }, (_, ahead) => ({
    day: dayOf(today + ahead, context),
    accounts: expiring
      .filter((_account, place) => lastDays[place] === today + ahead)
      .map(({ view, place }) => ({ id: view.id, category: place.category.code })),
  }));
}

/** @param accounts those of the category, the soonest to expire first */
function categoryView(
  category: CatalogueCategory,
  accounts: readonly PlacedAccount[],
  usage: ShownSection<'usage'> | null,
  context: SectionContext,
): CategoryView {
  const usable = accounts.filter(({ view }) => view.state === 'usable');
  const notExpired = accounts.filter(({ view }) => view.state !== 'expired');
  const expired = accounts.filter(({ view }) => view.state === 'expired').toReversed();
  return {
    code: category.code,
    label: category.label[context.language],
    purpose: category.purpose[context.language],
    totals: totalsByUnit(
      usable.map(({ spendable }) => spendable),
      context,
    ),
    reserved: totalsByUnit(
      usable.flatMap(({ view }) => view.reserved ?? []),
      context,
    ),
    nextToExpire: usable.find(isToBeLost)?.view ?? null,
    forecast: category.code === 'internet' ? internetForecast(usable, usage, context) : null,
    headings: [...category.headings, otherHeading(category, context.market.catalogue)]
      .map((heading) => headingView(heading, notExpired, context))
      .filter((heading) => heading.accounts.length > 0),
    expired: expired.map(({ view }) => view),
    ussdPath: sectionPath(category.code, context.market),
  };
}

function headingView(
  heading: CatalogueHeading,
  accounts: readonly PlacedAccount[],
  context: SectionContext,
): HeadingView {
  const own = accounts.filter(({ place }) => place.heading.code === heading.code);
  const rank = ({ place }: PlacedAccount) =>
    place.account === null ? 0 : heading.accounts.indexOf(place.account);
  return {
    code: heading.code,
    label: heading.label[context.language],
    accounts: own.toSorted((a, b) => rank(a) - rank(b)).map(({ view }) => view),
  };
}

const kindOrder: readonly UnitKind[] = ['money', 'time', 'messages', 'volume'];

function totalsByUnit(figures: readonly Figure[], context: SectionContext): Figure[] {
  const byUnit = new Map<Unit, [Figure, ...Figure[]]>();
  for (const figure of figures) {
    const ofUnit = byUnit.get(figure.unit);
    if (ofUnit === undefined) byUnit.set(figure.unit, [figure]);
    else ofUnit.push(figure);
  }
  return [...byUnit.values()]
    .map((ofUnit) => totalOf(ofUnit, context))
    .toSorted((a, b) => kindOrder.indexOf(unitKind(a.unit)) - kindOrder.indexOf(unitKind(b.unit)));
}

function bySoonestExpiry(a: PlacedAccount, b: PlacedAccount): number {
  // Two that never expire are equal; their difference would be no number.
  return a.expiresAt === b.expiresAt ? 0 : a.expiresAt - b.expiresAt;
}

/** Whether something goes lost when the account expires; an amount that is withheld may. */
function isToBeLost({ view }: PlacedAccount): boolean {
  return view.state === 'usable' && view.expiresAt !== null && view.figure.amount !== 0;
}

/** @param expiresAt epoch milliseconds */
function isWithinHorizon(expiresAt: number, context: SectionContext): boolean {
  const { market, today } = context;
  return lastUsableDay(expiresAt, context) - today <= market.expiry.horizonDays;
}

/** Gives the n-th of a repeated id a number: two balances under one id are still two balances. */
function distinctIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    let candidate = id;
    while (seen.has(candidate)) {
      const count = (seen.get(id) ?? 1) + 1;
      seen.set(id, count);
      candidate = `${id}#${count}`;
    }
    seen.set(candidate, 1);
    return candidate;
  };
}
