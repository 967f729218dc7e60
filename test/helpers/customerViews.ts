import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { marketPack } from '../../shared/domain/market';
import { buildCustomerView } from '../../shared/view/buildCustomerView';
import type { AccountView, CustomerView, FullCustomerView } from '../../shared/view/customerView';
import type { ViewContext } from '../../shared/view/sectionContext';

/** A Monday morning in Abidjan, the day after the builders' documents were true. */
export const exampleNow = Date.parse('2026-11-23T10:00:00Z');

export function viewOf(document: SubscriberDocument, context: Partial<ViewContext> = {}): CustomerView {
  return buildCustomerView(
    { document, source: 'cache' },
    { market: marketPack('CI'), language: 'fr', now: exampleNow, ...context },
  );
}

/** The view of a line that is known to be active. */
export function fullViewOf(
  document: SubscriberDocument,
  context: Partial<ViewContext> = {},
): FullCustomerView {
  const view = viewOf(document, context);
  if (view.restricted) throw new Error('The view is restricted');
  return view;
}

/** Every account of a view, expired ones included. */
export function accountsOf(view: FullCustomerView): AccountView[] {
  return (view.bonus ?? []).flatMap(({ headings, expired }) => [
    ...headings.flatMap(({ accounts }) => accounts),
    ...expired,
  ]);
}

/** With every kind of unbreakable space as a plain one. */
export function plain(text: string): string {
  return text.replace(/\s/gu, ' ');
}
