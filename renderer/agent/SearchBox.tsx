import { CircleAlert, Search } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import { formatMsisdnAsTyped } from '../../shared/domain/msisdn';
import type { ErrorCode } from '../../shared/ipc/contract';
import { KeyHint } from '../components/KeyHint';
import './SearchBox.css';

export interface SearchBoxProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly market: MarketPack;
  readonly query: string;
  /** Why the last search opened nothing. */
  readonly failure: ErrorCode | null;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (query: string) => void;
}

/** The one box: a number in any form, grouped as it is typed or pasted; Enter opens. */
export function SearchBox({ inputRef, market, query, failure, onQuery, onOpen }: SearchBoxProps) {
  const { t } = useTranslation(['agent', 'common']);
  return (
    <form
      role="search"
      className={`searchBox ${failure === null ? '' : 'searchBox-failed'}`}
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
        aria-invalid={failure !== null}
        aria-describedby={failure === null ? undefined : 'searchFailure'}
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
      {failure !== null && (
        <div className="searchBox-failure" id="searchFailure" role="alert">
          <CircleAlert aria-hidden="true" />
          <p>
            <strong>{t(`common:errors.${failure}.title`)}</strong>
            <br />
            {t(`common:errors.${failure}.advice`, { example: market.numbers.example })}
          </p>
        </div>
      )}
    </form>
  );
}
