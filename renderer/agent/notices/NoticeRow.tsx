import {
  CloudOff,
  Clock,
  CircleX,
  HardDrive,
  History,
  Hourglass,
  SearchX,
  ShieldAlert,
  TriangleAlert,
  Wrench,
  X,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { useLanguage } from '../../strings/language';
import type { AgentAction } from '../actions';
import { KeyCaps } from '../KeyCaps';
import { useNoticeWords } from './noticeWords';
import type { NoticeKind, ShownNotice } from './notices';
import './NoticeRow.css';

const icons: Readonly<Record<NoticeKind, LucideIcon>> = {
  full: HardDrive,
  low: HardDrive,
  restoring: Wrench,
  rebuilding: Wrench,
  offline: CloudOff,
  refused: ShieldAlert,
  garbled: TriangleAlert,
  cacheFailed: TriangleAlert,
  sessionEnds: Clock,
  orderRejected: CircleX,
  lookupsFlagged: SearchX,
  stale: History,
  slowed: Hourglass,
};

export interface NoticeRowProps {
  /** `null`: there is nothing to tell. */
  readonly shown: ShownNotice | null;
  readonly market: MarketPack;
  /** Where the notice leads; `null`: nowhere. */
  readonly action: AgentAction | null;
  /** `null`: it stays until it is over. */
  readonly dismiss: AgentAction | null;
}

/** One line at the foot of the window. It lies over the page, which does not move, and never takes the focus. */
export function NoticeRow({ shown, market, action, dismiss }: NoticeRowProps) {
  const { t } = useTranslation('notices');
  const words = useNoticeWords(shown?.notice ?? null, market);
  const Icon = shown === null ? null : icons[shown.notice.kind];
  return (
    <section className="noticeRow" aria-label={t('label')} data-notice={shown?.notice.kind}>
      {/* Always there, so that what comes into it is spoken. */}
      <p role="status" className="noticeRow-words">
        {Icon !== null && <Icon aria-hidden="true" />}
        {words !== null && (
          <span>
            <strong>{words.title}</strong> <span>{words.text}</span>
          </span>
        )}
      </p>
      {shown !== null && shown.more > 0 && (
        <span className="noticeRow-more">{t('more', { count: shown.more })}</span>
      )}
      {action !== null && <NoticeKey action={action} />}
      {dismiss !== null && <NoticeKey action={dismiss} icon={X} />}
    </section>
  );
}

interface NoticeKeyProps {
  readonly action: AgentAction;
  /** In place of its name. */
  readonly icon?: LucideIcon;
}

/** Not in the order of Tab, and the focus stays where it is: whoever uses the keyboard presses the key itself. */
function NoticeKey({ action: { act, name, keys }, icon: Icon }: NoticeKeyProps) {
  const { language } = useLanguage();
  const [chord] = keys;
  if (act === null || chord === undefined) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="noticeRow-key"
      title={name[language]}
      aria-label={name[language]}
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      {Icon === undefined ? name[language] : <Icon aria-hidden="true" />}
      <span className="noticeRow-caps">
        <KeyCaps chord={chord} />
      </span>
    </button>
  );
}
