import { useTranslation } from 'react-i18next';
import type { MainAccountView } from '../../shared/view/customerView';
import { Figure } from '../components/Figure';
import './MainAccount.css';

export interface MainAccountProps {
  readonly main: MainAccountView;
  readonly path: string;
}

/** The one number that matters most. */
export function MainAccount({ main, path }: MainAccountProps) {
  const { t } = useTranslation('agent');
  return (
    <section className="mainAccount" data-section="main" tabIndex={-1} aria-labelledby="mainAccountTitle">
      <header className="mainAccount-head">
        <h2 id="mainAccountTitle" className="mainAccount-title">
          {main.label}
        </h2>
        <span className="mainAccount-path">{path}</span>
      </header>
      <p className="mainAccount-amount">
        <Figure figure={main.figure} form="large" />
      </p>
      <p className="mainAccount-expiry">
        {main.expiresAt === null ? (
          t('main.noExpiry')
        ) : (
          <>
            {t(main.expired ? 'main.expired' : 'main.validUntil', { date: main.expiresAt.date })}
            <span className="mainAccount-relative">{main.expiresAt.relative}</span>
          </>
        )}
      </p>
    </section>
  );
}
