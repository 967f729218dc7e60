import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { useLanguage } from '../../strings/language';
import './UsefulNumbers.css';

/** What to dial in this country: the operator's own services and the emergency numbers. */
export function UsefulNumbers({ market }: { readonly market: MarketPack }) {
  const { t } = useTranslation('help');
  const { language } = useLanguage();
  const services = [
    { number: market.serviceCodes.consumption, label: t('consumption'), note: t('free') },
    { number: market.serviceCodes.orangeMoney, label: t('orangeMoney'), note: null },
  ];
  const emergencies = market.emergencyNumbers.map(({ number, label }) => ({
    number,
    label: label[language],
    note: t('emergency'),
  }));
  return (
    <section className="usefulNumbers" aria-labelledby="usefulNumbersTitle">
      <h2 id="usefulNumbersTitle">{t('numbers')}</h2>
      <dl>
        {[...services, ...emergencies].map(({ number, label, note }) => (
          <div key={number}>
            <dt>{label}</dt>
            <dd>
              <strong>{number}</strong>
              {note !== null && <span>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
