import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoStaff } from '../../../shared/ipc/commands/app';
import type { Colleague, SessionEnd, SignInAnswer, StaffMember } from '../../../shared/ipc/commands/staff';
import type { Answer } from '../../../shared/ipc/contract';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { useCountdown } from '../../components/countdown';
import { useTurns } from '../../turns';
import { DemoStaffTable } from './DemoStaffTable';
import { Field } from '../../components/Field';
import './SignInForm.css';

export interface SignInFormProps {
  /** Whose session is locked; `null`: nobody is signed in. */
  readonly locked: StaffMember | null;
  readonly recent: readonly Colleague[];
  readonly ended: SessionEnd | null;
  /** The logins of the training mode; empty outside it. */
  readonly demoStaff: readonly DemoStaff[];
}

type Problem = Exclude<SignInAnswer['kind'], 'signedIn'> | 'unavailable';

/** Signing in, unlocking, and changing places with a colleague: one form, by keyboard alone. */
export function SignInForm({ locked, recent, ended, demoStaff }: SignInFormProps) {
  const { t } = useTranslation('access');
  const [login, setLogin] = useState(locked?.login ?? recent[0]?.login ?? '');
  const [password, setPassword] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [secondsLeft, startWait] = useCountdown();
  const passwordInput = useRef<HTMLInputElement>(null);
  // One for each login that is asked about or chosen: an answer about one is not told of another.
  const turns = useTurns();
  const isUnlocking = locked !== null && login === locked.login;
  const colleagues = recent.some((each) => each.login === locked?.login)
    ? recent
    : [...(locked === null ? [] : [locked]), ...recent];

  const choose = (next: string, secret = ''): void => {
    turns.next();
    setIsAsking(false);
    setLogin(next);
    setPassword(secret);
    setProblem(null);
    startWait(0);
    passwordInput.current?.focus();
  };

  const show = (answer: Answer<'staff:signIn'>): void => {
    setIsAsking(false);
    setPassword('');
    const given = answer.ok ? answer.value : ({ kind: 'unavailable' } as const);
    if (given.kind === 'signedIn') return;
    setProblem(given.kind);
    startWait('retryAfterSeconds' in given ? given.retryAfterSeconds : 0);
    passwordInput.current?.focus();
  };

  const submit = (): void => {
    if (isAsking || secondsLeft > 0 || login.trim() === '' || password === '') return;
    setIsAsking(true);
    const isCurrent = turns.next();
    const answered = isUnlocking
      ? invoke('staff:unlock', { password })
      : invoke('staff:signIn', { login: login.trim(), password });
    void answered.then((answer) => {
      if (isCurrent()) show(answer);
    });
  };

  /** Up and down go through the colleagues who signed in here lately. */
  const moveThroughColleagues = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || colleagues.length === 0) return;
    event.preventDefault();
    const here = colleagues.findIndex((each) => each.login === login);
    // From a login that is not among them, up leads to the last.
    const from = here === -1 && step === -1 ? 0 : here;
    const next = colleagues[(from + step + colleagues.length) % colleagues.length];
    if (next !== undefined) choose(next.login);
  };

  return (
    <div className="signIn" onKeyDown={moveThroughColleagues}>
      <form
        className="signIn-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h1 className="signIn-title">{t(locked === null ? 'signIn.title' : 'signIn.lockedTitle')}</h1>
        <p className="signIn-lead">
          {locked === null ? t('signIn.lead') : t('signIn.lockedLead', { name: locked.name })}
        </p>
        {colleagues.length > 0 && (
          <ul className="signIn-colleagues" aria-label={t('signIn.colleagues')}>
            {colleagues.map((each) => (
              <li key={each.login}>
                <button
                  type="button"
                  className="signIn-colleague"
                  aria-pressed={each.login === login}
                  onClick={() => choose(each.login)}
                >
                  <strong>{each.name}</strong>
                  <span>{each.login}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <Field
          label={t('signIn.login')}
          value={login}
          onValue={setLogin}
          maxLength={100}
          autoFocus={login === ''}
        />
        <Field
          label={t('signIn.password')}
          type="password"
          value={password}
          onValue={setPassword}
          inputRef={passwordInput}
          maxLength={200}
          autoFocus={login !== ''}
        />
        <div role="alert" className="signIn-problem">
          {problem === null
            ? ended !== null && <p>{t(`signIn.ended.${ended}`)}</p>
            : (secondsLeft > 0 || problem !== 'throttled') && (
                <>
                  <p>{t(`signIn.problems.${problem}`)}</p>
                  {secondsLeft > 0 && <p className="signIn-wait">{t('wait', { count: secondsLeft })}</p>}
                </>
              )}
        </div>
        <Button
          kind="main"
          type="submit"
          className="signIn-go"
          disabled={secondsLeft > 0 || login.trim() === '' || password === ''}
        >
          {isAsking ? t('signIn.asking') : t(isUnlocking ? 'signIn.unlock' : 'signIn.go')}
        </Button>
      </form>
      {demoStaff.length > 0 && <DemoStaffTable staff={demoStaff} onChoose={choose} />}
    </div>
  );
}
