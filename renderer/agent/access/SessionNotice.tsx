import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { formatContactTime } from '../../components/contactTime';
import { useLanguage } from '../../strings/language';
import './SessionNotice.css';

export interface SessionNoticeProps {
  /** ISO 8601 UTC; `null`: it does not end soon. */
  readonly endsSoonAt: string | null;
  readonly market: MarketPack;
}

/** That the session is about to end because the feed has not answered for days. */
export function SessionNotice({ endsSoonAt, market }: SessionNoticeProps) {
  const { t } = useTranslation('access');
  const { language } = useLanguage();
  if (endsSoonAt === null) return null;
  return (
    <p className="sessionNotice" role="status">
      <Clock aria-hidden="true" />
      {t('session.endsSoon', { when: formatContactTime(endsSoonAt, market, language) })}
    </p>
  );
}
