import { X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoNumber } from '../../../shared/ipc/commands/app';
import { Button } from '../../components/Button';
import './DemoNumbers.css';

export interface DemoNumbersProps {
  readonly numbers: readonly DemoNumber[];
  readonly onChoose: (msisdn: string) => void;
  readonly onClose: () => void;
}

/** The numbers of the training mode, each with what it shows; one touch opens its customer. */
export function DemoNumbers({ numbers, onChoose, onClose }: DemoNumbersProps) {
  const { t } = useTranslation('selfservice');
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  return (
    <dialog ref={dialog} className="demoNumbers" aria-labelledby="demoNumbersTitle" onCancel={onClose}>
      <header className="demoNumbers-head">
        <h2 id="demoNumbersTitle">{t('training.numbers')}</h2>
        <Button kind="plain" aria-label={t('training.close')} onClick={onClose}>
          <X aria-hidden="true" />
        </Button>
      </header>
      <ul className="demoNumbers-list">
        {numbers.map(({ msisdn, text, shows }) => (
          <li key={msisdn}>
            <button type="button" className="demoNumbers-choice" onClick={() => onChoose(msisdn)}>
              <span className="demoNumbers-number">{text}</span>
              <span>{shows}</span>
            </button>
          </li>
        ))}
      </ul>
    </dialog>
  );
}
