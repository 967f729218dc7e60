import { GraduationCap, ListOrdered, Monitor } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/language';
import type { DemoNumber } from '../../../shared/ipc/commands/app';
import { Button } from '../../components/Button';
import { useLanguage } from '../../strings/language';
import { DemoNumbers } from './DemoNumbers';
import { SmsInTraining } from './SmsInTraining';
import './TrainingBanner.css';

export interface TrainingBannerProps {
  /** `null` while a customer is open. */
  readonly demoNumbers: Readonly<Record<Language, readonly DemoNumber[]>> | null;
  /** While it is asked for. */
  readonly demoPin: string | null;
  readonly onChoose: (msisdn: string) => void;
  /** `null` where the face cannot be left. */
  readonly onLeaveForCounter: (() => void) | null;
}

/** Says that all customers are invented and offers the numbers that show each state. */
export function TrainingBanner({ demoNumbers, demoPin, onChoose, onLeaveForCounter }: TrainingBannerProps) {
  const { t } = useTranslation(['selfservice', 'access']);
  const { language } = useLanguage();
  const [listed, setListed] = useState(false);
  return (
    <aside className="trainingBanner" aria-label={t('training.title')}>
      <GraduationCap aria-hidden="true" />
      <p className="trainingBanner-text">
        <strong>{t('training.title')}</strong>{' '}
        {demoPin === null ? t('training.text') : t('access:kioskTraining.pin', { pin: demoPin })}{' '}
        <SmsInTraining />
      </p>
      {onLeaveForCounter !== null && (
        <Button kind="quiet" onClick={onLeaveForCounter}>
          <Monitor aria-hidden="true" />
          {t('training.counter')}
        </Button>
      )}
      {demoNumbers !== null && (
        <>
          <Button kind="plain" aria-haspopup="dialog" onClick={() => setListed(true)}>
            <ListOrdered aria-hidden="true" />
            {t('training.numbers')}
          </Button>
          {listed && (
            <DemoNumbers
              numbers={demoNumbers[language]}
              onChoose={onChoose}
              onClose={() => setListed(false)}
            />
          )}
        </>
      )}
    </aside>
  );
}
