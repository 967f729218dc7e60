import { describe, expect, it } from 'vitest';
import { articleDocuments } from '../../../../electron/services/training/articles';
import { pagesOfArticle, topicOf } from '../../../../renderer/selfservice/help/topics';

describe('the topics of articles', () => {
  it('are all known of the articles in training, so that each has its name in both languages', () => {
    const unknown = articleDocuments.flatMap(({ tags = [] }) => tags).filter((tag) => topicOf(tag) === null);
    expect(unknown).toEqual([]);
  });

  it('are known with and without accents and capitals', () => {
    expect([topicOf('Crédit'), topicOf('NUMEROS PRÉFÉRÉS'), topicOf('#122#')]).toEqual([
      'credit',
      'preferredNumbers',
      'phone',
    ]);
  });

  it('lead to the pages where a customer sees them, each once, and nowhere when they are a shop’s own', () => {
    expect(pagesOfArticle({ tags: ['options', 'alertes', 'fibre', 'Options', 'crédit'] })).toEqual([
      { topic: 'options', page: { name: 'options' } },
      { topic: 'credit', page: { name: 'category', code: 'credit' } },
    ]);
    expect(topicOf('fibre')).toBeNull();
    expect(topicOf('constructor')).toBeNull();
  });
});
