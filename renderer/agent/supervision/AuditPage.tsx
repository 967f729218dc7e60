/** The audit log for a supervisor: who did what to whom and when; numbers stay masked. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { auditPeriods, type AuditPeriod } from '../../../shared/ipc/commands/audit';
import type { Answer } from '../../../shared/ipc/contract';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { auditNounWords } from '../../strings/auditActions';
import { useLanguage } from '../../strings/language';
import { AuditTable } from './AuditTable';
import { useActorName } from './actorName';
import { ExportedNote, type ExportOutcome } from './ExportedNote';
import './supervision.css';

export interface AuditPageProps {
  readonly market: MarketPack;
  readonly onBack: () => void;
}

interface Criteria {
  readonly actor: string | null;
  readonly noun: string | null;
  readonly query: string;
  readonly period: AuditPeriod;
}

type Verification = 'none' | 'verifying' | Answer<'audit:verify'>;

export function AuditPage({ market, onBack }: AuditPageProps) {
  const { t } = useTranslation(['supervision', 'common']);
  const { language } = useLanguage();
  const actorName = useActorName();
  const [criteria, setCriteria] = useState<Criteria>({ actor: null, noun: null, query: '', period: 'day' });
  const [before, setBefore] = useState<number | null>(null);
  // Counts what was written to the log from here, so that it is read again.
  const [written, setWritten] = useState(0);
  const [answer, setAnswer] = useState<Answer<'audit:page'> | null>(null);
  const [exported, setExported] = useState<ExportOutcome>({ kind: 'none' });
  const [verification, setVerification] = useState<Verification>('none');
  const page = answer?.ok === true ? answer.value : null;
  const next = page?.next ?? null;

  useEffect(() => {
    let isLate = false;
    void invoke('audit:page', { ...criteria, before }).then((found) => {
      if (!isLate) setAnswer(found);
    });
    return () => {
      isLate = true;
    };
  }, [criteria, before, written]);

  const change = (changed: Partial<Criteria>): void => {
    setBefore(null);
    setCriteria({ ...criteria, ...changed });
  };

  return (
    <article className="supervision" aria-labelledby="auditPageTitle">
      <header className="supervision-head">
        <h1 id="auditPageTitle" className="supervision-title">
          {t('audit.title')}
        </h1>
        <Button
          kind="plain"
          onClick={() => {
            setVerification('verifying');
            void invoke('audit:verify', {}).then(setVerification);
          }}
        >
          {t('audit.verify')}
        </Button>
        <Button
          kind="plain"
          onClick={() => {
            void invoke('audit:export', criteria).then((outcome) => {
              setExported(
                outcome.ok
                  ? { kind: 'written', file: outcome.value }
                  : { kind: 'failed', error: outcome.error },
              );
              setWritten((count) => count + 1);
            });
          }}
        >
          {t('audit.export')}
        </Button>
        <p className="supervision-explain" />
        <Button kind="plain" onClick={onBack}>
          {t('back')}
        </Button>
      </header>
      <VerificationNote verification={verification} />
      <ExportedNote outcome={exported} />
      <div className="supervision-filters" role="group" data-section="filters">
        <label>
          {t('audit.who')}
          <select
            autoFocus
            value={criteria.actor ?? ''}
            onChange={({ target }) => change({ actor: target.value === '' ? null : target.value })}
          >
            <option value="">{t('audit.everybody')}</option>
            {page?.actors.map((actor) => (
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
            onChange={({ target }) => change({ noun: target.value === '' ? null : target.value })}
          >
            <option value="">{t('audit.everything')}</option>
            {page?.nouns.map((noun) => (
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
            onChange={({ target }) => change({ query: target.value })}
          />
        </label>
        <label>
          {t('audit.when')}
          <select
            value={criteria.period}
            onChange={({ target }) => {
              const period = auditPeriods.find((known) => known === target.value);
              if (period !== undefined) change({ period });
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
      <div
        className="supervision-log"
        role="region"
        aria-label={t('audit.title')}
        tabIndex={0}
        data-section="log"
      >
        {answer?.ok === false && <p className="section-said">{t(`common:errors.${answer.error}.title`)}</p>}
        {page?.lines.length === 0 && <p className="section-said">{t('audit.empty')}</p>}
        {page !== null && page.lines.length > 0 && <AuditTable lines={page.lines} market={market} />}
      </div>
      <footer className="supervision-pager">
        {/* A button that was pressed keeps the focus, also where it has led to the end. */}
        <Button kind="plain" aria-disabled={before === null} onClick={() => setBefore(null)}>
          {t('audit.newest')}
        </Button>
        <Button
          kind="plain"
          aria-disabled={next === null}
          onClick={() => {
            if (next !== null) setBefore(next);
          }}
        >
          {t('audit.older')}
        </Button>
      </footer>
    </article>
  );
}

function VerificationNote({ verification }: { readonly verification: Verification }) {
  const { t } = useTranslation(['supervision', 'common']);
  const words = (): string => {
    if (verification === 'none') return '';
    if (verification === 'verifying') return t('audit.verifying');
    if (!verification.ok) return t(`common:errors.${verification.error}.title`);
    const { ok, entries, firstBad, anchored } = verification.value;
    if (!ok) return t('audit.broken', { number: firstBad ?? 1 });
    const witness = anchored === null ? t('audit.notAnchored') : t('audit.anchored', { count: anchored });
    return `${t('audit.sound', { count: entries })} ${witness}`;
  };
  return (
    <p role="status" className="supervision-note">
      {words()}
    </p>
  );
}
