import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AllowanceView } from '../../shared/view/customerView';
import { Figure } from '../components/Figure';
import { Gauge } from '../components/Gauge';
import './Allowance.css';

/** One allowance: used of limit, as a bar and in figures, with what the present rhythm leads to. */
export function Allowance({ allowance }: { readonly allowance: AllowanceView }) {
  const { t } = useTranslation('agent');
  const { label, used, limit, percent, level, forecast } = allowance;
  return (
    <div className="allowance">
      <h3 className="allowance-label" title={label}>
        {label}
      </h3>
      <p className="allowance-figures">
        <Figure figure={used} form="row" className="allowance-used" />
        <span>{t('consumption.of')}</span>
        <Figure figure={limit} form="row" />
      </p>
      <Gauge percent={percent} level={level} />
      <p className="allowance-foot">
        <span>{forecast?.text}</span>
        <span className={`allowance-percent allowance-${level}`}>
          {level !== 'normal' && <TriangleAlert aria-hidden="true" />}
          {t('consumption.percent', { percent })}
        </span>
      </p>
    </div>
  );
}
