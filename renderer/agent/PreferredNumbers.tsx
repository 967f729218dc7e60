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
    t('preferred.slots', { used: numbers.length, max }),
    ...(changesLeft === null ? [] : [t('preferred.changesLeft', { count: changesLeft })]),
  ];
  return (
    <>
      {numbers.length === 0 && <Nothing>{t('preferred.none')}</Nothing>}
      <ul className="lines">
        {numbers.map((number) => (
          <li key={number.msisdn}>{number.text}</li>
        ))}
        <li className="lines-quiet">{limits.join(' · ')}</li>
      </ul>
    </>
  );
}
