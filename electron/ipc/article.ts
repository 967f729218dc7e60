import type { ArticleService } from '../services/articles';
import type { Handlers } from './router';

export function articleHandlers(articles: ArticleService): Pick<Handlers, 'article:list'> {
  return {
    async 'article:list'({ language }) {
      const found = await articles.list(language);
      return found.ok ? { ok: true, value: found.articles } : found;
    },
  };
}
