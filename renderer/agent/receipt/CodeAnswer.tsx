import { BadgeCheck, CircleAlert, ShieldX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/language';
import type { HandoffRefusal } from '../../../shared/ipc/commands/handoff';
import type { ReceiptCheck } from '../../../shared/ipc/commands/receipt';
import './CodeAnswer.css';

export type CodeAnswerState =
  | {
      readonly kind: 'checked';
      readonly code: string;
      readonly check: ReceiptCheck | 'failed';
      /** In which the check tells when it was made, and how much. */
      readonly language: Language;
    }
  | { readonly kind: 'refused'; readonly code: string; readonly why: HandoffRefusal | 'failed' };

/** Whether the code led to nothing. */
export function isRefusal(answer: CodeAnswerState | null): boolean {
  if (answer === null) return false;
  return answer.kind === 'refused' || answer.check === 'failed' || answer.check.state !== 'genuine';
}

/** What a code says that was typed or scanned into the search box and opened nobody. */
export function CodeAnswer({ answer }: { readonly answer: CodeAnswerState }) {
  const { t } = useTranslation('receipt');
  if (answer.kind === 'refused') {
    const { why } = answer;
    return <Refused code={answer.code} title={t(`accept.${why}.title`)} advice={t(`accept.${why}.advice`)} />;
  }
  const { check } = answer;
  if (check === 'failed') {
    return <Refused code={answer.code} title={t('check.failed.title')} advice={t('check.failed.advice')} />;
  }
  if (check.state !== 'genuine') {
    const { state } = check;
    return (
      <Refused
        code={answer.code}
        title={t(`check.${state}.title`)}
        advice={t(`check.${state}.advice`)}
        warning={state === 'altered'}
      />
    );
  }
  return <Genuine code={answer.code} check={check} />;
}

function Genuine({
  code,
  check,
}: {
  readonly code: string;
  readonly check: Extract<ReceiptCheck, { state: 'genuine' }>;
}) {
  const { t } = useTranslation('receipt');
  const { kind, madeAt, isAhead, numberEnd, amount, reference, device, here } = check;
  const facts: readonly (readonly [string, string])[] = [
    [t('check.kind'), t(`check.kinds.${kind}`)],
    [t('check.madeAt'), madeAt],
    [t('check.number'), `•• ${numberEnd}`],
    [t(kind === 'order' ? 'check.price' : 'check.main'), amount ?? t('check.noAmount')],
    ...(reference === null ? [] : [[t('check.reference'), reference] as const]),
    [t('check.device'), here ? t('check.here', { device }) : device],
  ];
  return (
    <article className="codeAnswer codeAnswer-genuine" data-section="code" tabIndex={-1}>
      <BadgeCheck className="codeAnswer-icon" aria-hidden="true" />
      <div role="status">
        <h1 className="codeAnswer-title">{t('check.genuine')}</h1>
        <p className="codeAnswer-code">{code}</p>
        <p className="codeAnswer-advice">{t('check.genuineLead')}</p>
        <h2 className="codeAnswer-subtitle">{t('check.certifies')}</h2>
        <dl className="codeAnswer-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {isAhead && <p className="codeAnswer-ahead">{t('check.ahead')}</p>}
        <p className="codeAnswer-note">{t('check.rest')}</p>
      </div>
    </article>
  );
}

interface RefusedProps {
  readonly code: string;
  readonly title: string;
  readonly advice: string;
  /** Somebody may be cheating. */
  readonly warning?: boolean;
}

function Refused({ code, title, advice, warning = false }: RefusedProps) {
  const Icon = warning ? ShieldX : CircleAlert;
  return (
    <article
      className={warning ? 'codeAnswer codeAnswer-warning' : 'codeAnswer'}
      data-section="code"
      tabIndex={-1}
    >
      <Icon className="codeAnswer-icon" aria-hidden="true" />
      <div role="alert">
        <h1 className="codeAnswer-title">{title}</h1>
        <p className="codeAnswer-code">{code}</p>
        <p className="codeAnswer-advice">{advice}</p>
      </div>
    </article>
  );
}
