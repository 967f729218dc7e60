import { BadgeCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';
import { UnknownSection } from './UnknownSection';
import { UssdHint } from './UssdHint';

/** "Mon offre": what the customer has subscribed to. */
export function ProfilePage({ view, sync }: PageProps) {
  const { t } = useTranslation('selfservice');
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
      <UssdHint path={profile.ussdPath} />
    </DetailPage>
  );
}
