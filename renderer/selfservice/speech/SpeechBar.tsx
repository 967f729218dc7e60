import { Minus, Pause, Play, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { speechRates } from '../../../shared/ipc/commands/speech';
import { Button } from '../../components/Button';
import { Segments } from '../charts/Segments';
import { loudest, type ScreenReading } from './screenReading';
import './SpeechBar.css';

/** How the reading goes, while it is on: again or pause, how fast, how loud, off. */
export function SpeechBar({ reading }: { readonly reading: ScreenReading }) {
  const { t } = useTranslation('speech');
  const { speaking, rate, volume } = reading;
  return (
    <section className="speechBar" aria-label={t('title')}>
      <Button kind="plain" onClick={speaking ? reading.pause : reading.readAgain}>
        {speaking ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        {t(speaking ? 'pause' : 'again')}
      </Button>
      <Segments
        label={t('rate')}
        choices={speechRates.map((value) => ({ value, text: t(`rates.${value}`) }))}
        chosen={rate}
        onChoose={reading.setRate}
      />
      <div className="speechBar-volume" role="group" aria-label={t('volume', { volume, loudest })}>
        <Button
          kind="plain"
          aria-label={t('quieter')}
          aria-disabled={volume <= 1}
          onClick={() => reading.setVolume(volume - 1)}
        >
          <Minus aria-hidden="true" />
        </Button>
        <span className="speechBar-steps" aria-hidden="true">
          {Array.from({ length: loudest }, (_, step) => (
            <span key={step} className={step < volume ? 'speechBar-on' : ''} />
          ))}
        </span>
        <Button
          kind="plain"
          aria-label={t('louder')}
          aria-disabled={volume >= loudest}
          onClick={() => reading.setVolume(volume + 1)}
        >
          <Plus aria-hidden="true" />
        </Button>
      </div>
      <Button kind="plain" aria-label={t('stop')} onClick={reading.toggle}>
        <X aria-hidden="true" />
      </Button>
    </section>
  );
}
