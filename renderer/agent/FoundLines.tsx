import { ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../shared/ipc/contract';
import { invoke } from '../bridge';
import { ErrorState } from '../components/ErrorState';
import { KeyHint } from '../components/KeyHint';
import './FoundLines.css';

export interface FoundLinesProps {
  /** What was typed and is no number: perhaps a customer's id. */
  readonly query: string;
  /** Another one is another search, of the same query too. */
  readonly asked: unknown;
  readonly onRetry: () => void;
  readonly onOpen: (number: string) => void;
  /** Shown when it is nobody's id. */
  readonly children: ReactNode;
}

/** The lines of the customer whose id was typed or scanned; the only one is opened at once. */
export function FoundLines({ query, asked, onRetry, onOpen, children }: FoundLinesProps) {
  const { t } = useTranslation(['foundLines', 'common']);
  const customerId = query.trim();
  /** `null`: not answered yet. */
  const [found, setFound] = useState<Answer<'customer:findLines'> | null>(null);
  const first = useRef<HTMLButtonElement>(null);

  const take = useEffectEvent((answer: Answer<'customer:findLines'>): void => {
    const [only, ...others] = answer.ok ? answer.value : [];
    if (only !== undefined && others.length === 0) onOpen(only.text);
    else setFound(answer);
  });
  useEffect(() => {
    let isLate = false;
    void invoke('customer:findLines', { customerId }).then((answer) => {
      if (!isLate) take(answer);
    });
    return () => {
      isLate = true;
    };
  }, [customerId, asked]);
  useLayoutEffect(() => first.current?.focus(), [found]);

  if (found === null) return null;
  if (!found.ok) {
    return (
      <div className="agentFace-failure">
        <ErrorState
          title={t(`common:errors.${found.error}.title`)}
          advice={t(`common:errors.${found.error}.advice`)}
          action={{ label: t('common:retry'), onAct: onRetry }}
        />
      </div>
    );
  }
  const lines = found.value;
  if (lines.length === 0) return children;
  return (
    <section
      className="foundLines"
      aria-labelledby="foundLinesTitle"
      data-column
      onKeyDown={(event) => {
        const chosen = lines[Number(event.key) - 1];
        if (chosen === undefined) return;
        onOpen(chosen.text);
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <h1 id="foundLinesTitle" className="foundLines-title">
        {t('title', { id: customerId.toUpperCase() })}
      </h1>
      <p className="foundLines-advice">{t('advice')}</p>
      <ul>
        {lines.map(({ text, status, plan }, place) => (
          <li key={text}>
            <button
              ref={place === 0 ? first : null}
              type="button"
              className="foundLines-line"
              data-section=""
              onClick={() => onOpen(text)}
            >
              {place < 9 ? <KeyHint keys={String(place + 1)} /> : <span />}
              <strong>{text}</strong>
              <span>{[t(`status.${status}`), plan].filter((part) => part !== null).join(' · ')}</span>
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
