/** The topics of articles that the kiosk knows by name, and the page of a customer where each of them is seen. */
import { foldWords } from '../../../shared/domain/wordSearch';
import type { ArticleView } from '../../../shared/view/articleView';
import type { Page } from '../visitState';

const pages = {
  bonus: { name: 'home' },
  expiry: { name: 'expiring' },
  credit: { name: 'category', code: 'credit' },
  minutes: { name: 'category', code: 'minutes' },
  internet: { name: 'category', code: 'internet' },
  consumption: { name: 'consumption' },
  phone: { name: 'phone' },
  orangeMoney: { name: 'orangeMoney' },
  options: { name: 'options' },
  preferredNumbers: { name: 'preferredNumbers' },
  line: { name: 'profile' },
} as const satisfies Record<string, Page>;

type PageTopic = keyof typeof pages;

type Topic = PageTopic | 'alerts' | 'status';

/** By the tag with which they come, without accents. */
const topics: ReadonlyMap<string, Topic> = new Map([
  ['bonus', 'bonus'],
  ['expiration', 'expiry'],
  ['credit', 'credit'],
  ['minutes', 'minutes'],
  ['internet', 'internet'],
  ['conso', 'consumption'],
  ['#122#', 'phone'],
  ['orange money', 'orangeMoney'],
  ['options', 'options'],
  ['numeros preferes', 'preferredNumbers'],
  ['ligne', 'line'],
  ['alertes', 'alerts'],
  ['statut', 'status'],
]);

/** `null`: one that only its own words name. */
export function topicOf(tag: string): Topic | null {
  return topics.get(foldWords(tag)) ?? null;
}

interface TopicPage {
  readonly topic: PageTopic;
  readonly page: Page;
}

/** Where a customer sees for their own line what an article is about. */
export function pagesOfArticle({ tags }: Pick<ArticleView, 'tags'>): readonly TopicPage[] {
  const named = new Set(tags.map(topicOf));
  return [...named].flatMap((topic) =>
    topic === null || topic === 'alerts' || topic === 'status' ? [] : [{ topic, page: pages[topic] }],
  );
}
