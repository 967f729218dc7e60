import { BookOpen } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleView } from '../../../shared/view/articleView';
import { useLanguage } from '../../strings/language';
import { SubjectPage } from '../customer/SubjectPage';

const ArticleText = lazy(() =>
  import('../../components/ArticleText').then((module) => ({ default: module.ArticleText })),
);

export function ArticlePage({ article }: { readonly article: ArticleView }) {
  const { t } = useTranslation('help');
  const { language } = useLanguage();
  const isTranslated = article.language === language;
  return (
    <SubjectPage
      icon={BookOpen}
      title={<bdi lang={article.language}>{article.title}</bdi>}
      {...(!isTranslated && { lead: t('onlyFrench') })}
    >
      <article lang={article.language}>
        <Suspense fallback={null}>
          <ArticleText markdown={article.body} />
        </Suspense>
      </article>
    </SubjectPage>
  );
}
