import { BadgeCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { OrderWish } from '../../../shared/domain/orderWish';
import { Button } from '../../components/Button';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';
import { UnknownSection } from './UnknownSection';
import { UssdHint } from './UssdHint';

export interface ProfilePageProps extends PageProps {
  readonly market: MarketPack;
  readonly onOrder: (wish: OrderWish) => void;
}

/** "Mon offre": what the customer has subscribed to, and the plans that it can change to. */
export function ProfilePage({ view, sync, market, onOrder }: ProfilePageProps) {
  const { t } = useTranslation(['selfservice', 'orders']);
  const { profile } = view;
  if (profile === null) {
    return (
      <DetailPage view={view} sync={sync} icon={BadgeCheck} title={t('profile.title')}>
        <UnknownSection />
      </DetailPage>
    );
  }
  const facts = [
    [t('profile.offer'), profile.offer],
    [t('profile.plan'), profile.plan],
    [t('profile.kind'), profile.kindLabel],
    [t('profile.since'), profile.since?.date ?? null],
    [t('profile.status'), view.statusLabel],
  ] as const;
  return (
    <DetailPage view={view} sync={sync} icon={BadgeCheck} title={t('profile.title')}>
      <ul>
        {facts.map(([title, value]) => (
          <KioskRow key={title} title={title}>
            <bdi>{value ?? t('unknown.title')}</bdi>
          </KioskRow>
        ))}
      </ul>
      <h2 className="detailPage-heading">{t('orders:title.plan')}</h2>
      <ul>
        {market.plans.names
          .filter((plan) => plan !== profile.plan)
          .map((plan) => (
            <KioskRow key={plan} title={plan} notes={[t('orders:quote.free')]}>
              <Button
                kind="plain"
                aria-label={t('orders:kiosk.chooseNamed', { name: plan })}
                onClick={() => onOrder({ kind: 'plan', plan })}
              >
                {t('orders:kiosk.choose')}
              </Button>
            </KioskRow>
          ))}
      </ul>
      <UssdHint path={profile.ussdPath} />
    </DetailPage>
  );
}
