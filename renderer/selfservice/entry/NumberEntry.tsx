import { ArrowRight, Info } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { formatMsisdnAsTyped, parseMsisdn } from '../../../shared/domain/msisdn';
import type { ErrorCode } from '../../../shared/ipc/contract';
import { Button } from '../../components/Button';
import type { CustomerState } from '../../customerSession';
import { FrameBottom } from '../frame/FrameBottom';
import { ScreenBody } from '../frame/ScreenBody';
import { ScreenTitle } from '../frame/ScreenTitle';
import { useProblemRead } from '../speech/screenReading';
import { Keypad } from './Keypad';
import './NumberEntry.css';

export interface NumberEntryProps {
  readonly typed: string;
  readonly session: CustomerState;
  readonly market: MarketPack;
  readonly onType: (typed: string) => void;
  readonly onConfirm: () => void;
  readonly onLeave: () => void;
}

/** Why no customer came. A number that is unknown is told no differently from one that may not be shown here. */
const problems = {
  BAD_MSISDN: 'incomplete',
  NOT_FOUND: 'notHere',
  NOT_ALLOWED: 'notHere',
  SIGN_IN_NEEDED: 'notHere',
  NO_CUSTOMER_OPEN: 'unavailable',
  NUMBERS_DIFFER: 'incomplete',
  NOT_POSSIBLE: 'unavailable',
  BAD_REQUEST: 'incomplete',
  CACHE_UNAVAILABLE: 'unavailable',
  CANNOT_WRITE: 'unavailable',
  NOT_STARTED: 'unavailable',
  INTERNAL: 'unavailable',
} as const satisfies Record<ErrorCode, string>;

/** The visitor's number, on a keypad of our own or on a hardware keyboard. */
export function NumberEntry({ typed, session, market, onType, onConfirm, onLeave }: NumberEntryProps) {
  const { t } = useTranslation('selfservice');
  const content = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  /** What was typed when it was found to be no whole number. */
  const [incomplete, setIncomplete] = useState<string | null>(null);
  const problem =
    incomplete === typed
      ? 'incomplete'
      : session.kind === 'failed'
        ? problems[session.error]
        : session.kind === 'removed'
          ? 'removed'
          : null;

  useProblemRead(problem);
  useEffect(() => input.current?.focus(), []);

  return (
    <>
      <ScreenBody name="number" content={content}>
        <form
          className="numberEntry"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed === '') return;
            if (parseMsisdn(typed, market).ok) onConfirm();
            else setIncomplete(typed);
          }}
        >
          <div className="numberEntry-question">
            <ScreenTitle>{t('number.title')}</ScreenTitle>
            <p className="numberEntry-hint" id="numberHint">
              {t('number.hint', { example: market.numbers.example })}
            </p>
            <div id="numberProblem" className="numberEntry-problem" role="alert">
              {session.kind === 'opening' && <p className="numberEntry-wait">{t('number.wait')}</p>}
              {problem !== null && (
                <>
                  <Info aria-hidden="true" />
                  <p>
                    <strong>{t(`number.problems.${problem}.title`)}</strong>{' '}
                    {t(`number.problems.${problem}.advice`)}
                  </p>
                </>
              )}
            </div>
            <input
              ref={input}
              className="numberEntry-number"
              type="text"
              inputMode="none"
              autoComplete="off"
              spellCheck={false}
              aria-label={t('number.label')}
              aria-describedby="numberHint numberProblem"
              aria-invalid={problem !== null}
              placeholder={market.numbers.example.replace(/\d/g, '•')}
              value={formatMsisdnAsTyped(typed, market)}
              onChange={(event) => onType(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') onType('');
              }}
            />
          </div>
          <div className="numberEntry-keys">
            <Keypad
              onDigit={(digit) => onType(typed + digit)}
              onDelete={() => onType(typed.slice(0, -1))}
              onClear={() => onType('')}
            />
            <Button kind="main" type="submit" className="numberEntry-go" disabled={typed === ''}>
              {t('number.confirm')}
              <ArrowRight aria-hidden="true" />
            </Button>
          </div>
        </form>
      </ScreenBody>
      <FrameBottom content={content} back={null} onEnd={onLeave} />
    </>
  );
}
