import type { MarketPack } from '../domain/market';
import type { MenuSection } from '../domain/menu';

/**
 * What is dialled to see a section at once, for instance `#122*2#`; the digits are the menu's.
 * A section that the market's menu does not have leads to the menu itself.
 */
export function sectionPath(section: MenuSection, market: MarketPack): string {
  const position = market.ussd.menu.findIndex((entry) => entry.section === section);
  const code = market.serviceCodes.consumption;
  return position < 0 ? code : code.replace(/#$/, `*${position + 1}#`);
}
