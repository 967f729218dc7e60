import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { formatContactTime } from '../../components/contactTime';
import { useLanguage } from '../../strings/language';
import type { Notice } from './notices';

const megabyte = 1_000_000;

/** What a notice says. */
export function useNoticeWords(
  notice: Notice | null,
  market: MarketPack,
): { readonly title: string; readonly text: string } | null {
  const { t } = useTranslation(['notices', 'common']);
  const { language } = useLanguage();
  if (notice === null) return null;
  const { kind } = notice;
  switch (kind) {
    case 'offline':
    case 'refused':
    case 'garbled':
    case 'cacheFailed':
      return { title: t(`common:sync.${kind}`), text: t(`common:sync.explain.${kind}`) };
    case 'low': {
      const free = t('megabytes', { count: Math.floor((notice.freeBytes ?? 0) / megabyte) });
      return { title: t('low.title'), text: t('low.text', { free }) };
    }
    case 'sessionEnds': {
      const when = formatContactTime(notice.at, market, language);
      return { title: t('sessionEnds.title', { when }), text: t('sessionEnds.text') };
    }
    case 'orderRejected':
      return {
        title: t('orderRejected.title', { count: notice.count }),
        text: t('orderRejected.text', { count: notice.count }),
      };
    case 'lookupsFlagged':
      return { title: t('lookupsFlagged.title'), text: t('lookupsFlagged.text', { count: notice.count }) };
    case 'full':
    case 'restoring':
    case 'rebuilding':
    case 'stale':
    case 'slowed':
      return { title: t(`plain.${kind}.title`), text: t(`plain.${kind}.text`) };
  }
}
