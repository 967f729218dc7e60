import { ArrowRight, Info, Store } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { FrameBottom } from '../frame/FrameBottom';
import { ScreenBody } from '../frame/ScreenBody';
import { ScreenTitle } from '../frame/ScreenTitle';
import { useProblemRead } from '../speech/screenReading';
import { Keypad } from './Keypad';
import './NumberEntry.css';
import './SecretEntry.css';

/** What is said of the last try. */
export type SecretProblem = 'refused' | 'throttled' | 'codeDead' | 'unavailable' | 'failed';

export interface SecretEntryProps {
  readonly title: string;
  readonly lead: string;
  readonly typed: string;
  readonly shortest: number;
  readonly longest: number;
  /** A word while something is being asked; `null`: nothing is. */
  readonly asking: string | null;
  readonly problem: SecretProblem | null;
  /** Until the next try. */
  readonly secondsLeft: number;
  readonly onType: (typed: string) => void;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
  /** On to the counter without having shown who one is. */
  readonly onCounter: () => void;
  readonly onLeave: () => void;
  /** Other ways to show who one is. */
  readonly children: ReactNode;
}

/** A secret on our own keypad or on a hardware keyboard: one dot for each digit, and never the digit. */
export function SecretEntry(props: SecretEntryProps) {
  const { title, lead, typed, shortest, longest, asking, problem, secondsLeft, onType, onConfirm } = props;
  const { t } = useTranslation(['access', 'receipt']);
  const content = useRef<HTMLElement>(null);
  useProblemRead(asking === null ? problem : null);
  const canConfirm = typed.length >= shortest && asking === null && secondsLeft === 0;

  const confirm = (): void => {
    if (canConfirm) onConfirm();
  };
  const type = (next: string): void => {
    if (asking === null && secondsLeft === 0) onType(next.slice(0, longest));
  };

  return (
    <>
      <ScreenBody name="secret" content={content}>
        <div className="numberEntry">
          <div className="numberEntry-question">
            <ScreenTitle>{title}</ScreenTitle>
            <p className="numberEntry-hint">{lead}</p>
            <div className="numberEntry-problem" role="alert">
              {asking !== null && <p className="numberEntry-wait">{asking}</p>}
              {problem !== null && asking === null && (
                <>
                  <Info aria-hidden="true" />
                  <p>
                    <strong>{t(`proof.${problem}.title`)}</strong>{' '}
                    {secondsLeft > 0 ? t('wait', { count: secondsLeft }) : t(`proof.${problem}.advice`)}
                  </p>
                </>
              )}
            </div>
            <div className="secretEntry-dots">
              <span className="forListeners" role="status">
                {t('pin.typed', { count: typed.length })}
              </span>
              {Array.from({ length: Math.max(shortest, typed.length) }, (_, index) => (
                <span
                  key={index}
                  aria-hidden="true"
                  className={index < typed.length ? 'secretEntry-dot secretEntry-typed' : 'secretEntry-dot'}
                />
              ))}
            </div>
            <div className="secretEntry-ways">{props.children}</div>
          </div>
          <div className="numberEntry-keys">
            <Keypad
              onDigit={(digit) => type(typed + digit)}
              onDelete={() => type(typed.slice(0, -1))}
              onClear={() => type('')}
              onEnter={confirm}
            />
            <Button kind="main" className="numberEntry-go" aria-disabled={!canConfirm} onClick={confirm}>
              {t('pin.confirm')}
              <ArrowRight aria-hidden="true" />
            </Button>
          </div>
        </div>
      </ScreenBody>
      <FrameBottom
        content={content}
        back={{ label: t('pin.back'), onBack: props.onBack }}
        onEnd={props.onLeave}
        actions={
          <Button kind="plain" onClick={props.onCounter}>
            <Store aria-hidden="true" />
            {t('receipt:kiosk.counter')}
          </Button>
        }
      />
    </>
  );
}
