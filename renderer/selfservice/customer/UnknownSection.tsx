import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState';

/** A section that never came: not known, which is neither empty nor zero. */
export function UnknownSection() {
  const { t } = useTranslation('selfservice');
  return <EmptyState icon={CircleHelp} title={t('unknown.title')} advice={t('unknown.advice')} />;
}
