import { Ticket } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { sectionPath } from '../../../shared/ussd/paths';
import type { OrderWish } from '../../../shared/domain/orderWish';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';
import { offersOnSale } from './offersOnSale';
import { UssdHint } from './UssdHint';

export interface PassesPageProps extends PageProps {
  readonly market: MarketPack;
  readonly onOrder: (wish: OrderWish) => void;
}

/** The passes and options that this line can have, with price and what each gives. */
export function PassesPage({ view, sync, market, onOrder }: PassesPageProps) {
  const { t } = useTranslation(['selfservice', 'orders']);
  const onSale = offersOnSale(view);
  return (
    <DetailPage view={view} sync={sync} icon={Ticket} title={t('passes.title')} lead={t('passes.lead')}>
      {onSale.length === 0 ? (
        <EmptyState icon={Ticket} title={t('passes.none')} />
      ) : (
        <ul>
          {onSale.map((offer) => (
            <KioskRow key={offer.code} title={offer.label} notes={offer.gives}>
              {offer.price.text}
              <Button
                kind="plain"
                aria-label={t('orders:kiosk.chooseNamed', { name: offer.label })}
                onClick={() => onOrder({ kind: offer.kind, offer: offer.code })}
              >
                {t('orders:kiosk.choose')}
              </Button>
            </KioskRow>
          ))}
        </ul>
      )}
      <UssdHint path={sectionPath('passes', market)} />
    </DetailPage>
  );
}
