/** The state of this post for whoever looks after it: what it stands on, what it holds, what went wrong. */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { readQuarantineReason } from '../../../shared/domain/quarantineReason';
import type { Mode } from '../../../shared/domain/mode';
import type { AppDescription } from '../../../shared/ipc/commands/app';
import type { PostStatus } from '../../../shared/ipc/commands/status';
import type { Answer } from '../../../shared/ipc/contract';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { useLanguage } from '../../strings/language';
import { Nothing, Section } from '../Section';
import { CacheSection } from './CacheSection';
import { ExportedNote, type ExportOutcome } from './ExportedNote';
import { DeviceList } from './DeviceList';
import { Facts } from './Facts';
import { formatInstant } from './instant';
import { PostTests } from './PostTests';
import { WipeDevice } from './WipeDevice';
import './supervision.css';

const refreshMs = 10_000;

export interface PostPageProps {
  readonly app: AppDescription;
  readonly market: MarketPack;
  /** As it is told; the rest is asked for again now and then. */
  readonly sync: SyncStatus | null;
  readonly onSwitchMode: (mode: Mode) => void;
  readonly onBack: () => void;
}

export function PostPage({ app, market, sync, onSwitchMode, onBack }: PostPageProps) {
  const { t } = useTranslation(['supervision', 'common']);
  const { language } = useLanguage();
  /** `null`: not answered yet. */
  const [answer, setAnswer] = useState<Answer<'status:read'> | null>(null);
  const [exported, setExported] = useState<ExportOutcome>({ kind: 'none' });

  const read = useCallback(() => {
    void invoke('status:read', {}).then((found) => {
      // What was read before is worth more than what could not be read now.
      setAnswer((before) => (found.ok || before?.ok !== true ? found : before));
    });
  }, []);
  useEffect(() => {
    read();
    const timer = window.setInterval(read, refreshMs);
    return () => window.clearInterval(timer);
  }, [read]);

  const status = answer?.ok === true ? answer.value : null;
  const number = (count: number) => t('count', { count });
  const reasonText = (reason: string) => {
    const known = readQuarantineReason(reason);
    return known === null ? reason : t(`post.quarantine.reasons.${known.problem}`, { ...known });
  };
  const instant = (at: string | null) => (at === null ? t('unknown') : formatInstant(at, market, language));

  return (
    <article className="supervision" aria-labelledby="postPageTitle">
      <header className="supervision-head">
        <h1 id="postPageTitle" className="supervision-title">
          {t('post.title')}
        </h1>
        <Button
          kind="main"
          autoFocus
          onClick={() => {
            void invoke('status:export', {}).then((answer) =>
              setExported(
                answer.ok ? { kind: 'written', file: answer.value } : { kind: 'failed', error: answer.error },
              ),
            );
          }}
        >
          {t('post.export')}
        </Button>
        <p className="supervision-explain">{t('post.exportExplain')}</p>
        <Button kind="plain" onClick={onBack}>
          {t('back')}
        </Button>
      </header>
      <ExportedNote outcome={exported} />
      {answer?.ok !== true && (
        <p className="section-said" role="status">
          {answer === null ? t('common:loading') : t(`common:errors.${answer.error}.title`)}
        </p>
      )}
      {status !== null && (
        <div className="supervision-columns">
          <div data-column>
            <Feed
              status={{ ...status.feed, status: sync ?? status.feed.status }}
              instant={instant}
              number={number}
            />
            <Section title={t('post.live.title')}>
              <Facts
                facts={[
                  {
                    name: t('post.live.state'),
                    value: t(status.live.isConfigured ? 'post.live.configured' : 'post.live.notConfigured'),
                  },
                  { name: t('post.live.lastAnswer'), value: instant(status.live.lastAnswerAt) },
                ]}
              />
            </Section>
            <Section title={t('post.quarantine.title')} aside={<Total of={status.quarantine} />}>
              {status.quarantine.length === 0 && <Nothing>{t('post.quarantine.none')}</Nothing>}
              <Facts
                facts={status.quarantine.map(({ reason, documents }) => ({
                  name: reasonText(reason),
                  value: number(documents),
                }))}
              />
            </Section>
            {!app.training && (
              <Section title={t('post.wipe.title')}>
                <WipeDevice />
              </Section>
            )}
          </div>
          <div data-column>
            <CacheSection
              cache={status.cache}
              health={(sync ?? status.feed.status).cache}
              instant={instant}
              number={number}
            />
            <Section title={t('post.orders.title')}>
              {status.orders.length === 0 && <Nothing>{t('post.orders.none')}</Nothing>}
              <Facts
                facts={status.orders.map(({ state, orders }) => ({
                  name: t(`post.orders.${state}`),
                  value: number(orders),
                }))}
              />
            </Section>
            <Section title={t('post.audit.title')}>
              <Facts
                facts={[
                  { name: t('post.audit.entries'), value: number(status.audit.entries) },
                  {
                    name: t('post.audit.anchors'),
                    value: t(`post.audit.${status.audit.anchors?.state ?? 'off'}`),
                  },
                  ...(status.audit.anchors === null
                    ? []
                    : [{ name: t('post.audit.told'), value: number(status.audit.anchors.entries) }]),
                ]}
              />
            </Section>
          </div>
          <div data-column>
            <Section title={t('post.versions.title')}>
              <Facts
                facts={(
                  ['comptoir', 'electron', 'chromium', 'node', 'sqlite', 'sqlcipher', 'platform'] as const
                ).map((part) => ({ name: t(`post.versions.${part}`), value: status.versions[part] }))}
              />
            </Section>
            <PostTests training={app.training} onSwitchMode={onSwitchMode} />
            <Section title={t('post.problems.title')}>
              {status.problems.length === 0 && <Nothing>{t('post.problems.none')}</Nothing>}
              <ol className="supervision-problems">
                {status.problems.map(({ at, event, fields }, place) => (
                  <li key={status.problems.length - place}>
                    <time dateTime={at}>{instant(at)}</time>
                    <span>
                      <strong>{event}</strong>{' '}
                      {Object.values(fields)
                        .filter((value) => value !== null)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ol>
            </Section>
          </div>
        </div>
      )}
      <DeviceList market={market} />
    </article>
  );
}

function Total({ of }: { readonly of: PostStatus['quarantine'] }) {
  const { t } = useTranslation('supervision');
  const count = of.reduce((sum, { documents }) => sum + documents, 0);
  return count > 0 && <span>{t('count', { count })}</span>;
}

interface FeedProps {
  readonly status: PostStatus['feed'];
  readonly instant: (at: string | null) => string;
  readonly number: (count: number) => string;
}

function Feed({ status: { status, checkpoint }, instant, number }: FeedProps) {
  const { t } = useTranslation(['supervision', 'common']);
  const { nextAttemptAt } = status;
  return (
    <Section title={t('post.feed.title')}>
      <p className="section-said">{t(`common:sync.explain.${status.state}`)}</p>
      <Facts
        facts={[
          { name: t('post.feed.state'), value: t(`common:sync.${status.state}`) },
          { name: t('post.feed.lastContact'), value: instant(status.lastContactAt) },
          ...(nextAttemptAt === null
            ? []
            : [{ name: t('post.feed.nextAttempt'), value: instant(nextAttemptAt) }]),
          {
            name: t('post.feed.checkpoint'),
            value: <bdi title={checkpoint?.since}>{checkpoint?.since ?? t('post.feed.never')}</bdi>,
          },
          ...(checkpoint === null
            ? []
            : [
                {
                  name: t('post.feed.pass'),
                  value: t(checkpoint.isPassComplete ? 'post.feed.passComplete' : 'post.feed.passRunning', {
                    pass: checkpoint.pass,
                  }),
                },
                { name: t('post.feed.unknownTypes'), value: number(checkpoint.unknownTypes) },
              ]),
        ]}
      />
    </Section>
  );
}
