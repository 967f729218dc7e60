import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferView } from '../../shared/view/customerView';
import { Fold } from './Fold';
import './Lines.css';
import { Nothing, Section } from './Section';

export interface PassesOnSaleProps {
  readonly offers: readonly OfferView[];
  readonly path: string;
}

/** What this customer could buy and for how much, folded away until asked for. */
export function PassesOnSale({ offers, path }: PassesOnSaleProps) {
  const { t } = useTranslation('agent');
  const [unfolded, setUnfolded] = useState(false);
  return (
    <Section title={t('passes.title')} path={path} anchor="passes">
      {offers.length === 0 ? (
        <Nothing>{t('passes.none')}</Nothing>
      ) : (
        <Fold
          label={t('passes.onSale', { count: offers.length })}
          unfolded={unfolded}
          onToggle={setUnfolded}
        />
      )}
      {unfolded && (
        <ul className="lines">
          {offers.map((offer) => (
            <li key={offer.code} className="lines-two">
              <span className="lines-name" title={offer.label}>
                {offer.label}
              </span>
              <span className="lines-figure">{offer.price.text}</span>
              {offer.gives.length > 0 && <span className="lines-quiet">{offer.gives.join(' · ')}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
