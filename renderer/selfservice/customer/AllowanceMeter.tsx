import { CircleAlert, TriangleAlert } from 'lucide-react';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowanceView } from '../../../shared/view/customerView';
import { Amount } from './Amount';
import { Gauge } from '../../components/Gauge';
import { HiddenAmounts } from '../hiddenAmounts';
import './AllowanceMeter.css';

export interface AllowanceMeterProps {
  readonly allowance: AllowanceView;
  /** With until when it lasts. */
  readonly forecast?: boolean;
}

/** How much of an allowance is used, told by bar, figures and, near its end, words. */
export function AllowanceMeter({ allowance, forecast = false }: AllowanceMeterProps) {
  const { t } = useTranslation('selfservice');
  const amountsHidden = use(HiddenAmounts);
  const { level } = allowance;
  return (
    <div className="allowanceMeter">
      <p>
        <bdi>{allowance.label}</bdi>
      </p>
      <p className="allowanceMeter-percent">
        {amountsHidden ? null : t('percent', { percent: allowance.percent })}
      </p>
      <Gauge percent={amountsHidden ? 0 : allowance.percent} level={amountsHidden ? 'normal' : level} />
      <p className="allowanceMeter-figures">
        <Amount figure={allowance.used} /> {t('consumption.of')} <Amount figure={allowance.limit} />
      </p>
      {level !== 'normal' && (
        <p className="allowanceMeter-level">
          {level === 'reached' ? <CircleAlert aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          {t(`consumption.level.${level}`)}
        </p>
      )}
      {forecast && allowance.forecast !== null && (
        <p className="allowanceMeter-forecast">{allowance.forecast.text}</p>
      )}
    </div>
  );
}
