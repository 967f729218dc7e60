import { Hand } from 'lucide-react';
import { use, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button';
import { Gauge } from '../components/Gauge';
import { ScreenShown } from './speech/screenReading';
import './IdleWarning.css';

export interface IdleWarningProps {
  readonly secondsLeft: number;
  /** What `secondsLeft` starts from. */
  readonly secondsGiven: number;
}

/** Asks whether somebody is still there. Any input is the answer, so the button needs no handler of its own. */
export function IdleWarning({ secondsLeft, secondsGiven }: IdleWarningProps) {
  const { t } = useTranslation('selfservice');
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = use(ScreenShown);

  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing, unlike removing, gives the focus back to where it was.
    return () => shown?.close();
  }, []);

  useEffect(() => shown(), [shown]);

  return (
    <dialog
      ref={dialog}
      className="idleWarning"
      role="alertdialog"
      aria-labelledby="idleWarningTitle"
      aria-describedby="idleWarningText"
    >
      <Hand className="idleWarning-icon" aria-hidden="true" strokeWidth={1.5} />
      <h2 id="idleWarningTitle" className="idleWarning-title">
        {t('idle.title')}
      </h2>
      <p id="idleWarningText" className="idleWarning-text">
        {t('idle.text')}
      </p>
      <p className="idleWarning-count" role="timer">
        <span className="idleWarning-seconds">{secondsLeft}</span> {t('idle.seconds', { count: secondsLeft })}
      </p>
      <Gauge percent={(100 * secondsLeft) / secondsGiven} />
      <Button kind="main" className="idleWarning-stay">
        {t('idle.stay')}
      </Button>
    </dialog>
  );
}
