import { ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundLine } from '../../shared/ipc/commands/customerLines';
import { invoke } from '../bridge';
import { KeyHint } from '../components/KeyHint';
import './FoundLines.css';

export interface FoundLinesProps {
  /** What was typed and is no number: perhaps a customer's id. */
  readonly query: string;
  readonly onOpen: (number: string) => void;
  /** Shown when it is nobody's id. */
  readonly children: ReactNode;
}

/** The lines of the customer whose id was typed or scanned; the only one is opened at once. */
export function FoundLines({ query, onOpen, children }: FoundLinesProps) {
  const { t } = useTranslation('foundLines');
  const customerId = query.trim();
  /** `null`: not answered yet. */
  const [lines, setLines] = useState<readonly FoundLine[] | null>(null);
  const first = useRef<HTMLButtonElement>(null);

  const take = useEffectEvent((found: readonly FoundLine[]): void => {
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) onOpen(only.text);
    else setLines(found);
  });
  useEffect(() => {
    let isLate = false;
    void invoke('customer:findLines', { customerId }).then((answer) => {
      if (!isLate) take(answer.ok ? answer.value : []);
    });
    return () => {
      isLate = true;
    };
  }, [customerId]);
  useLayoutEffect(() => first.current?.focus(), [lines]);

  if (lines === null) return null;
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
