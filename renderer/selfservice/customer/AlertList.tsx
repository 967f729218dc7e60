import { ArrowRight, CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import { use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertAction, AlertView } from '../../../shared/view/customerView';
import { Button } from '../../components/Button';
import { HiddenAmounts } from '../hiddenAmounts';
import type { Page } from '../visitState';
import './AlertList.css';

export interface AlertListProps {
  readonly alerts: readonly AlertView[];
  /** The page an action leads to; `null` where there is nothing to open. */
  readonly pageOf: (action: AlertAction) => Page | null;
  readonly onOpen: (page: Page) => void;
}

/** How many are shown before "more" is asked for: the rest of the home page is to stay in sight. */
const shownAtFirst = 2;

const icons: Readonly<Record<AlertView['severity'], LucideIcon>> = {
  info: Info,
  warning: TriangleAlert,
  critical: CircleAlert,
};

/** What needs attention, as sentences with one action each. */
export function AlertList({ alerts, pageOf, onOpen }: AlertListProps) {
  const { t } = useTranslation('selfservice');
  const [all, setAll] = useState(false);
  const amountsHidden = use(HiddenAmounts);
  if (alerts.length === 0) return null;
  const more = alerts.length - shownAtFirst;
  return (
    <section className="kioskAlerts" aria-label={t('alerts.title')}>
      <ul>
        {(all ? alerts : alerts.slice(0, shownAtFirst)).map((alert) => {
          const Icon = icons[alert.severity];
          const page = alert.action === null ? null : pageOf(alert.action.target);
          return (
            <li key={alert.id} className={`kioskAlert kioskAlert-${alert.severity}`}>
              <span className="kioskAlert-icon" aria-hidden="true">
                <Icon />
              </span>
              <p>
                {/* The sentences name amounts. */}
                <bdi>{amountsHidden ? t(`alerts.hidden.${alert.kind}`) : alert.text}</bdi>
              </p>
              {page !== null && alert.action !== null && (
                <Button kind="quiet" onClick={() => onOpen(page)}>
                  {alert.action.label}
                  <ArrowRight aria-hidden="true" />
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <Button kind="quiet" className="kioskAlerts-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('alerts.fewer') : t('alerts.more', { count: more })}
        </Button>
      )}
    </section>
  );
}
