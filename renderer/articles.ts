/** The help articles that are in the cache, in the language of the screen. */
import { useEffect, useState } from 'react';
import type { ArticleView } from '../shared/view/articleView';
import { invoke } from './bridge';
import { useLanguage } from './strings/language';

export type ArticlesState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly articles: readonly ArticleView[] };

/** A change of language keeps the articles that are shown until those of the new one are here. */
export function useArticles(): ArticlesState {
  const { language } = useLanguage();
  const [state, setState] = useState<ArticlesState>({ kind: 'loading' });
  useEffect(() => {
    let abandoned = false;
    void invoke('article:list', { language }).then((answer) => {
      if (abandoned) return;
      setState(answer.ok ? { kind: 'ready', articles: answer.value } : { kind: 'failed' });
    });
    return () => {
      abandoned = true;
    };
  }, [language]);
  return state;
}
