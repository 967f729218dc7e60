import { BookOpen, CircleHelp, CloudOff, Keyboard, LifeBuoy, Search, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { findInArticles, type ArticleView } from '../../../shared/view/articleView';
import type { ArticlesState } from '../../articles';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { SubjectPage } from '../customer/SubjectPage';
import { ArticleList } from './ArticleList';
import { LetterKeys } from './LetterKeys';
import { topicOf } from './topics';
import { UsefulNumbers } from './UsefulNumbers';
import './HelpPage.css';

export interface ArticleSearch {
  readonly words: string;
  /** Empty for any. */
  readonly tag: string;
}

export interface HelpPageProps {
  readonly articles: ArticlesState;
  readonly market: MarketPack;
  readonly search: ArticleSearch;
  readonly onSearch: (search: ArticleSearch) => void;
  readonly onOpen: (slug: string) => void;
}

const longestSearch = 40;

export function HelpPage({ articles, market, search, onSearch, onOpen }: HelpPageProps) {
  const { t } = useTranslation('help');
  const selfservice = useTranslation('selfservice').t;
  return (
    <SubjectPage icon={LifeBuoy} title={selfservice('help.title')} lead={t('lead')}>
      {articles.kind === 'failed' && (
        <EmptyState icon={CloudOff} title={t('failed')} advice={t('failedAdvice')} />
      )}
      {articles.kind === 'ready' && articles.articles.length === 0 && (
        <EmptyState icon={BookOpen} title={t('none')} advice={t('noneAdvice')} />
      )}
      {articles.kind === 'ready' && articles.articles.length > 0 && (
        <Articles articles={articles.articles} search={search} onSearch={onSearch} onOpen={onOpen} />
      )}
      <UsefulNumbers market={market} />
    </SubjectPage>
  );
}

function Articles({
  articles,
  search: { words, tag },
  onSearch,
  onOpen,
}: Pick<HelpPageProps, 'search' | 'onSearch' | 'onOpen'> & { readonly articles: readonly ArticleView[] }) {
  const { t } = useTranslation('help');
  const [lettersShown, setLettersShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const tags = [...new Set(articles.flatMap((article) => article.tags))];
  const found = findInArticles(articles, words).filter(({ tags: own }) => tag === '' || own.includes(tag));
  const nameOf = (each: string): string => {
    const topic = topicOf(each);
    return topic === null ? each : t(`topic.${topic}`);
  };
  const type = (next: string): void => onSearch({ words: next.slice(0, longestSearch), tag });
  return (
    <>
      <div className="helpSearch">
        <div className="helpSearch-field">
          <Search aria-hidden="true" />
          <input
            ref={input}
            type="text"
            inputMode="none"
            autoComplete="off"
            spellCheck={false}
            aria-label={t('search')}
            placeholder={t('search')}
            value={words}
            onChange={(event) => type(event.target.value)}
            onPointerUp={() => setLettersShown(true)}
          />
          {words !== '' && (
            <Button kind="quiet" aria-label={t('clear')} onClick={() => type('')}>
              <X aria-hidden="true" />
            </Button>
          )}
          <Button
            kind="plain"
            aria-expanded={lettersShown}
            aria-label={t(lettersShown ? 'hideLetters' : 'letters')}
            onClick={() => {
              setLettersShown(!lettersShown);
              input.current?.focus({ preventScroll: true });
            }}
          >
            <Keyboard aria-hidden="true" />
          </Button>
        </div>
        {lettersShown && (
          <LetterKeys
            onType={(character) => type(words + character)}
            onDelete={() => type(words.slice(0, -1))}
          />
        )}
        {tags.length > 0 && (
          <div className="helpSearch-tags" role="group" aria-label={t('topics')}>
            {['', ...tags].map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === tag}
                onClick={() => onSearch({ words, tag: each })}
              >
                {each === '' ? t('everything') : nameOf(each)}
              </button>
            ))}
          </div>
        )}
      </div>
      <section aria-label={t('articles', { count: found.length })}>
        <p className="forListeners" role="status">
          {t('articles', { count: found.length })}
        </p>
        {found.length === 0 && (
          <EmptyState icon={CircleHelp} title={t('noMatch')} advice={t('noMatchAdvice')} />
        )}
        <ArticleList articles={found} onOpen={onOpen} />
      </section>
    </>
  );
}
