import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button';
import type { AgentAction } from './actions';
import './KeysHelp.css';
import { KeyTable } from './KeyTable';

export interface KeysHelpProps {
  readonly actions: readonly AgentAction[];
  readonly onHide: () => void;
}

/** The keys that work at this moment, over the page. */
export function KeysHelp({ actions, onHide }: KeysHelpProps) {
  const { t } = useTranslation('agent');
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="keysHelp"
      aria-labelledby="keysHelpTitle"
      onCancel={(event) => {
        event.preventDefault();
        onHide();
      }}
    >
      <h2 id="keysHelpTitle" className="keysHelp-title">
        {t('keys.title')}
      </h2>
      <KeyTable actions={actions} />
      <Button kind="main" onClick={onHide}>
        {t('keys.close')}
      </Button>
    </dialog>
  );
}
