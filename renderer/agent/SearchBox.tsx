import { Search } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import { formatMsisdnAsTyped } from '../../shared/domain/msisdn';
import { KeyHint } from '../components/KeyHint';
import './SearchBox.css';

export interface SearchBoxProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly market: MarketPack;
  readonly query: string;
  /** Whether the last search opened nothing; the page says why. */
  readonly failed: boolean;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (query: string) => void;
}

/** The one box: a number in any form, grouped as it is typed or pasted; Enter opens. */
export function SearchBox({ inputRef, market, query, failed, onQuery, onOpen }: SearchBoxProps) {
  const { t } = useTranslation('agent');
  return (
    <form
      role="search"
      className="searchBox"
      onSubmit={(event) => {
        event.preventDefault();
        if (query.trim() !== '') onOpen(query);
      }}
    >
      <Search className="searchBox-icon" aria-hidden="true" />
      <input
        ref={inputRef}
        className="searchBox-input"
        type="text"
        inputMode="tel"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        aria-label={t('search.label')}
        aria-invalid={failed}
        placeholder={t('search.placeholder', { example: market.numbers.example })}
        value={query}
        onChange={({ target }) => {
          // Grouped only when the caret stands at the end: elsewhere it would jump.
          const atEnd = target.selectionStart === target.value.length;
          const isNumber = !/\p{L}/u.test(target.value);
          onQuery(atEnd && isNumber ? formatMsisdnAsTyped(target.value, market) : target.value);
        }}
      />
      <KeyHint keys="F2" />
    </form>
  );
}
