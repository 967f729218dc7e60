import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import type { AppDescription } from '../../shared/ipc/commands/app';
import type { SyncStatus } from '../../shared/ipc/syncStatus';
import { Button } from '../components/Button';
import { SyncProgress } from '../components/SyncProgress';
import { formatContactTime } from '../components/contactTime';
import { useLanguage } from '../strings/language';
import type { AgentAction } from './actions';
import { KeyTable } from './KeyTable';
import './StartScreen.css';

/** Why nobody is open: not yet, the number typed leads to nobody, or the customer is gone from the cache. */
export type StartMessage = 'WELCOME' | 'REMOVED' | 'BAD_MSISDN' | 'UNKNOWN_ID' | 'NOT_FOUND';

export interface StartScreenProps {
  readonly app: AppDescription;
  readonly market: MarketPack;
  readonly sync: SyncStatus | null;
  readonly message: StartMessage;
  readonly actions: readonly AgentAction[];
  readonly onOpen: (number: string) => void;
  /** Begins the guided tour; `null` outside training, and while it goes on. */
  readonly onTour: (() => void) | null;
  /** Whom this session has opened, if anybody. */
  readonly recent: ReactNode;
}

/** Nobody open: how to search, what this post holds, and in training the numbers to try. */
export function StartScreen({
  app,
  market,
  sync,
  message,
  actions,
  onOpen,
  onTour,
  recent,
}: StartScreenProps) {
  const { t } = useTranslation(['agent', 'tour']);
  const { language } = useLanguage();
  const demoNumbers = app.demoNumbers[language];
  return (
    <div className={demoNumbers.length > 0 ? 'startScreen startScreen-training' : 'startScreen'}>
      <div data-column>
        <div role="alert" className={`startScreen-message startScreen-${message}`}>
          <h1 className="startScreen-title">{t(`start.${message}.title`)}</h1>
          <p className="startScreen-advice">
            {t(`start.${message}.advice`, {
              // In one piece.
              example: market.numbers.example.replaceAll(' ', '\u00a0'),
            })}
          </p>
        </div>
        {onTour !== null && (
          <Button kind="main" className="startScreen-tour" onClick={onTour}>
            {t('tour:start')}
          </Button>
        )}
        {sync !== null && <PostStatus market={market} sync={sync} />}
        {recent}
      </div>
      {demoNumbers.length > 0 && (
        <section data-column aria-labelledby="demoNumbersTitle">
          <header className="startScreen-demoHead">
            <h2 id="demoNumbersTitle">{t('start.demoTitle')}</h2>
            <p>{t('start.demoAdvice')}</p>
          </header>
          <ul>
            {demoNumbers.map((demo) => (
              <li key={demo.msisdn}>
                <button
                  type="button"
                  className="startScreen-line startScreen-demoNumber"
                  data-section
                  onClick={() => onOpen(demo.text)}
                >
                  <strong>{demo.text}</strong>
                  <span className="startScreen-shows" title={demo.shows}>
                    {demo.shows}
                  </span>
                  <ChevronRight aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="startScreen-keys" aria-labelledby="startKeysTitle">
        <h2 id="startKeysTitle" className="startScreen-keysTitle">
          {t('keys.title')}
        </h2>
        <KeyTable actions={actions} />
      </section>
    </div>
  );
}

/** What this post holds and how fresh it is. */
function PostStatus({ market, sync }: { readonly market: MarketPack; readonly sync: SyncStatus }) {
  const { t } = useTranslation(['agent', 'common']);
  const { language } = useLanguage();
  return (
    <section className="postStatus" aria-labelledby="postStatusTitle">
      <h2 id="postStatusTitle" className="postStatus-title">
        {t('post.title')}
      </h2>
      <p className="postStatus-explain">{t(`common:sync.explain.${sync.state}`)}</p>
      {sync.state === 'catchingUp' && sync.progress !== null && <SyncProgress progress={sync.progress} />}
      <dl className="postStatus-facts">
        <dt>{t('post.subscribers')}</dt>
        <dd>{t('post.number', { count: sync.subscribers })}</dd>
        <dt>{t('post.lastContact')}</dt>
        <dd>
          {sync.lastContactAt === null
            ? t('post.never')
            : formatContactTime(sync.lastContactAt, market, language)}
        </dd>
        {sync.nextAttemptAt !== null && (
          <>
            <dt>{t('post.nextAttempt')}</dt>
            <dd>{formatContactTime(sync.nextAttemptAt, market, language)}</dd>
          </>
        )}
        {sync.quarantined > 0 && (
          <>
            <dt>{t('post.quarantined')}</dt>
            <dd>{t('post.number', { count: sync.quarantined })}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
