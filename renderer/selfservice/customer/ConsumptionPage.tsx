import { ChartColumn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { Figure as FigureView } from '../../../shared/view/customerView';
import { DayByDay } from '../charts/DayByDay';
import { Amount } from './Amount';
import { AllowanceMeter } from './AllowanceMeter';
import { DetailPage, type PageProps } from './DetailPage';
import { UnknownSection } from './UnknownSection';
import { UssdHint } from './UssdHint';
import './ConsumptionPage.css';

/** Consumption of the period: totals, allowances, and day by day. */
export function ConsumptionPage({ view, sync, market }: PageProps & { readonly market: MarketPack }) {
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
      <DayByDay days={consumption.days} market={market} />
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
