import { useTranslation } from 'react-i18next';
import type { PostStatus } from '../../../shared/ipc/commands/status';
import type { CacheHealth } from '../../../shared/ipc/syncStatus';
import { Section } from '../Section';
import { Facts } from './Facts';
import { Integrity } from './Integrity';

export interface CacheSectionProps {
  readonly cache: PostStatus['cache'];
  readonly health: CacheHealth;
  readonly instant: (at: string | null) => string;
  readonly number: (count: number) => string;
}

const megabyte = 1_000_000;

/** What the cache holds, how it is, and what became of a damaged one. */
export function CacheSection({ cache, health, instant, number }: CacheSectionProps) {
  const { t } = useTranslation('supervision');
  const { freeBytes, checkedAt, repair } = health;
  const megabytes = (bytes: number, round: (size: number) => number): string =>
    t('post.cache.megabytes', { count: round(bytes / megabyte) });
  return (
    <Section title={t('post.cache.title')}>
      <Facts
        facts={[
          { name: t('post.cache.size'), value: megabytes(cache.sizeBytes, Math.ceil) },
          ...(freeBytes === null
            ? []
            : [{ name: t('post.cache.free'), value: megabytes(freeBytes, Math.floor) }]),
          { name: t('post.cache.subscribers'), value: number(cache.subscribers) },
          { name: t('post.cache.offers'), value: number(cache.offers) },
          { name: t('post.cache.staff'), value: number(cache.staff) },
          { name: t('post.cache.articles'), value: number(cache.articles) },
          { name: t('post.cache.checkedAt'), value: instant(checkedAt) },
          ...(repair === null
            ? []
            : [
                { name: t('post.cache.repairedAt'), value: instant(repair.at) },
                { name: t('post.cache.stage'), value: t(`post.cache.stages.${repair.stage}`) },
                {
                  name: t('post.cache.setAside'),
                  value: <bdi className="facts-long">{repair.setAside}</bdi>,
                },
              ]),
        ]}
      />
      {repair?.isIncomplete === true && <p className="supervision-warning">{t('post.cache.incomplete')}</p>}
      <Integrity />
    </Section>
  );
}
