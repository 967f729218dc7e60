import { CalendarX2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MainAccountView } from '../../../shared/view/customerView';
import { Amount } from './Amount';
import { SumPanel } from './SumPanel';

/** The one number that matters, and until when it does. */
export function MainAccount({ main }: { readonly main: MainAccountView }) {
  const { t } = useTranslation('selfservice');
  const { expiresAt } = main;
  return (
    <SumPanel
      title={main.label}
      sum={<Amount figure={main.figure} form="large" />}
      note={
        expiresAt === null ? (
          t('main.noExpiry')
        ) : (
          <>
            {main.expired && <CalendarX2 aria-hidden="true" />}
            <span>
              {t(main.expired ? 'main.expired' : 'main.validUntil', { date: expiresAt.date })}{' '}
              <span className="sumPanel-relative">{expiresAt.relative}</span>
            </span>
          </>
        )
      }
    />
  );
}
