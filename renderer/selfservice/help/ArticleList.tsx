import { ArrowRight } from 'lucide-react';
import type { ArticleView } from '../../../shared/view/articleView';
import './ArticleList.css';

export interface ArticleListProps {
  readonly articles: readonly ArticleView[];
  readonly onOpen: (slug: string) => void;
}

/** Articles by their title, each to be opened. */
export function ArticleList({ articles, onOpen }: ArticleListProps) {
  return (
    <ul className="helpArticles">
      {articles.map(({ slug, title, language }) => (
        <li key={slug}>
          <button type="button" onClick={() => onOpen(slug)}>
            <bdi lang={language}>{title}</bdi>
            <ArrowRight aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
