import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { useCountdown } from '../../components/countdown';
import { Field } from '../../components/Field';
import './PresenceDialog.css';

export interface PresenceDialogProps {
  /** The number as it is read. */
  readonly number: string;
  readonly onConfirmed: () => void;
  readonly onHide: () => void;
}

const shortestPin = 4;
const longestPin = 8;

/** The customer types their PIN at the counter: that they are there is then shown on their page. */
export function PresenceDialog({ number, onConfirmed, onHide }: PresenceDialogProps) {
  const { t } = useTranslation('access');
  const dialog = useRef<HTMLDialogElement>(null);
  const pinInput = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<'refused' | 'throttled' | 'failed' | null>(null);
  const [secondsLeft, startWait] = useCountdown();

  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);

  const confirm = (): void => {
    if (isAsking || secondsLeft > 0 || pin.length < shortestPin) return;
    setIsAsking(true);
    // The button that was pressed is disabled meanwhile, and until another PIN is typed.
    pinInput.current?.focus();
    void invoke('customer:confirm', { pin }).then((answer) => {
      setIsAsking(false);
      setPin('');
      if (!answer.ok) {
        setProblem('failed');
      } else if (answer.value.kind === 'confirmed') {
        onConfirmed();
      } else {
        setProblem(answer.value.kind);
        startWait(answer.value.retryAfterSeconds);
      }
    });
  };

  return (
    <dialog
      ref={dialog}
      className="presenceDialog"
      aria-labelledby="presenceTitle"
      onCancel={(event) => {
        event.preventDefault();
        onHide();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <h2 id="presenceTitle" className="presenceDialog-title">
          {t('presence.title')}
        </h2>
        <p>{t('presence.lead', { number })}</p>
        <Field
          label={t('presence.pin')}
          type="password"
          inputMode="numeric"
          value={pin}
          onValue={(typed) => {
            setPin(typed.replace(/\D/g, ''));
            setProblem(null);
          }}
          maxLength={longestPin}
          inputRef={pinInput}
          autoFocus
        />
        <div role="alert" className="presenceDialog-problem">
          {problem !== null && <p>{t(`proof.${problem}.title`)}</p>}
          {secondsLeft > 0 && <p>{t('wait', { count: secondsLeft })}</p>}
        </div>
        <div className="presenceDialog-buttons">
          <Button
            kind="main"
            type="submit"
            disabled={isAsking || secondsLeft > 0 || pin.length < shortestPin}
          >
            {t(isAsking ? 'proof.asking' : 'pin.confirm')}
          </Button>
          <Button kind="plain" onClick={onHide}>
            {t('presence.hide')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
