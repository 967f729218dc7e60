import { ChevronRight, CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertAction, AlertView } from '../../shared/view/customerView';
import './AlertList.css';
import { Fold } from './Fold';
import { focusPlace } from './pagePlaces';
import { Nothing, Section } from './Section';

const shownAtFirst = 4;

const icons: Readonly<Record<AlertView['severity'], LucideIcon>> = {
  critical: CircleAlert,
  warning: TriangleAlert,
  info: Info,
};

/** The section that an alert's action leads to. */
const alertPlaces: Readonly<Record<AlertAction, string>> = {
  passes: 'passes',
  topUp: 'main',
  bills: 'bills',
  bonus: 'credit',
  consumption: 'consumption',
  orders: 'orders',
};

export interface AlertListProps {
  /** Most serious first. */
  readonly alerts: readonly AlertView[];
  /** Where an alert can lead on this page. */
  readonly reachable: readonly AlertAction[];
}

/** What deserves a word to the customer, each with the way to its section. */
export function AlertList({ alerts, reachable }: AlertListProps) {
  const { t } = useTranslation('agent');
  const [unfolded, setUnfolded] = useState(false);
  const serious = alerts.filter((alert) => alert.severity !== 'info').length;
  return (
    <Section
      title={t('alerts.title')}
      anchor="alerts"
      aside={serious > 0 && <span className="alertList-count">{serious}</span>}
    >
      {alerts.length === 0 && <Nothing>{t('alerts.none')}</Nothing>}
      <ul>
        {(unfolded ? alerts : alerts.slice(0, shownAtFirst)).map((alert) => (
          <Alert key={alert.id} alert={alert} reachable={reachable} />
        ))}
      </ul>
      {alerts.length > shownAtFirst && (
        <Fold label={t('alerts.all', { count: alerts.length })} unfolded={unfolded} onToggle={setUnfolded} />
      )}
    </Section>
  );
}

function Alert({ alert, reachable }: { readonly alert: AlertView } & Pick<AlertListProps, 'reachable'>) {
  const { t } = useTranslation('agent');
  const Icon = icons[alert.severity];
  const { action } = alert;
  const words = (
    <>
      <span className="alertList-icon">
        <Icon aria-hidden="true" />
        <span className="forListeners">{t(`alerts.${alert.severity}`)}</span>
      </span>
      <span>{alert.text}</span>
    </>
  );
  return (
    <li className={`alertList-alert alertList-${alert.severity}`}>
      {action !== null && reachable.includes(action.target) ? (
        <button
          type="button"
          className="alertList-row"
          title={action.label}
          onClick={() => focusPlace(alertPlaces[action.target])}
        >
          {words}
          <ChevronRight className="alertList-arrow" aria-hidden="true" />
        </button>
      ) : (
        <p className="alertList-row">{words}</p>
      )}
    </li>
  );
}
