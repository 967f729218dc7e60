import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleDocuments } from '../../../electron/services/training/articles';
import type { ArticleDocument } from '../../../shared/domain/feedDocument';
import { articleViews, findInArticles, relatedArticles } from '../../../shared/view/articleView';

function article(slug: string, fields: Partial<ArticleDocument> = {}): ArticleDocument {
  return {
    ...{ _id: `article:${slug}`, type: 'article', schema: 1 },
    ...{ title: { fr: `Titre ${slug}` }, body: { fr: 'Corps' } },
    ...fields,
  };
}

describe('the articles of the assistance', () => {
  it('are in the language asked for, by title', () => {
    const english = articleViews(articleDocuments, 'en');
    expect(english).toHaveLength(articleDocuments.length);
    expect(english.every(({ language }) => language === 'en')).toBe(true);
    const titles = english.map(({ title }) => title);
    expect(titles).toEqual(titles.toSorted((one, other) => one.localeCompare(other, 'en')));
  });

  it('are in French, and say so, where they have no English', () => {
    const [view] = articleViews([article('a', { title: { fr: 'Un', en: 'One' } })], 'en');
    expect(view).toMatchObject({ language: 'fr', title: 'Un', body: 'Corps' });
  });

  it('are bounded whatever the feed sends', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      article(String(index), {
        title: { fr: 'x'.repeat(5000) },
        body: { fr: 'y'.repeat(90_000) },
        tags: Array.from({ length: 50 }, (__, tag) => `${tag} ${'z'.repeat(99)}`),
      }),
    );
    const views = articleViews(many, 'fr');
    expect(views.length).toBeLessThanOrEqual(200);
    for (const { title, body, tags } of views) {
      expect([title.length <= 160, body.length <= 20_000, tags.length <= 8]).toEqual([true, true, true]);
    }
  });

  it('without a title that can be read are left out', () => {
    expect(articleViews([article('a', { title: { fr: ' \u202e ' } })], 'fr')).toEqual([]);
  });
});

describe('a search in the articles', () => {
  const articles = articleViews(articleDocuments, 'fr');
  const found = (query: string) => findInArticles(articles, query).map(({ slug }) => slug);

  it('finds words of title, tags and body whatever their accents and case', () => {
    expect(found('NUMEROS preferes')).toContain('numeros-preferes');
    expect(found('desactivee')).toEqual(['ligne-inactive']);
    expect(found('#144#')).toContain('orange-money');
  });

  it('wants every word, and without any finds all', () => {
    expect(found('bonus zzz')).toEqual([]);
    expect(found('  ')).toHaveLength(articles.length);
  });

  it('takes any query', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (query) => Array.isArray(found(query))));
  });
});

describe('what to read next', () => {
  const all = articleViews(
    [
      article('a', { tags: ['bonus', 'conso'] }),
      article('b', { tags: ['ligne'] }),
      article('c', { tags: ['bonus'] }),
      article('d', { tags: ['conso', 'bonus'] }),
    ],
    'fr',
  );
  const slugs = (most: number) => relatedArticles(all, all[0]!, most).map(({ slug }) => slug);

  it('begins with what shares most topics, and is never the article itself', () => {
    expect(slugs(9)).toEqual(['d', 'c', 'b']);
  });

  it('is no more than there is room for', () => {
    expect(slugs(2)).toEqual(['d', 'c']);
  });
});
