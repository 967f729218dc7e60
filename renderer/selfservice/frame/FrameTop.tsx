import { Contrast, Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { BrandSquare } from '../../components/BrandSquare';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { textSizes, type Comfort } from '../comfort';
import { Clock } from './Clock';
import './FrameTop.css';

export interface FrameTopProps {
  readonly shopName: string;
  readonly market: MarketPack;
  readonly comfort: Comfort;
  /** Whether there are amounts to hide. */
  readonly hasAmounts: boolean;
}

/** The fixed top: whose shop, what time, and how the visitor wants to read. */
export function FrameTop({ shopName, market, comfort, hasAmounts }: FrameTopProps) {
  const { t } = useTranslation('selfservice');
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
