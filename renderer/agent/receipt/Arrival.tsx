/** A customer who came over from a kiosk: lands where they were, and the agent is told where that is. */
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffScreen } from '../../../shared/domain/handoffCode';
import type { CustomerView } from '../../../shared/view/customerView';
import { focusPlace } from '../pagePlaces';
import './Arrival.css';

/** The section of the page; `null`: all of it. */
const anchors: Readonly<Record<HandoffScreen, string | null>> = {
  home: null,
  credit: 'credit',
  minutes: 'minutes',
  internet: 'internet',
  expiring: 'expiry',
  consumption: 'consumption',
  profile: null,
  options: 'options',
  passes: 'passes',
  preferredNumbers: 'preferredNumbers',
  orangeMoney: 'orangeMoney',
  bills: 'bills',
  contracts: 'lines',
  ledger: 'ledger',
  payer: null,
  phone: null,
  orders: 'orders',
};

/** What the kiosk shows as a page and the counter beside the page. */
export function panelOf(view: CustomerView, screen: HandoffScreen): 'payer' | 'ussd' | null {
  if (screen === 'phone') return 'ussd';
  return screen === 'payer' && !view.restricted ? 'payer' : null;
}

/** Says where the customer was, and leads the focus there. */
export function ArrivalNote({ section }: { readonly section: HandoffScreen }) {
  const { t } = useTranslation('receipt');
  useLayoutEffect(() => {
    const anchor = anchors[section];
    if (anchor !== null) focusPlace(anchor);
  }, [section]);
  return (
    <p className="arrivalNote" role="status">
      {t('arrived', { section: t(`screens.${section}`) })}
    </p>
  );
}
