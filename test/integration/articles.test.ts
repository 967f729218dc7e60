import { expect, onTestFinished, test } from 'vitest';
import { StorageFailure, type CacheReader } from '../../electron/db/connection';
import { createArticleService } from '../../electron/services/articles';
import { startUpstream } from '../../electron/services/training/upstream';
import { syncOnce } from '../helpers/syncRun';
import { openTestCache } from '../helpers/testCache';

test('the articles of the feed are read from the cache, and again when the feed changes one', async () => {
  const upstream = await startUpstream({ subscribers: 5, seed: 1, tickMs: 0 });
  onTestFinished(upstream.close);
  const cache = await openTestCache();
  const articles = createArticleService(cache.reader);
  expect(await articles.list('fr')).toEqual({ ok: true, articles: [] });

  await syncOnce(cache, upstream.url);
  const first = await articles.list('fr');
  if (!first.ok) throw new Error(first.error);
  expect(first.articles.map(({ slug }) => slug)).toContain('bonus-expire');

  upstream.put({
    ...{ _id: 'article:nouveau', type: 'article', schema: 1 },
    ...{ title: { fr: 'À la une' }, body: { fr: 'Texte' } },
  });
  await syncOnce(cache, upstream.url);
  const second = await articles.list('en');
  if (!second.ok) throw new Error(second.error);
  expect(second.articles).toHaveLength(first.articles.length + 1);
  expect(second.articles.find(({ slug }) => slug === 'nouveau')).toMatchObject({ language: 'fr', tags: [] });
});

test('a cache that cannot be read is said by a code', async () => {
  const { reader } = await openTestCache();
  const unreadable: CacheReader = {
    ...reader,
    get: () => Promise.reject(new StorageFailure('DAMAGED', 'unreadable')),
  };
  expect(await createArticleService(unreadable).list('fr')).toEqual({
    ok: false,
    error: 'CACHE_UNAVAILABLE',
  });
});
