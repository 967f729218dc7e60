import { ChartColumn, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsumptionView, Figure as FigureView } from '../../../shared/view/customerView';
import { EmptyState } from '../../components/EmptyState';
import { Amount } from './Amount';
import { AllowanceMeter } from './AllowanceMeter';
import { DayBars, measures, type Measure } from './DayBars';
import { DayTable } from './DayTable';
import { DetailPage, type PageProps } from './DetailPage';
import { UnknownSection } from './UnknownSection';
import { UssdHint } from './UssdHint';
import './ConsumptionPage.css';

/** Consumption of the period: totals, allowances, and day by day. */
export function ConsumptionPage({ view, sync }: PageProps) {
  const { t } = useTranslation('selfservice');
  const { consumption } = view;
  const head = { view, sync, icon: ChartColumn, title: t('consumption.title') };
  if (consumption === null) {
    return (
      <DetailPage {...head}>
        <UnknownSection />
      </DetailPage>
    );
  }
  const { mobile, internet } = consumption;
  const allowances = [...internet.allowances, ...mobile.allowances];
  return (
    <DetailPage
      {...head}
      lead={t('consumption.period', { from: consumption.from.date, to: consumption.to.date })}
    >
      <dl className="consumptionPage-totals">
        <Total label={t('consumption.measures.data')} figure={internet.data} />
        <Total label={t('consumption.measures.voice')} figure={mobile.voice} />
        <Total label={t('consumption.measures.sms')} figure={mobile.sms} />
        <Total label={t('consumption.measures.spend')} figure={mobile.spend} />
      </dl>
      {allowances.length > 0 && (
        <section className="consumptionPage-allowances" aria-label={t('consumption.allowances')}>
          <h2>{t('consumption.allowances')}</h2>
          <ul>
            {allowances.map((allowance, index) => (
              // Two allowances may bear the same label.
              <li key={index}>
                <AllowanceMeter allowance={allowance} forecast />
              </li>
            ))}
          </ul>
        </section>
      )}
      <DayByDay consumption={consumption} />
      <UssdHint path={consumption.ussdPath} />
    </DetailPage>
  );
}

function Total({ label, figure }: { readonly label: string; readonly figure: FigureView | null }) {
  const { t } = useTranslation('selfservice');
  return (
    <div className="consumptionPage-total">
      <dt>{label}</dt>
      <dd>
        {figure === null ? (
          <span className="consumptionPage-unknown">{t('unknown.title')}</span>
        ) : (
          <Amount figure={figure} form="large" />
        )}
      </dd>
    </div>
  );
}

function DayByDay({ consumption }: { readonly consumption: ConsumptionView }) {
  const { t } = useTranslation('selfservice');
  const { days } = consumption;
  const known = measures.filter((measure) => days.some((day) => day[measure] !== null));
  const [chosen, setChosen] = useState<Measure>('data');
  const shown = known.includes(chosen) ? chosen : known[0];
  return (
    <section className="consumptionPage-days" aria-labelledby="dayByDayTitle">
      <h2 id="dayByDayTitle">{t('consumption.byDay')}</h2>
      {shown === undefined ? (
        <EmptyState icon={ChartColumn} title={t('consumption.noDays')} />
      ) : (
        <>
          <div className="consumptionPage-measures" role="group" aria-labelledby="dayByDayTitle">
            {known.map((measure) => (
              <button
                key={measure}
                type="button"
                aria-pressed={measure === shown}
                onClick={() => setChosen(measure)}
              >
                {t(`consumption.measures.${measure}`)}
              </button>
            ))}
          </div>
          <DayBars days={days} measure={shown} />
          <details className="consumptionPage-table">
            <summary>
              <span>{t('consumption.asTable')}</span>
              <ChevronDown aria-hidden="true" />
            </summary>
            <DayTable days={days.toReversed()} measures={known} caption={t('consumption.byDay')} />
          </details>
        </>
      )}
    </section>
  );
}
