import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleView } from '../../../shared/view/articleView';
import { onDemand } from '../../onDemand';
import { useLanguage } from '../../strings/language';
import { SubjectPage } from '../customer/SubjectPage';

const ArticleText = onDemand(async () => (await import('../../components/ArticleText')).ArticleText);

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
        <ArticleText markdown={article.body} />
      </article>
    </SubjectPage>
  );
}
