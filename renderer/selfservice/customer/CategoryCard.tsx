import { ArrowRight, Hourglass, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CategoryView } from '../../../shared/view/customerView';
import { Amount } from './Amount';
import { MenuKey } from './MenuKey';
import { categoryIcons } from './categoryIcons';
import './CategoryCard.css';

export interface CategoryCardProps {
  readonly category: CategoryView;
  /** The digit that leads here. */
  readonly menuKey: string | null;
  readonly onOpen: () => void;
}

/** One category at a glance; all of the card is the way to its detail. */
export function CategoryCard({ category, menuKey, onOpen }: CategoryCardProps) {
  const { t } = useTranslation('selfservice');
  const Icon = categoryIcons[category.code];
  const { nextToExpire } = category;
  const titleId = `category-${category.code}`;
  return (
    <article className="categoryCard" aria-labelledby={titleId}>
      <h2 id={titleId} className="categoryCard-title">
        <Icon aria-hidden="true" strokeWidth={1.5} />
        <span>{category.label}</span>
        <MenuKey digit={menuKey} />
      </h2>
      {category.totals.length === 0 ? (
        <p className="categoryCard-empty">{t('category.none')}</p>
      ) : (
        <ul className="categoryCard-totals">
          {category.totals.map((total) => (
            <li key={total.unit}>
              <Amount figure={total} form="large" />
            </li>
          ))}
        </ul>
      )}
      {category.reserved.map((reserved) => (
        <p key={reserved.unit} className="categoryCard-note">
          <Lock aria-hidden="true" />
          <span>
            {t('account.reserved')} <Amount figure={reserved} />
          </span>
        </p>
      ))}
      {nextToExpire?.expiresAt && (
        <p className="categoryCard-note">
          <Hourglass aria-hidden="true" />
          <span>
            <bdi>{nextToExpire.label}</bdi>
            <br />
            <strong>{nextToExpire.expiresAt.relative}</strong>
          </span>
        </p>
      )}
      <button type="button" className="categoryCard-open" aria-describedby={titleId} onClick={onOpen}>
        <span>{t('category.detail')}</span>
        <span className="categoryCard-arrow" aria-hidden="true">
          <ArrowRight strokeWidth={2.5} />
        </span>
      </button>
    </article>
  );
}
