/** The help articles that the feed brought; nothing of any customer, so anybody at the screen may read them. */
import type { Language } from '../../shared/domain/language';
import { articleViews, type ArticleView } from '../../shared/view/articleView';
import type { CacheReader } from '../db/connection';
import { findArticles } from '../db/documents';
import { createDocumentShelf } from './documentShelf';
import { unlessUnavailable } from './unlessUnavailable';

export type ArticlesAnswer =
  | { readonly ok: true; readonly articles: readonly ArticleView[] }
  | { readonly ok: false; readonly error: 'CACHE_UNAVAILABLE' };

export interface ArticleService {
  /** All of them, by title. */
  readonly list: (language: Language) => Promise<ArticlesAnswer>;
}

export function createArticleService(reader: CacheReader): ArticleService {
  const shelf = createDocumentShelf(reader, findArticles);
  return {
    list: (language) =>
      unlessUnavailable(async () => ({ ok: true, articles: articleViews(await shelf(), language) })),
  };
}
