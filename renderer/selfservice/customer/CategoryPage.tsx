import { ChevronDown, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CategoryCode } from '../../../shared/domain/bonusCatalogue';
import { EmptyState } from '../../components/EmptyState';
import { Amount } from './Amount';
import { AccountItem } from './AccountItem';
import { categoryIcons } from './categoryIcons';
import { PageHead, type PageProps } from './PageHead';
import { UnknownSection } from './UnknownSection';
import { UssdHint } from './UssdHint';
import './CategoryPage.css';

/** "Voir détail": one category, its headings, their accounts; what has expired is folded away. */
export function CategoryPage({ view, sync, code }: PageProps & { readonly code: CategoryCode }) {
  const { t } = useTranslation('selfservice');
  const icon = categoryIcons[code];
  const category = view.bonus?.find((each) => each.code === code);
  if (category === undefined) {
    return (
      <>
        <PageHead view={view} sync={sync} icon={icon} title={t('bonus.title')} />
        <UnknownSection />
      </>
    );
  }
  return (
    <>
      <PageHead view={view} sync={sync} icon={icon} title={category.label} lead={category.purpose}>
        {category.totals.map((total) => (
          <Amount key={total.unit} figure={total} form="large" />
        ))}
        {category.reserved.map((reserved) => (
          <span key={reserved.unit} className="categoryPage-reserved">
            <Lock aria-hidden="true" />
            <span>
              {t('account.reserved')} <Amount figure={reserved} />
            </span>
          </span>
        ))}
      </PageHead>
      {category.headings.length === 0 && (
        <EmptyState icon={icon} title={t(`category.empty.${code}`)} advice={t('category.emptyAdvice')} />
      )}
      {category.headings.map((heading) => (
        <section
          key={heading.code}
          className="categoryPage-heading"
          aria-labelledby={`heading-${heading.code}`}
        >
          <h2 id={`heading-${heading.code}`}>{heading.label}</h2>
          <ul>
            {heading.accounts.map((account) => (
              <AccountItem key={account.id} account={account} level={3} />
            ))}
          </ul>
        </section>
      ))}
      {category.expired.length > 0 && (
        <details className="categoryPage-expired">
          <summary>
            <h2>{t('category.expired', { count: category.expired.length })}</h2>
            <ChevronDown aria-hidden="true" />
          </summary>
          <ul>
            {category.expired.map((account) => (
              <AccountItem key={account.id} account={account} level={3} />
            ))}
          </ul>
        </details>
      )}
      <UssdHint path={category.ussdPath} />
    </>
  );
}
