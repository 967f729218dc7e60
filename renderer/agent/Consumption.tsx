import { ChartColumn, Table2 } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsumptionView, Figure as FigureView } from '../../shared/view/customerView';
import { Figure } from '../components/Figure';
import { Allowance } from './Allowance';
import './Consumption.css';
import { DailyBars } from './DailyBars';
import { DailyTable } from './DailyTable';
import { NotKnown, Section } from './Section';
import { usageKinds, type UsageKind } from './usageKinds';

export interface ConsumptionProps {
  readonly consumption: ConsumptionView | null;
  readonly path: string;
}

/** What was used in the period: a total and small bars per kind with the same days as a table, then the allowances. */
export function Consumption({ consumption, path }: ConsumptionProps) {
  const { t } = useTranslation('agent');
  const [asTable, setAsTable] = useState(false);
  if (consumption === null) {
    return (
      <Section title={t('consumption.title')} path={path} anchor="consumption">
        <NotKnown />
      </Section>
    );
  }
  const { from, to, mobile, internet, days } = consumption;
  const totals: Record<UsageKind, FigureView | null> = {
    voice: mobile.voice,
    sms: mobile.sms,
    data: internet.data,
    spend: mobile.spend,
  };
  return (
    <Section title={t('consumption.title')} path={path} anchor="consumption">
      <div className="consumption-period">
        <p>{t('consumption.period', { from: from.date, to: to.date })}</p>
        {days.length > 0 && (
          <button type="button" className="consumption-switch" onClick={() => setAsTable(!asTable)}>
            {asTable ? <ChartColumn aria-hidden="true" /> : <Table2 aria-hidden="true" />}
            {t(asTable ? 'consumption.asChart' : 'consumption.asTable')}
          </button>
        )}
      </div>
      {!asTable && (
        <dl className="consumption-kinds">
          {usageKinds.map((kind) => (
            <div key={kind} className="consumption-kind">
              <dt>{t(`consumption.${kind}`)}</dt>
              <dd>
                <DailyBars from={from} to={to} days={days} kind={kind} />
              </dd>
              <dd className="consumption-total">
                <Total figure={totals[kind]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {days.length > 0 && (asTable ? <DailyTable days={days} /> : <SpokenTable days={days} />)}
      {[...mobile.allowances, ...internet.allowances].map((allowance) => (
        <Allowance key={`${allowance.kind} ${allowance.label}`} allowance={allowance} />
      ))}
    </Section>
  );
}

/**
 * For those who listen, while the bars are seen. In an element of its own, since a table takes the height of its rows
 * whatever its own is to be; and after the page is painted, since nobody waits for it.
 */
function SpokenTable({ days }: Pick<ConsumptionView, 'days'>) {
  const isPainted = useDeferredValue(true, false);
  return <div className="forListeners">{isPainted && <DailyTable days={days} />}</div>;
}

function Total({ figure }: { readonly figure: FigureView | null }) {
  const { t } = useTranslation();
  return figure === null ? (
    <span className="consumption-unknown">{t('unknown')}</span>
  ) : (
    <Figure figure={figure} form="row" />
  );
}
