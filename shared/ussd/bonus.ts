/** The bonus categories in #122#: headings and accounts of the market's catalogue, with the customer's balances. */
import type {
  CatalogueAccount,
  CatalogueCategory,
  CatalogueHeading,
  CategoryCode,
} from '../domain/bonusCatalogue';
import type { MarketPack } from '../domain/market';
import type { AccountView } from '../view/customerView';
import { writableLabel } from './gsm0338';
import { asOfLine, choice, information, menu, type Scope, type UssdChoice, type UssdNode } from './node';
import type { UssdTexts } from './texts';

/** A menu that names a category which the market's catalogue lacks is a mistake in the market pack. */
export function categoryOf(code: CategoryCode, market: MarketPack): CatalogueCategory {
  const category = market.catalogue.categories.find((candidate) => candidate.code === code);
  if (category === undefined) throw new Error(`The menu names a category without catalogue: ${code}`);
  return category;
}

/**
 * The headings stand in the catalogue's order, filled or not, so that each keeps its digit; behind them, when there
 * are any, what the catalogue does not know and what has expired.
 */
export function categoryNode(category: CatalogueCategory, scope: Scope): UssdNode {
  const { view, market, texts } = scope;
  const title = category.label[view.language];
  const shown = view.bonus?.find(({ code }) => code === category.code);
  if (shown === undefined) return information(title, [[texts.notKnown]], null);

  const accounts = shown.headings.flatMap((heading) => heading.accounts);
  const known = new Set(category.headings.flatMap((heading) => heading.accounts.map(({ code }) => code)));
  const others = accounts.filter(({ code }) => !known.has(code));
  const choices = category.headings.map((heading, index) =>
    choice(index + 1, heading.label[view.language], () => headingNode(heading, accounts, scope)),
  );
  const further = (place: number, label: string, found: readonly AccountView[]): readonly UssdChoice[] =>
    found.length === 0
      ? []
      : [choice(category.headings.length + place, label, () => accountsNode(label, found, true, scope))];

  const totals = shown.totals.map(({ text }) => texts.pair(texts.total, text));
  const reserved = shown.reserved.map(({ text }) => texts.pair(texts.reserved, text));
  const figures = [...totals, ...reserved];
  return menu(
    title,
    [
      ...choices,
      ...further(1, market.catalogue.otherLabel[view.language], others),
      ...further(2, texts.expired, shown.expired),
    ],
    [figures],
    figures.length === 0 ? null : asOfLine(view, texts),
  );
}

/** A heading that is itself the account shows its balances at once. */
function headingNode(heading: CatalogueHeading, accounts: readonly AccountView[], scope: Scope): UssdNode {
  const { language } = scope.view;
  const open = (account: CatalogueAccount) => {
    const own = accounts.filter(({ code }) => code === account.code);
    return own.length === 0
      ? emptyAccountNode(account, scope)
      : accountsNode(account.label[language], own, false, scope);
  };
  const [first, ...more] = heading.accounts;
  if (first?.code === heading.code && more.length === 0) return open(first);
  return menu(
    heading.label[language],
    heading.accounts.map((account, index) => choice(index + 1, account.label[language], () => open(account))),
  );
}

/** Says what the account would be for. */
function emptyAccountNode({ label, purpose }: CatalogueAccount, { view, texts }: Scope): UssdNode {
  return information(label[view.language], [[texts.nothingNow], [purpose[view.language]]], null);
}

function accountsNode(
  title: string,
  accounts: readonly AccountView[],
  withLabels: boolean,
  { view, texts }: Scope,
): UssdNode {
  const paragraphs = accounts.map((account) => [
    ...(withLabels ? [writableLabel(account.label, account.code)] : []),
    ...accountLines(account, texts),
  ]);
  return information(title, paragraphs, asOfLine(view, texts));
}

function accountLines(account: AccountView, texts: UssdTexts): readonly string[] {
  const conditions = [account.reachLabel, account.window].filter((text) => text !== null);
  return [
    [account.figure.text, ...validity(account, texts)].join(' '),
    ...(conditions.length === 0 ? [] : [conditions.join(', ')]),
    ...(account.reserved === null ? [] : [texts.ofWhichReserved(account.reserved.text)]),
  ];
}

function validity({ state, validFrom, expiresAt }: AccountView, texts: UssdTexts): readonly string[] {
  const from = state === 'notYetValid' && validFrom !== null ? [texts.from(validFrom.date)] : [];
  if (expiresAt === null) return from;
  return [...from, state === 'expired' ? texts.expiredOn(expiresAt.date) : texts.until(expiresAt.date)];
}
