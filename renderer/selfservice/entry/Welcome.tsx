import {
  ArrowRight,
  ChartColumn,
  Gift,
  LifeBuoy,
  Star,
  VolumeX,
  Wallet,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../../shared/domain/language';
import type { MarketPack } from '../../../shared/domain/market';
import type { SpeechEngine } from '../../../shared/ipc/commands/speech';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import { Button } from '../../components/Button';
import { useLanguage } from '../../strings/language';
import { ScreenBody } from '../frame/ScreenBody';
import { ScreenTitle } from '../frame/ScreenTitle';
import { ServiceState } from './ServiceState';
import './Welcome.css';

export interface WelcomeProps {
  readonly market: MarketPack;
  readonly sync: SyncStatus | null;
  /** Who reads aloud; `null` until it is known. */
  readonly engine: SpeechEngine | null;
  readonly onStart: () => void;
  readonly onHelp: () => void;
}

/** How long each thing that one can do here is shown. */
const turnMs = 6000;

const promises = [
  ['account', Wallet],
  ['bonus', Gift],
  ['usage', ChartColumn],
  ['services', Star],
] as const satisfies readonly (readonly [string, LucideIcon])[];

/** The rest between two visitors: an invitation in both languages; the language touched is the one it goes on in. */
export function Welcome({ market, sync, engine, onStart, onHelp }: WelcomeProps) {
  const { t } = useTranslation('selfservice');
  const help = useTranslation('help').t;
  const speech = useTranslation('speech').t;
  const { language, switchTo } = useLanguage();
  const content = useRef<HTMLElement>(null);
  const shown: readonly Language[] = [language, ...languages.filter((other) => other !== language)];
  const other = shown.slice(1);
  const turn = useTurn(promises.length);
  return (
    <ScreenBody name="welcome" content={content}>
      <div className="welcome">
        <div className="welcome-invitation">
          <ScreenTitle className="welcome-title">
            {t('welcome.title')}
            <span className="welcome-square" aria-hidden="true" />
          </ScreenTitle>
          {other.map((lng) => (
            <p key={lng} lang={lng} className="welcome-subtitle">
              {t('welcome.title', { lng })}
            </p>
          ))}
        </div>
        <ul className="welcome-promises">
          {promises.map(([promise, Icon], index) => (
            <li key={promise} className={`welcome-promise ${index === turn ? 'welcome-shown' : ''}`}>
              <Icon aria-hidden="true" strokeWidth={1.5} />
              <p>
                <strong>{t(`welcome.promises.${promise}`)}</strong>
                {other.map((lng) => (
                  <span key={lng} lang={lng}>
                    {t(`welcome.promises.${promise}`, { lng })}
                  </span>
                ))}
              </p>
            </li>
          ))}
        </ul>
        <div className="welcome-service">
          {sync !== null && <ServiceState sync={sync} market={market} />}
          {engine === 'none' && (
            <p className="welcome-noSpeech">
              <VolumeX aria-hidden="true" />
              <span>
                <strong>{speech('none')}</strong> {speech('noneText')}
              </span>
            </p>
          )}
          <Button kind="plain" className="welcome-help" onClick={onHelp}>
            <LifeBuoy aria-hidden="true" />
            {help('open')}
          </Button>
        </div>
        <div className="welcome-start">
          {shown.map((lng) => (
            <button
              key={lng}
              type="button"
              lang={lng}
              className="welcome-go"
              onClick={() => {
                switchTo(lng);
                onStart();
              }}
            >
              <span>
                {t('welcome.start', { lng })}
                <span className="welcome-goHint">{t('welcome.startHint', { lng })}</span>
              </span>
              <ArrowRight aria-hidden="true" strokeWidth={2.5} />
            </button>
          ))}
        </div>
      </div>
    </ScreenBody>
  );
}

/** Which of so many is shown, in turn; none for who wants nothing on the screen to move. */
function useTurn(count: number): number | null {
  const [turn, setTurn] = useState<number | null>(null);
  useEffect(() => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const timer = window.setInterval(() => setTurn((now) => (now === null ? 0 : (now + 1) % count)), turnMs);
    return () => window.clearInterval(timer);
  }, [count]);
  return turn;
}
