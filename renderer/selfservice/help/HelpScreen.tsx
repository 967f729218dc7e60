import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { useArticles } from '../../articles';
import { FrameBottom } from '../frame/FrameBottom';
import { ScreenBody } from '../frame/ScreenBody';
import { ArticlePage } from './ArticlePage';
import { HelpPage } from './HelpPage';

export interface HelpScreenProps {
  readonly market: MarketPack;
  /** Where the visitor came from. */
  readonly back: { readonly label: string; readonly onBack: () => void };
  readonly onEnd: () => void;
}

/** The assistance: articles and numbers to call. Holds nothing personal, so it is open to everybody, on any line. */
export function HelpScreen({ market, back, onEnd }: HelpScreenProps) {
  const { t } = useTranslation('help');
  const content = useRef<HTMLElement>(null);
  const articles = useArticles();
  const [slug, setSlug] = useState<string | null>(null);
  const [search, setSearch] = useState({ words: '', tag: '' });
  const article =
    articles.kind === 'ready' ? articles.articles.find((each) => each.slug === slug) : undefined;
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
          <ArticlePage article={article} />
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
