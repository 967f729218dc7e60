/** Chooses the face, and shows the pages that stand in for it: starting, start failed, stopped by a bug. */
import { useEffect, useState } from 'react';
import type { Mode } from '../shared/domain/mode';
import type { AppDescription } from '../shared/ipc/commands/app';
import { invoke } from './bridge';
import { ErrorBoundary } from './components/ErrorBoundary';
import { StartProblemPage, type ShownProblem } from './components/StartProblemPage';
import { StaffExit } from './maintenance/StaffExit';
import { onDemand } from './onDemand';
import { useLanguage } from './strings/language';

// A machine shows one face; the other is not loaded.
const AgentGate = onDemand(async () => (await import('./agent/access/AgentGate')).AgentGate);
const SelfserviceFace = onDemand(async () => (await import('./selfservice/SelfserviceFace')).SelfserviceFace);
const SetUpPage = onDemand(async () => (await import('./setUp/SetUpPage')).SetUpPage);

/** How long a program that is still starting is left alone before it is asked again. */
const startPollMs = 250;

type AppState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'cannotStart'; readonly problem: ShownProblem }
  | { readonly kind: 'notSetUp' }
  | { readonly kind: 'ready'; readonly app: AppDescription };

export function App() {
  const [state, setState] = useState<AppState>({ kind: 'starting' });
  const { language } = useLanguage();

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  useEffect(() => {
    let abandoned = false;
    let timer: number | undefined;
    const ask = async (): Promise<void> => {
      const next = await askWhereItStands();
      if (abandoned) return;
      setState(next);
      if (next.kind === 'starting') timer = window.setTimeout(() => void ask(), startPollMs);
    };
    void ask();
    return () => {
      abandoned = true;
      window.clearTimeout(timer);
    };
  }, []);

  const mode = state.kind === 'ready' ? state.app.mode : 'agent';
  useEffect(() => {
    document.documentElement.dataset['face'] = mode;
  }, [mode]);

  const switchMode = (next: Mode): void => {
    void invoke('app:switchMode', { mode: next }).then((answer) => {
      if (answer.ok) setState({ kind: 'ready', app: answer.value });
    });
  };

  switch (state.kind) {
    case 'starting':
      return null;
    case 'cannotStart':
      return <StartProblemPage problem={state.problem} />;
    case 'notSetUp':
      return <SetUpPage />;
    case 'ready':
      return (
        <ErrorBoundary>
          <StaffExit app={state.app}>
            {state.app.mode === 'agent' ? (
              <AgentGate app={state.app} onSwitchMode={switchMode} />
            ) : (
              <SelfserviceFace app={state.app} onSwitchMode={switchMode} />
            )}
          </StaffExit>
        </ErrorBoundary>
      );
  }
}

async function askWhereItStands(): Promise<AppState> {
  const description = await invoke('app:describe', {});
  if (description.ok) return { kind: 'ready', app: description.value };
  const problem = await invoke('app:startProblem', {});
  if (!problem.ok || problem.value === null) return { kind: 'starting' };
  return problem.value.code === 'NOT_PROVISIONED'
    ? { kind: 'notSetUp' }
    : { kind: 'cannotStart', problem: problem.value };
}
