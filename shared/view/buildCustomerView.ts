/** Makes the one view of a customer that all faces render, and leaves out of it what a status does not let be seen. */
import { isRestricted } from '../domain/customerStatus';
import { displayText } from '../domain/displayText';
import type { SubscriberDocument } from '../domain/feedDocument';
import { formatMaskedMsisdn, formatMsisdn } from '../domain/msisdn';
import type { CustomerView, CustomerViewBase, FullCustomerView, MainAccountView } from './customerView';
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
import { orangeMoneyView } from './sections/orangeMoney';
import { numberViews, preferredNumbersView } from './sections/otherLines';
import { profileView } from './sections/profile';

/** Takes any valid subscriber document, however absurd its values; never throws for one. */
export function buildCustomerView(snapshot: Snapshot, viewContext: ViewContext): CustomerView {
  const context = sectionContextOf(snapshot, viewContext);
  const { market, language, texts, source } = context;
  const { msisdn, status, asOf, main } = snapshot.document;
  const base: CustomerViewBase = {
    msisdn,
    msisdnText: formatMsisdn(msisdn, market),
    msisdnMasked: formatMaskedMsisdn(msisdn, market),
    language,
    status,
    statusLabel: texts.statuses[status],
    asOf: momentOf(asOf, context),
    source,
    main: mainAccountView(main, context),
  };
  if (isRestricted(status)) {
    return { ...base, restricted: true, advice: market.reactivationAdvice[status][language] };
  }
  return { ...base, restricted: false, ...openSections(snapshot, base.main, context) };
}

type OpenSections = Omit<FullCustomerView, 'restricted' | keyof CustomerViewBase>;

/** Everything that only an active line shows. */
function openSections({ document }: Snapshot, main: MainAccountView, context: SectionContext): OpenSections {
  const { tooOld } = context;
  const { buckets, usage, options, favourites, orangeMoney, bills, contracts } = document;
  const bonus = buckets === undefined ? null : bonusView(buckets, usage, context);
  const consumption =
    usage === undefined || tooOld.volume ? null : consumptionView(usage, document.main.currency, context);
  const billsView = bills === undefined ? null : billViews(bills, context);
  const alerts = alertViews(
    {
      main,
      paidFromMain: document.profile?.kind !== 'postpaid',
      allowances: [...(consumption?.internet.allowances ?? []), ...(consumption?.mobile.allowances ?? [])],
      expiring: bonus?.nextToExpire ?? [],
      bills: billsView ?? [],
    },
    context,
  );
  return {
    customer: customerOf(document.customer),
    profile: document.profile === undefined || tooOld.profile ? null : profileView(document.profile, context),
    alerts,
    bonus: bonus?.categories ?? null,
    nextToExpire: bonus?.nextToExpire ?? [],
    consumption,
    options: options === undefined || tooOld.profile ? null : optionViews(options, context),
    offers: offerViews(context.offers ?? [], document.profile, context),
    preferredNumbers:
      favourites === undefined || tooOld.profile ? null : preferredNumbersView(favourites, context),
    orangeMoney: orangeMoney === undefined ? null : orangeMoneyView(orangeMoney, context),
    bills: billsView,
    contracts: contracts === undefined ? null : numberViews(contracts, context),
    ledger: ledgerLines(context.ledger ?? [], context),
  };
}

const longestName = 80;

function customerOf(customer: SubscriberDocument['customer']): FullCustomerView['customer'] {
  if (customer === undefined) return null;
  return {
    id: customer.id === undefined ? null : displayText(customer.id, longestName),
    name: customer.name === undefined ? null : displayText(customer.name, longestName) || null,
  };
}
