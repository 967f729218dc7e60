/** Makes the one view of a customer that all faces render, and leaves out of it what a status does not let be seen. */
import { isRestricted } from '../domain/customerStatus';
import { displayText } from '../domain/displayText';
import type { SubscriberDocument } from '../domain/feedDocument';
import { formatMaskedMsisdn, formatMsisdn } from '../domain/msisdn';
import type { CustomerView, CustomerViewBase, FullCustomerView } from './customerView';
import { momentOf } from './moment';
import { sectionContextOf, type SectionContext, type Snapshot, type ViewContext } from './sectionContext';
import { alertViews } from './sections/alerts';
import { billViews } from './sections/bills';
import { bonusView } from './sections/bonus';
import { consumptionView } from './sections/consumption';
import { ledgerLines } from './sections/ledger';
import { mainAccountView } from './sections/mainAccount';
import { offerViews } from './sections/offers';
import { optionViews } from './sections/options';
import { orderViews } from './sections/orders';
import { orangeMoneyView } from './sections/orangeMoney';
import { numberViews, preferredNumbersView } from './sections/otherLines';
import { profileView } from './sections/profile';
import { liveView, oldestSection, shownSections, type ShownSections } from './shownSections';

/** Takes any valid subscriber document, however absurd its values; never throws for one. */
export function buildCustomerView(snapshot: Snapshot, viewContext: ViewContext): CustomerView {
  const context = sectionContextOf(snapshot, viewContext);
  const { market, language, texts } = context;
  const { msisdn, status, main } = snapshot.document;
  const sections = shownSections(snapshot, context);
  const oldest = oldestSection(sections);
  const base: CustomerViewBase = {
    msisdn,
    msisdnText: formatMsisdn(msisdn, market),
    msisdnMasked: formatMaskedMsisdn(msisdn, market),
    language,
    status,
    statusLabel: texts.statuses[status],
    asOf: momentOf(oldest.asOf, context),
    source: oldest.source,
    live: liveView(sections, context),
    main: mainAccountView(main, sections.main.context),
  };
  if (isRestricted(status)) {
    return { ...base, restricted: true, advice: market.reactivationAdvice[status][language] };
  }
  return fullView(base, snapshot, sections, context);
}

/** With everything that only an active line shows. */
function fullView(
  base: CustomerViewBase,
  { document }: Snapshot,
  shown: ShownSections,
  context: SectionContext,
): FullCustomerView {
  const { profile, buckets, usage, options, favourites, orangeMoney, bills } = shown;
  const { contracts } = document;
  const bonus = buckets && bonusView(buckets, usage);
  const consumption = usage && consumptionView(usage.value, document.main.currency, usage.context);
  const billsView = bills && billViews(bills.value, bills.context);
  const orders = orderViews(context.orders ?? [], context);
  const alerts = alertViews(
    {
      main: base.main,
      paidFromMain: profile?.value.kind !== 'postpaid',
      allowances: [...(consumption?.internet.allowances ?? []), ...(consumption?.mobile.allowances ?? [])],
      expiring: bonus?.nextToExpire ?? [],
      bills: billsView ?? [],
      orders,
    },
    context,
  );
  // Named one by one: an object that begins with a spread and goes on with so many fields gets hidden classes of its own,
  // 8 kB for each view, which stay until the next full collection and make every small one copy what hangs on them.
  return {
    msisdn: base.msisdn,
    msisdnText: base.msisdnText,
    msisdnMasked: base.msisdnMasked,
    language: base.language,
    status: base.status,
    statusLabel: base.statusLabel,
    asOf: base.asOf,
    source: base.source,
    live: base.live,
    main: base.main,
    restricted: false,
    customer: customerOf(document.customer),
    profile: profile && profileView(profile.value, profile.context),
    alerts,
    bonus: bonus?.categories ?? null,
    nextToExpire: bonus?.nextToExpire ?? [],
    expiryDays: bonus?.expiryDays ?? [],
    consumption,
    options: options && optionViews(options.value, options.context),
    offers: offerViews(
      context.offers ?? [],
      { profile: profile?.value, hasOrangeMoney: orangeMoney !== null },
      context,
    ),
    preferredNumbers: favourites && preferredNumbersView(favourites.value, favourites.context),
    orangeMoney: orangeMoney && orangeMoneyView(orangeMoney.value, orangeMoney.context),
    bills: billsView,
    contracts: contracts === undefined ? null : numberViews(contracts, context),
    ledger: ledgerLines(context.ledger ?? [], context),
    orders,
  };
}

const longestName = 80;

function customerOf(customer: SubscriberDocument['customer']): FullCustomerView['customer'] {
  if (customer === undefined) return null;
  return { id: shownName(customer.id), name: shownName(customer.name) };
}

/** `null`: there is none, or nothing of it can be seen. */
function shownName(name: string | undefined): string | null {
  return name === undefined ? null : displayText(name, longestName) || null;
}
