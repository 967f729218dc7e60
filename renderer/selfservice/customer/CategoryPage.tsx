import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CategoryCode } from '../../../shared/domain/bonusCatalogue';
import { EmptyState } from '../../components/EmptyState';
import { Amount } from './Amount';
import { AccountItem } from './AccountItem';
import { categoryIcons } from './categoryIcons';
import { KioskFold } from './KioskFold';
import { DetailPage, type PageProps } from './DetailPage';
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
      <DetailPage view={view} sync={sync} icon={icon} title={t('bonus.title')}>
        <UnknownSection />
      </DetailPage>
    );
  }
  return (
    <DetailPage
      view={view}
      sync={sync}
      icon={icon}
      title={category.label}
      lead={category.purpose}
      sum={
        <>
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
        </>
      }
    >
      {category.forecast !== null && <p className="detailPage-note">{category.forecast.text}</p>}
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
        <KioskFold title={t('category.expired', { count: category.expired.length })}>
          <ul>
            {category.expired.map((account) => (
              <AccountItem key={account.id} account={account} level={3} />
            ))}
          </ul>
        </KioskFold>
      )}
      <UssdHint path={category.ussdPath} />
    </DetailPage>
  );
}
