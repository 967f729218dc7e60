/** The #122# menu of one customer: the sections of the market pack, filled from the customer's view. */
import type { MarketPack } from '../domain/market';
import type { MenuEntry, ServiceSection } from '../domain/menu';
import type { CustomerView, MainAccountView } from '../view/customerView';
import { categoryNode, categoryOf } from './bonus';
import { asOfLine, choice, information, menu, type Scope, type UssdChoice, type UssdNode } from './node';
import { optionsNode, passesNode, preferredNumbersNode } from './orders';
import { consumptionNode, helpNode, orangeMoneyNode, profileNode } from './services';
import { ussdTexts, type UssdTexts } from './texts';

/** The first place of the menu; a line that is not active has no other. */
export function rootNode(view: CustomerView, market: MarketPack): UssdNode {
  const texts = ussdTexts[view.language];
  if (view.restricted) {
    const paragraphs = [mainLines(view.main, texts), [view.advice]];
    return { kind: 'end', title: view.main.label, paragraphs, asOf: asOfLine(view, texts) };
  }
  const scope: Scope = { view, market, texts };
  return menu(
    `Orange ${market.serviceCodes.consumption}`,
    market.ussd.menu.map((entry, index) => sectionChoice(index + 1, entry, scope)),
  );
}

function sectionChoice(key: number, entry: MenuEntry, scope: Scope): UssdChoice {
  if ('label' in entry) {
    const title = entry.label[scope.view.language];
    return choice(key, title, () => serviceNodes[entry.section](title, scope));
  }
  const category = categoryOf(entry.section, scope.market);
  return choice(key, category.label[scope.view.language], () => categoryNode(category, scope));
}

const serviceNodes: Readonly<Record<ServiceSection, (title: string, scope: Scope) => UssdNode>> = {
  main: mainNode,
  consumption: consumptionNode,
  profile: profileNode,
  options: optionsNode,
  passes: passesNode,
  preferredNumbers: preferredNumbersNode,
  orangeMoney: orangeMoneyNode,
  help: helpNode,
};

function mainNode(title: string, { view, texts }: Scope): UssdNode {
  return information(title, [mainLines(view.main, texts)], asOfLine(view, texts));
}

function mainLines({ figure, expiresAt, expired }: MainAccountView, texts: UssdTexts): readonly string[] {
  if (expiresAt === null) return [figure.text];
  return [figure.text, expired ? texts.expiredOn(expiresAt.date) : texts.until(expiresAt.date)];
}
