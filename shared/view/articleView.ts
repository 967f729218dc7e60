/** The help articles as a reader gets them: in one language, bounded, ready to be searched. */
import { displayText } from '../domain/displayText';
import type { ArticleDocument } from '../domain/feedDocument';
import type { Language } from '../domain/language';
import { foldWords } from '../domain/wordSearch';

export interface ArticleView {
  /** What follows `article:` in its id; distinct. */
  readonly slug: string;
  /** Of title and body: French where the article has no other. */
  readonly language: Language;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly tags: readonly string[];
}

const longestTitle = 160;
const longestTag = 40;
const mostTags = 8;
/** No article of a help page comes near it. */
const longestBody = 20_000;
const mostArticles = 200;

export function articleViews(documents: readonly ArticleDocument[], language: Language): ArticleView[] {
  return documents
    .slice(0, mostArticles)
    .map(({ _id, title, body, tags = [] }) => {
      const [ownTitle, ownBody] = [title[language], body[language]];
      const isTranslated = ownTitle !== undefined && ownBody !== undefined;
      return {
        slug: _id.slice('article:'.length),
        language: isTranslated ? language : 'fr',
        title: displayText(isTranslated ? ownTitle : title.fr, longestTitle),
        body: (isTranslated ? ownBody : body.fr).slice(0, longestBody),
        tags: [...new Set(tags.map((tag) => displayText(tag, longestTag)))]
          .filter(Boolean)
          .slice(0, mostTags),
      };
    })
    .filter(({ title }) => title !== '')
    .toSorted((one, other) => one.title.localeCompare(other.title, language));
}

/** Those that have every word of the query somewhere in title, tags or body, whatever the accents; all for none. */
export function findInArticles(articles: readonly ArticleView[], query: string): readonly ArticleView[] {
  const words = foldWords(query).split(' ').filter(Boolean);
  return articles.filter(({ title, tags, body }) => {
    const text = foldWords([title, ...tags, body].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** What to read next: those that share most topics with an article first; never the article itself. */
export function relatedArticles(
  articles: readonly ArticleView[],
  { slug, tags }: ArticleView,
  most: number,
): readonly ArticleView[] {
  const shared = (other: ArticleView): number => other.tags.filter((tag) => tags.includes(tag)).length;
  return articles
    .filter((other) => other.slug !== slug)
    .toSorted((one, other) => shared(other) - shared(one))
    .slice(0, most);
}
