import { CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AlertAction, AlertView } from '../../shared/view/customerView';
import './AlertList.css';
import { Nothing, Section } from './Section';

const icons: Readonly<Record<AlertView['severity'], LucideIcon>> = {
  critical: CircleAlert,
  warning: TriangleAlert,
  info: Info,
};

export interface AlertListProps {
  readonly alerts: readonly AlertView[];
  /** Where an alert can lead on this page. */
  readonly reachable: readonly AlertAction[];
}

/** What deserves a word to the customer, most serious first, each with the way to its section. */
export function AlertList({ alerts, reachable }: AlertListProps) {
  const { t } = useTranslation('agent');
  return (
    <Section title={t('alerts.title')} aside={<Count of={alerts.length} />}>
      {alerts.length === 0 ? (
        <Nothing>{t('alerts.none')}</Nothing>
      ) : (
        <ul>
          {alerts.map((alert) => (
            <Alert key={alert.id} alert={alert} reachable={reachable} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Count({ of }: { readonly of: number }) {
  return of === 0 ? null : <span className="alertList-count">{of}</span>;
}

function Alert({ alert, reachable }: { readonly alert: AlertView } & Pick<AlertListProps, 'reachable'>) {
  const { t } = useTranslation('agent');
  const Icon = icons[alert.severity];
  const { action } = alert;
  return (
    <li className={`alertList-alert alertList-${alert.severity}`}>
      <span className="alertList-icon">
        <Icon aria-hidden="true" />
        <span className="forListeners">{t(`alerts.${alert.severity}`)}</span>
      </span>
      <div>
        <p>{alert.text}</p>
        {action !== null && reachable.includes(action.target) && (
          <button type="button" className="alertList-action" onClick={() => focusSection(action.target)}>
            {action.label}
          </button>
        )}
      </div>
    </li>
  );
}

function focusSection(anchor: AlertAction): void {
  document.querySelector<HTMLElement>(`[data-section="${anchor}"]`)?.focus();
}
