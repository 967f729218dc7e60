import './selfservice.css';
import { useState } from 'react';
import type { Mode } from '../../shared/domain/mode';
import type { AppDescription } from '../../shared/ipc/commands/app';
import { languages } from '../../shared/domain/language';
import { useLanguage } from '../strings/language';
import { useSyncStatus } from '../syncStatus';
import { useDoubleTapGuard } from './doubleTap';
import { Visit } from './Visit';

export interface SelfserviceFaceProps {
  readonly app: AppDescription;
  readonly onSwitchMode: (mode: Mode) => void;
}

/**
 * The face for a customer alone: one visit after the other. All that a visit knows lives in the component that is
 * thrown away when it ends, so that nothing of one visitor can reach the next.
 */
export function SelfserviceFace({ app, onSwitchMode }: SelfserviceFaceProps) {
  const [visit, setVisit] = useState(1);
  const sync = useSyncStatus();
  const { switchTo } = useLanguage();
  useDoubleTapGuard();

  const startAgain = (): void => {
    switchTo(languages[0]);
    setVisit((now) => now + 1);
  };

  return <Visit key={visit} app={app} sync={sync} onEnd={startAgain} onSwitchMode={onSwitchMode} />;
}
