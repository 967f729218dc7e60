import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaintenanceAnswer } from '../../shared/ipc/commands/maintenance';
import type { Answer } from '../../shared/ipc/contract';
import { invoke } from '../bridge';
import { Button } from '../components/Button';
import { useCountdown } from '../components/countdown';
import { OnScreenKeyboard } from './OnScreenKeyboard';
import './MaintenanceDoor.css';

/** Left alone for so long the door closes: behind it is a customer's screen. */
const closesAfterMs = 45_000;

type Problem = Exclude<MaintenanceAnswer['kind'], 'opened'> | 'unavailable';
type FieldName = 'login' | 'password';

/** Asks for a supervisor, who types on a keyboard or on the screen. */
export function MaintenanceDoor({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('maintenance');
  const [values, setValues] = useState({ login: '', password: '' });
  const [field, setField] = useState<FieldName>('login');
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [secondsLeft, startWait] = useCountdown();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  const close = useEffectEvent(onClose);
  useEffect(() => {
    const timer = window.setTimeout(close, closesAfterMs);
    return () => window.clearTimeout(timer);
  }, [values, problem]);

  const change = (name: FieldName, value: string): void => {
    setValues((now) => ({ ...now, [name]: value }));
  };

  const show = (answer: Answer<'maintenance:enter'>): void => {
    setIsAsking(false);
    change('password', '');
    if (answer.ok && answer.value.kind === 'opened') {
      onClose();
      return;
    }
    const given = answer.ok ? answer.value : ({ kind: 'unavailable' } as const);
    if (given.kind === 'opened') return;
    setProblem(given.kind);
    startWait('retryAfterSeconds' in given ? given.retryAfterSeconds : 0);
  };

  const canEnter = !isAsking && secondsLeft === 0 && values.login.trim() !== '' && values.password !== '';
  const enter = (): void => {
    if (!canEnter) return;
    setIsAsking(true);
    void invoke('maintenance:enter', { login: values.login.trim(), password: values.password }).then(show);
  };

  const input = (name: FieldName) => (
    <div className="maintenanceDoor-field">
      <label htmlFor={id + name}>{t(name)}</label>
      <input
        id={id + name}
        type={name === 'password' ? 'password' : 'text'}
        // The system's own keyboard is never shown.
        inputMode="none"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        autoFocus={name === 'login'}
        value={values[name]}
        onFocus={() => setField(name)}
        onChange={({ target }) => change(name, target.value)}
      />
    </div>
  );

  return (
    <dialog ref={dialog} className="maintenanceDoor" aria-labelledby={`${id}title`} onCancel={onClose}>
      <form
        className="maintenanceDoor-form"
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <h2 id={`${id}title`} className="maintenanceDoor-title">
          {t('title')}
        </h2>
        <p>{t('lead')}</p>
        <div className="maintenanceDoor-fields">
          {input('login')}
          {input('password')}
        </div>
        <div role="alert" className="maintenanceDoor-problem">
          {problem !== null && (
            <p>
              {t(`problems.${problem}`)} {secondsLeft > 0 && t('wait', { seconds: secondsLeft })}
            </p>
          )}
        </div>
        <OnScreenKeyboard
          onType={(text) => change(field, values[field] + text)}
          onDelete={() => change(field, values[field].slice(0, -1))}
        />
        <div className="maintenanceDoor-actions">
          <Button kind="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="main" type="submit" disabled={!canEnter}>
            {t(isAsking ? 'asking' : 'enter')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
