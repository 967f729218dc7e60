import { useTranslation } from 'react-i18next';
import { ErrorState } from './ErrorState';
import { StandInPage } from './StandInPage';

/** Shown in place of a face that met a bug. */
export function StoppedPage({ onResume }: { readonly onResume: () => void }) {
  const { t } = useTranslation();
  return (
    <StandInPage>
      <ErrorState
        heading="h1"
        title={t('stopped.title')}
        advice={t('stopped.advice')}
        action={{ label: t('stopped.action'), onAct: onResume }}
      />
    </StandInPage>
  );
}
