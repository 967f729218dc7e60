import type { ArticleView } from '../../view/articleView';
import { language, request } from './request';

export const articleRequests = { 'article:list': request({ language }) } as const;

export interface ArticleAnswers {
  /** By title. */
  'article:list': readonly ArticleView[];
}
