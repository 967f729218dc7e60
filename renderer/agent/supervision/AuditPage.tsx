/** The audit log for a supervisor: who did what to whom and when; numbers stay masked. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { Answer } from '../../../shared/ipc/contract';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { AuditFilters, type AuditCriteria } from './AuditFilters';
import { AuditTable } from './AuditTable';
import { AuditVerification, type Verification } from './AuditVerification';
import { ExportedNote, type ExportOutcome } from './ExportedNote';
import './supervision.css';

export interface AuditPageProps {
  readonly market: MarketPack;
  readonly onBack: () => void;
}

export function AuditPage({ market, onBack }: AuditPageProps) {
  const { t } = useTranslation(['supervision', 'common']);
  const [criteria, setCriteria] = useState<AuditCriteria>({
    actor: null,
    noun: null,
    query: '',
    period: 'day',
  });
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

  const change = (changed: Partial<AuditCriteria>): void => {
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
      <AuditVerification verification={verification} />
      <ExportedNote outcome={exported} />
      <AuditFilters criteria={criteria} among={page} onChange={change} />
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
        <Button kind="plain" aria-disabled={next === null} onClick={() => setBefore(next)}>
          {t('audit.older')}
        </Button>
      </footer>
    </article>
  );
}
