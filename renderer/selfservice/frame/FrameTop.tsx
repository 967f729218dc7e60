import { Contrast, Eye, EyeOff, Volume2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { BrandSquare } from '../../components/BrandSquare';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { textSizes, type Comfort } from '../comfort';
import type { ScreenReading } from '../speech/screenReading';
import { Clock } from './Clock';
import './FrameTop.css';

export interface FrameTopProps {
  readonly shopName: string;
  readonly market: MarketPack;
  readonly comfort: Comfort;
  readonly reading: ScreenReading;
  /** Whether there are amounts to hide. */
  readonly hasAmounts: boolean;
}

/** The fixed top: whose shop, what time, and how the visitor wants to read. */
export function FrameTop({ shopName, market, comfort, reading, hasAmounts }: FrameTopProps) {
  const { t } = useTranslation('selfservice');
  const speech = useTranslation('speech').t;
  const canRead = reading.engine === 'program' || reading.engine === 'system';
  const Amounts = comfort.amountsHidden ? EyeOff : Eye;
  return (
    <header className="frameTop">
      <BrandSquare name={shopName} />
      <Clock market={market} />
      <div className="frameTop-tools">
        <LanguageSwitch />
        <div className="frameTop-sizes" role="group" aria-label={t('comfort.textSize')}>
          {textSizes.map((size) => (
            <button
              key={size}
              type="button"
              className={`frameTop-tool frameTop-${size}`}
              aria-pressed={comfort.textSize === size}
              aria-label={t(`comfort.${size}`)}
              onClick={() => comfort.setTextSize(size)}
            >
              A
            </button>
          ))}
        </div>
        <button
          type="button"
          className="frameTop-tool"
          aria-pressed={comfort.highContrast}
          aria-label={t('comfort.contrast')}
          onClick={comfort.toggleContrast}
        >
          <Contrast aria-hidden="true" />
        </button>
        {canRead && (
          <button
            type="button"
            className="frameTop-tool"
            aria-pressed={reading.on}
            aria-label={speech(reading.on ? 'stop' : 'start')}
            onClick={reading.toggle}
          >
            <Volume2 aria-hidden="true" />
          </button>
        )}
        {hasAmounts && (
          <button
            type="button"
            className="frameTop-tool"
            aria-pressed={comfort.amountsHidden}
            aria-label={t('comfort.hideAmounts')}
            onClick={comfort.toggleAmounts}
          >
            <Amounts aria-hidden="true" />
          </button>
        )}
      </div>
    </header>
  );
}
