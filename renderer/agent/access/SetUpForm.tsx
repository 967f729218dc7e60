import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leastPasswordLength } from '../../../shared/ipc/commands/staff';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { Field } from '../../components/Field';
import './SetUpForm.css';

type Problem = 'login' | 'password' | 'repeated' | 'notNew' | 'unavailable';

/** A device that knows no staff yet: the feed may bring them any moment; until then one supervisor can set it up. */
export function SetUpForm({ sync }: { readonly sync: SyncStatus | null }) {
  const { t } = useTranslation(['access', 'common']);
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const problemOfFields = (): Problem | null => {
    if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(login)) return 'login';
    if (password.length < leastPasswordLength) return 'password';
    return password === repeated ? null : 'repeated';
  };

  const submit = (): void => {
    const found = problemOfFields();
    setProblem(found);
    if (found !== null || isAsking) return;
    setIsAsking(true);
    void invoke('staff:setUp', { name: name.trim(), login, password }).then((answer) => {
      setIsAsking(false);
      if (!answer.ok) setProblem('unavailable');
      else if (answer.value === null) setProblem('notNew');
    });
  };

  return (
    <form
      className="signIn-form staffSetUp"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h1 className="signIn-title">{t('setUp.title')}</h1>
      <p className="signIn-lead">{t('setUp.lead')}</p>
      {sync !== null && <p className="staffSetUp-sync">{t(`common:sync.explain.${sync.state}`)}</p>}
      <Field label={t('setUp.name')} value={name} onValue={setName} maxLength={80} required autoFocus />
      <Field
        label={t('signIn.login')}
        hint={t('setUp.loginHint')}
        value={login}
        onValue={(typed) => setLogin(typed.toLowerCase())}
        maxLength={40}
        required
      />
      <Field
        label={t('signIn.password')}
        hint={t('setUp.passwordHint', { count: leastPasswordLength })}
        type="password"
        value={password}
        onValue={setPassword}
        maxLength={200}
        required
      />
      <Field
        label={t('setUp.repeat')}
        type="password"
        value={repeated}
        onValue={setRepeated}
        maxLength={200}
        required
      />
      <div role="alert" className="signIn-problem">
        {problem !== null && <p>{t(`setUp.problems.${problem}`)}</p>}
      </div>
      <Button kind="main" type="submit" className="signIn-go" aria-disabled={isAsking}>
        {t(isAsking ? 'signIn.asking' : 'setUp.go')}
      </Button>
    </form>
  );
}
