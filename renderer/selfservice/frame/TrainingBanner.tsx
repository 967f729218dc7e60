import { GraduationCap, ListOrdered, Monitor, X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/language';
import type { DemoNumber } from '../../../shared/ipc/contract';
import { Button } from '../../components/Button';
import { useLanguage } from '../../strings/language';
import './TrainingBanner.css';

export interface TrainingBannerProps {
  /** `null` while a customer is open. */
  readonly demoNumbers: Readonly<Record<Language, readonly DemoNumber[]>> | null;
  readonly onChoose: (msisdn: string) => void;
  /** `null` where the face cannot be left. */
  readonly onLeaveForCounter: (() => void) | null;
}

/** Says that all customers are invented and offers the numbers that show each state. */
export function TrainingBanner({ demoNumbers, onChoose, onLeaveForCounter }: TrainingBannerProps) {
  const { t } = useTranslation('selfservice');
  const { language } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <aside className="trainingBanner" aria-label={t('training.title')}>
      <GraduationCap aria-hidden="true" />
      <p className="trainingBanner-text">
        <strong>{t('training.title')}</strong> {t('training.text')}
      </p>
      {onLeaveForCounter !== null && (
        <Button kind="quiet" onClick={onLeaveForCounter}>
          <Monitor aria-hidden="true" />
          {t('training.counter')}
        </Button>
      )}
      {demoNumbers !== null && (
        <>
          <Button kind="plain" onClick={() => dialog.current?.showModal()}>
            <ListOrdered aria-hidden="true" />
            {t('training.numbers')}
          </Button>
          <dialog ref={dialog} className="demoNumbers" aria-labelledby="demoNumbersTitle">
            <header className="demoNumbers-head">
              <h2 id="demoNumbersTitle">{t('training.numbers')}</h2>
              <Button kind="plain" aria-label={t('training.close')} onClick={() => dialog.current?.close()}>
                <X aria-hidden="true" />
              </Button>
            </header>
            <ul className="demoNumbers-list">
              {demoNumbers[language].map(({ msisdn, text, shows }) => (
                <li key={msisdn}>
                  <button type="button" className="demoNumbers-choice" onClick={() => onChoose(msisdn)}>
                    <span className="demoNumbers-number">{text}</span>
                    <span>{shows}</span>
                  </button>
                </li>
              ))}
            </ul>
          </dialog>
        </>
      )}
    </aside>
  );
}
