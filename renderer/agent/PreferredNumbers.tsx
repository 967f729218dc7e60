import { useTranslation } from 'react-i18next';
import type { PreferredNumbersView } from '../../shared/view/customerView';
import './Lines.css';
import { NotKnown, Nothing, Section } from './Section';

export interface PreferredNumbersProps {
  readonly favourites: PreferredNumbersView | null;
  readonly path: string;
}

export function PreferredNumbers({ favourites, path }: PreferredNumbersProps) {
  const { t } = useTranslation('agent');
  return (
    <Section title={t('preferred.title')} path={path} anchor="preferredNumbers">
      {favourites === null ? <NotKnown /> : <Numbers favourites={favourites} />}
    </Section>
  );
}

function Numbers({ favourites }: { readonly favourites: PreferredNumbersView }) {
  const { t } = useTranslation('agent');
  const { numbers, max, changesLeft } = favourites;
  const limits = [
    max === null ? null : t('preferred.slots', { used: numbers.length, max }),
    changesLeft === null ? null : t('preferred.changesLeft', { count: changesLeft }),
  ].filter((limit) => limit !== null);
  return (
    <>
      {numbers.length === 0 && <Nothing>{t('preferred.none')}</Nothing>}
      <ul className="lines">
        {numbers.map((number) => (
          <li key={number.msisdn}>{number.text}</li>
        ))}
        {limits.length > 0 && <li className="lines-quiet">{limits.join(' · ')}</li>}
      </ul>
    </>
  );
}
