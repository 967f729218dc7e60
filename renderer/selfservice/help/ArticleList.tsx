import type { ArticleView } from '../../../shared/view/articleView';
import { WayList } from '../customer/WayList';

export interface ArticleListProps {
  readonly articles: readonly ArticleView[];
  readonly onOpen: (slug: string) => void;
}

/** Articles by their title, each to be opened. */
export function ArticleList({ articles, onOpen }: ArticleListProps) {
  return (
    <WayList
      ways={articles.map(({ slug, title, language }) => ({
        key: slug,
        name: <bdi lang={language}>{title}</bdi>,
        onOpen: () => onOpen(slug),
      }))}
    />
  );
}
