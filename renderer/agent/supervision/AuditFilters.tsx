/** Which part of the audit log is shown: of whom, of what, about whom, from when. */
import { useTranslation } from 'react-i18next';
import { auditPeriods, type AuditPeriod } from '../../../shared/ipc/commands/audit';
import { auditNounWords } from '../../strings/auditActions';
import { useLanguage } from '../../strings/language';
import { useActorName } from './actorName';
import './supervision.css';

export interface AuditCriteria {
  readonly actor: string | null;
  readonly noun: string | null;
  readonly query: string;
  readonly period: AuditPeriod;
}

export interface AuditFiltersProps {
  readonly criteria: AuditCriteria;
  /** Whom and what the log knows; `null`: not read yet. */
  readonly among: { readonly actors: readonly string[]; readonly nouns: readonly string[] } | null;
  readonly onChange: (changed: Partial<AuditCriteria>) => void;
}

export function AuditFilters({ criteria, among, onChange }: AuditFiltersProps) {
  const { t } = useTranslation('supervision');
  const { language } = useLanguage();
  const actorName = useActorName();
  return (
    <div className="supervision-filters" role="group" data-section="filters">
      <label>
        {t('audit.who')}
        <select
          autoFocus
          value={criteria.actor ?? ''}
          onChange={({ target }) => onChange({ actor: target.value === '' ? null : target.value })}
        >
          <option value="">{t('audit.everybody')}</option>
          {among?.actors.map((actor) => (
            <option key={actor} value={actor}>
              {actorName(actor)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('audit.what')}
        <select
          value={criteria.noun ?? ''}
          onChange={({ target }) => onChange({ noun: target.value === '' ? null : target.value })}
        >
          <option value="">{t('audit.everything')}</option>
          {among?.nouns.map((noun) => (
            <option key={noun} value={noun}>
              {auditNounWords(noun, language)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('audit.whom')}
        <input
          type="text"
          inputMode="tel"
          autoComplete="off"
          maxLength={60}
          value={criteria.query}
          onChange={({ target }) => onChange({ query: target.value })}
        />
      </label>
      <label>
        {t('audit.when')}
        <select
          value={criteria.period}
          onChange={({ target }) => {
            const period = auditPeriods.find((known) => known === target.value);
            if (period !== undefined) onChange({ period });
          }}
        >
          {auditPeriods.map((period) => (
            <option key={period} value={period}>
              {t(`audit.periods.${period}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
