import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { sectionPath } from '../../../shared/ussd/paths';
import type { OptionView } from '../../../shared/view/customerView';
import type { OrderWish } from '../../../shared/domain/orderWish';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { TopicArticles } from '../help/TopicArticles';
import type { Page } from '../visitState';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';
import { offersOnSale } from './offersOnSale';
import { UnknownSection } from './UnknownSection';
import { UssdHint } from './UssdHint';

export interface OptionsPageProps extends PageProps {
  readonly market: MarketPack;
  readonly onOrder: (wish: OrderWish) => void;
  readonly onOpen: (page: Page) => void;
}

/** The options of the line, those in force first, then those that it can have. */
export function OptionsPage({ view, sync, market, onOrder, onOpen }: OptionsPageProps) {
  const { t } = useTranslation(['selfservice', 'orders']);
  const { options } = view;
  const onSale = offersOnSale(view).filter(({ kind }) => kind === 'option');
  return (
    <DetailPage view={view} sync={sync} icon={Layers} title={t('options.title')} lead={t('options.lead')}>
      {options === null ? (
        <UnknownSection />
      ) : options.length === 0 ? (
        <EmptyState icon={Layers} title={t('options.none')} advice={t('options.noneAdvice')} />
      ) : (
        <ul>
          {options
            .toSorted((one, other) => Number(one.expired) - Number(other.expired))
            .map((option) => (
              <Option key={option.code} option={option} onOrder={onOrder} />
            ))}
        </ul>
      )}
      {onSale.length > 0 && (
        <>
          <h2 className="detailPage-heading">{t('orders:kiosk.start')}</h2>
          <ul>
            {onSale.map((offer) => (
              <KioskRow key={offer.code} title={offer.label} notes={offer.gives}>
                {offer.price.text}
                <Button
                  kind="plain"
                  aria-label={t('orders:kiosk.chooseNamed', { name: offer.label })}
                  onClick={() => onOrder({ kind: 'option', offer: offer.code })}
                >
                  {t('orders:kiosk.choose')}
                </Button>
              </KioskRow>
            ))}
          </ul>
        </>
      )}
      <TopicArticles page="options" onOpen={onOpen} />
      <UssdHint path={sectionPath('options', market)} />
    </DetailPage>
  );
}

function Option({ option, onOrder }: { readonly option: OptionView } & Pick<OptionsPageProps, 'onOrder'>) {
  const { t } = useTranslation(['selfservice', 'orders']);
  const { activatedAt, expiresAt, expired, renews } = option;
  const end =
    expiresAt === null
      ? null
      : expired
        ? t('options.endedOn', { date: expiresAt.date })
        : t(renews === true ? 'options.renewsOn' : 'options.endsOn', {
            date: expiresAt.date,
            relative: expiresAt.relative,
          });
  return (
    <KioskRow
      title={option.label}
      notes={[end, activatedAt === null ? null : t('options.since', { date: activatedAt.date })]}
    >
      {t(expired ? 'options.expired' : 'options.active')}
      {!expired && (
        <Button
          kind="plain"
          aria-label={t('orders:stop', { option: option.label })}
          onClick={() => onOrder({ kind: 'optionStop', offer: option.code })}
        >
          {t('orders:kiosk.stop')}
        </Button>
      )}
    </KioskRow>
  );
}
