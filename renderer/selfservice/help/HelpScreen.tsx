import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { useArticles } from '../../articles';
import { FrameBottom } from '../frame/FrameBottom';
import { ScreenBody } from '../frame/ScreenBody';
import type { Page } from '../visitState';
import { ArticlePage } from './ArticlePage';
import { HelpPage } from './HelpPage';

/** Who reads: anybody, whom a number leads to their figures, or an open customer. */
export type HelpReader =
  | { readonly kind: 'anybody'; readonly onStart: () => void }
  | { readonly kind: 'customer'; readonly restricted: boolean; readonly onOpen: (page: Page) => void };

export interface HelpScreenProps {
  readonly market: MarketPack;
  readonly reader: HelpReader;
  /** The slug of the article that is open to begin with. */
  readonly opened?: string | undefined;
  /** Where the visitor came from. */
  readonly back: { readonly label: string; readonly onBack: () => void };
  readonly onEnd: () => void;
}

/** The assistance: articles and numbers to call. Holds nothing personal, so it is open to everybody, on any line. */
export function HelpScreen({ market, reader, opened, back, onEnd }: HelpScreenProps) {
  const { t } = useTranslation('help');
  const content = useRef<HTMLElement>(null);
  const articles = useArticles();
  const [slug, setSlug] = useState<string | null>(opened ?? null);
  const [search, setSearch] = useState({ words: '', tag: '' });
  const all = articles.kind === 'ready' ? articles.articles : [];
  const article = all.find((each) => each.slug === slug);
  return (
    <>
      <ScreenBody name={article === undefined ? 'help' : `article ${article.slug}`} content={content}>
        {article === undefined ? (
          <HelpPage
            articles={articles}
            market={market}
            search={search}
            onSearch={setSearch}
            onOpen={setSlug}
          />
        ) : (
          <ArticlePage article={article} articles={all} reader={reader} onOpen={setSlug} />
        )}
      </ScreenBody>
      <FrameBottom
        content={content}
        back={article === undefined ? back : { label: t('back'), onBack: () => setSlug(null) }}
        onEnd={onEnd}
      />
    </>
  );
}
