/** The bonus accounts in their categories and headings. */
import { otherHeading, type CatalogueCategory, type CatalogueHeading } from '../../domain/bonusCatalogue';
import { unitKind, type UnitKind } from '../../domain/unit';
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
  const days = Array.from({ length: market.expiry.horizonDays + 1 }, (_, ahead) => ({
    day: dayOf(today + ahead, context),
    accounts: [] as ExpiryDayView['accounts'][number][],
  }));
  for (const { view, place, expiresAt } of expiring) {
    days[lastUsableDay(expiresAt, context) - today]?.accounts.push({
      id: view.id,
      category: place.category.code,
    });
  }
  return days;
}

/** @param accounts those of the category, the soonest to expire first */
function categoryView(
  category: CatalogueCategory,
  accounts: readonly PlacedAccount[],
  usage: ShownSection<'usage'> | null,
  context: SectionContext,
): CategoryView {
  const usable = accounts.filter(({ view }) => view.state === 'usable');
  const byHeading = groupedBy(
    accounts.filter(({ view }) => view.state !== 'expired'),
    ({ place }) => place.heading.code,
  );
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
    headings: [...category.headings, otherHeading(category, context.market.catalogue)].flatMap((heading) => {
      const own = byHeading.get(heading.code);
      return own === undefined ? [] : headingView(heading, own, context);
    }),
    expired: expired.map(({ view }) => view),
    ussdPath: sectionPath(category.code, context.market),
  };
}

/** @param own its accounts, the soonest to expire first */
function headingView(
  heading: CatalogueHeading,
  own: readonly PlacedAccount[],
  context: SectionContext,
): HeadingView {
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
  return [...groupedBy(figures, ({ unit }) => unit).values()]
    .map((ofUnit) => totalOf(ofUnit, context))
    .toSorted((a, b) => kindOrder.indexOf(unitKind(a.unit)) - kindOrder.indexOf(unitKind(b.unit)));
}

/** In the order in which the first of each came. */
function groupedBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly [Item, ...Item[]]> {
  const groups = new Map<Key, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
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
