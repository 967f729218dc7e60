import { useTranslation } from 'react-i18next';
import { useArticles } from '../../articles';
import { SubjectSection } from '../customer/SubjectSection';
import type { Page } from '../visitState';
import { ArticleList } from './ArticleList';
import { pagesOfArticle } from './topics';

export interface TopicArticlesProps {
  /** What the articles are to be about. */
  readonly page: Page['name'];
  readonly onOpen: (page: Page) => void;
}

/** What there is to read about a page of the customer; nothing where there is nothing. */
export function TopicArticles({ page, onOpen }: TopicArticlesProps) {
  const { t } = useTranslation('help');
  const articles = useArticles();
  const about =
    articles.kind === 'ready'
      ? articles.articles.filter((article) =>
          pagesOfArticle(article).some((topic) => topic.page.name === page),
        )
      : [];
  if (about.length === 0) return null;
  return (
    <SubjectSection title={t('related')}>
      <ArticleList articles={about} onOpen={(article) => onOpen({ name: 'help', article })} />
    </SubjectSection>
  );
}
