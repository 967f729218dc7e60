import { ArrowRight, BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { relatedArticles, type ArticleView } from '../../../shared/view/articleView';
import { Button } from '../../components/Button';
import { onDemand } from '../../onDemand';
import { useLanguage } from '../../strings/language';
import { CounterNote } from '../customer/CounterNote';
import { SubjectPage } from '../customer/SubjectPage';
import { SubjectSection } from '../customer/SubjectSection';
import { ArticleList } from './ArticleList';
import type { HelpReader } from './HelpScreen';
import { pagesOfArticle } from './topics';
import './ArticlePage.css';

const ArticleText = onDemand(async () => (await import('../../components/ArticleText')).ArticleText);

export interface ArticlePageProps {
  readonly article: ArticleView;
  /** All that there are. */
  readonly articles: readonly ArticleView[];
  readonly reader: HelpReader;
  readonly onOpen: (slug: string) => void;
}

/** As many as stand below an article without hiding what follows. */
const mostRelated = 4;

/** An article, and where to go from it: the reader's own figures, what else there is to read, the counter. */
export function ArticlePage({ article, articles, reader, onOpen }: ArticlePageProps) {
  const { t } = useTranslation(['help', 'receipt']);
  const { language } = useLanguage();
  const isTranslated = article.language === language;
  const related = relatedArticles(articles, article, mostRelated);
  return (
    <SubjectPage
      icon={BookOpen}
      title={<bdi lang={article.language}>{article.title}</bdi>}
      {...(!isTranslated && { lead: t('onlyFrench') })}
    >
      <div className="articlePage">
        <article lang={article.language}>
          <ArticleText markdown={article.body} />
        </article>
        <OwnLine article={article} reader={reader} />
        {related.length > 0 && (
          <SubjectSection title={t('related')}>
            <ArticleList articles={related} onOpen={onOpen} />
          </SubjectSection>
        )}
        <CounterNote title={t('notFound')} text={t('notFoundAdvice')}>
          {reader.kind === 'customer' && (
            <Button
              kind="plain"
              onClick={() =>
                reader.onOpen({ name: 'handoff', from: { name: 'help', article: article.slug } })
              }
            >
              {t('receipt:kiosk.counter')}
            </Button>
          )}
        </CounterNote>
      </div>
    </SubjectPage>
  );
}

/** A line that is not active has no pages; who has not shown who they are has them a number away. */
function OwnLine({ article, reader }: Pick<ArticlePageProps, 'article' | 'reader'>) {
  const { t } = useTranslation('help');
  const pages = pagesOfArticle(article);
  if (pages.length === 0 || (reader.kind === 'customer' && reader.restricted)) return null;
  return (
    <SubjectSection title={t('ownLine')}>
      <div className="articlePage-ways">
        {reader.kind === 'anybody' ? (
          <Button kind="main" onClick={reader.onStart}>
            {t('start')}
            <ArrowRight aria-hidden="true" />
          </Button>
        ) : (
          pages.map(({ topic, page }) => (
            <Button key={topic} kind="plain" onClick={() => reader.onOpen(page)}>
              {t(`ownPage.${topic}`)}
              <ArrowRight aria-hidden="true" />
            </Button>
          ))
        )}
      </div>
    </SubjectSection>
  );
}
