import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button';
import './KeysHelp.css';
import { KeyTable } from './KeyTable';

/** Every key of the counter, over the page. */
export function KeysHelp({ onHide }: { readonly onHide: () => void }) {
  const { t } = useTranslation('agent');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
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
      <KeyTable />
      <Button kind="main" onClick={onHide}>
        {t('keys.close')}
      </Button>
    </dialog>
  );
}
