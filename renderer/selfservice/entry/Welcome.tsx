import { ArrowRight, ChartColumn, Gift, Star, Wallet, type LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../../shared/domain/language';
import type { MarketPack } from '../../../shared/domain/market';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import { useLanguage } from '../../strings/language';
import { ScreenBody } from '../frame/ScreenBody';
import { ScreenTitle } from '../frame/ScreenTitle';
import { ServiceState } from './ServiceState';
import './Welcome.css';

export interface WelcomeProps {
  readonly market: MarketPack;
  readonly sync: SyncStatus | null;
  readonly onStart: () => void;
}

const promises = [
  ['account', Wallet],
  ['bonus', Gift],
  ['usage', ChartColumn],
  ['services', Star],
] as const satisfies readonly (readonly [string, LucideIcon])[];

/** The rest between two visitors: an invitation in both languages; the language touched is the one it goes on in. */
export function Welcome({ market, sync, onStart }: WelcomeProps) {
  const { t } = useTranslation('selfservice');
  const { language, switchTo } = useLanguage();
  const content = useRef<HTMLElement>(null);
  const shown: readonly Language[] = [language, ...languages.filter((other) => other !== language)];
  const other = shown.slice(1);
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
          {promises.map(([promise, Icon]) => (
            <li key={promise} className="welcome-promise">
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
        {sync !== null && <ServiceState sync={sync} market={market} />}
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
