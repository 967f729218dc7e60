import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaintenanceAnswer } from '../../shared/ipc/commands/maintenance';
import type { Answer } from '../../shared/ipc/contract';
import { invoke } from '../bridge';
import { Button } from '../components/Button';
import { useCountdown } from '../components/countdown';
import { OnScreenKeyboard } from './OnScreenKeyboard';
import { StaffDialog } from './StaffDialog';
import { StaffField } from './StaffField';

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

  return (
    <StaffDialog title={t('title')} onSubmit={enter} onClose={onClose}>
      <p>{t('lead')}</p>
      <div className="staffDialog-fields">
        {(['login', 'password'] as const).map((name) => (
          <StaffField
            key={name}
            label={t(name)}
            type={name === 'password' ? 'password' : 'text'}
            maxLength={100}
            autoFocus={name === 'login'}
            value={values[name]}
            onFocus={() => setField(name)}
            onValue={(value) => change(name, value)}
          />
        ))}
      </div>
      <div role="alert" className="staffDialog-problem">
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
      <div className="staffDialog-actions">
        <Button kind="plain" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button kind="main" type="submit" aria-disabled={!canEnter}>
          {t(isAsking ? 'asking' : 'enter')}
        </Button>
      </div>
    </StaffDialog>
  );
}
