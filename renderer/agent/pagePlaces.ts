/** The sections of an open customer's page by name, in the order of the page. */
import type { MarketPack } from '../../shared/domain/market';
import type { MenuSection } from '../../shared/domain/menu';
import { sectionPath } from '../../shared/ussd/paths';
import type { CustomerView } from '../../shared/view/customerView';
import { placeTexts } from '../strings/actions';
import type { PagePlace } from './actions';

export function pagePlaces(view: CustomerView, market: MarketPack): readonly PagePlace[] {
  const own = (anchor: keyof typeof placeTexts): PagePlace => ({
    anchor,
    name: placeTexts[anchor],
    path: null,
  });
  const ofMenu = (section: MenuSection): PagePlace[] => {
    const entry = market.ussd.menu.find((each) => each.section === section);
    const category = market.catalogue.categories.find(({ code }) => code === section);
    const name = entry !== undefined && 'label' in entry ? entry.label : category?.label;
    return name === undefined ? [] : [{ anchor: section, name, path: sectionPath(section, market) }];
  };
  if (view.restricted) return [...ofMenu('main'), own('advice')];
  return [
    ...ofMenu('main'),
    ...(view.orders.length > 0 ? [own('orders')] : []),
    own('alerts'),
    own('expiry'),
    ...market.catalogue.categories.flatMap(({ code }) => ofMenu(code)),
    ...ofMenu('consumption'),
    own('ledger'),
    ...ofMenu('orangeMoney'),
    own('bills'),
    own('lines'),
    ...ofMenu('options'),
    ...ofMenu('preferredNumbers'),
    ...ofMenu('passes'),
  ];
}

/** To a section of the page; the focus stays where it is when the section is not there. */
export function focusPlace(anchor: string): void {
  const place = document.querySelector<HTMLElement>(`[data-section="${anchor}"]`);
  // What is in sight already does not move.
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'nearest' });
}
