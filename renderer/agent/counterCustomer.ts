/** Who is open at the counter, and every way in and out: a number, a code, one of the session's customers, a lock. */
import { useCallback, useRef, useState, type RefObject } from 'react';
import type { LookupReason, RecentCustomer } from '../../shared/ipc/commands/customer';
import type { CustomerView } from '../../shared/view/customerView';
import { useCustomerSession, type CustomerState } from '../customerSession';
import { useLookupReason } from './access/lookupReason';
import { panelOf } from './receipt/Arrival';
import { useCodeSearch, type CodeSearch } from './receipt/codeSearch';
import { isRefusal } from './receipt/CodeAnswer';
import { useRecentCustomers } from './recentCustomers';
import type { Shown } from './shown';

export interface CounterCustomer {
  readonly state: CustomerState;
  /** `null`: nobody is open. */
  readonly view: CustomerView | null;
  readonly codes: Pick<CodeSearch, 'answer' | 'arrivedAt'>;
  /** What stands in the search box. */
  readonly query: string;
  /** What was typed leads nowhere. */
  readonly isRefused: boolean;
  /** What was typed is no number, or nobody's. */
  readonly isAboutNumber: boolean;
  /** Nobody is open and nothing was found: where a search begins. */
  readonly isAtStart: boolean;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly focusSearch: () => void;
  readonly type: (query: string) => void;
  /** A number or a code, as it was typed or scanned. */
  readonly search: (typed: string) => void;
  readonly openNumber: (number: string) => void;
  readonly leave: () => void;
  readonly reason: LookupReason;
  readonly nextReason: () => void;
  /** The customer has shown that they are there. */
  readonly isPresent: boolean;
  readonly confirmPresent: () => void;
  /** Whom this session has opened. */
  readonly recent: readonly RecentCustomer[];
  readonly reopen: (recent: RecentCustomer) => void;
}

/** @param setShown for what a customer who comes over from a kiosk was looking at, and to clear the way for who is opened */
export function useCounterCustomer(setShown: (shown: Shown) => void): CounterCustomer {
  const { state, open, reopen, show, close } = useCustomerSession();
  const [reason, nextReason] = useLookupReason();
  /** E.164 digits. */
  const [present, setPresent] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const searchBox = useRef<HTMLInputElement>(null);
  const view = state.kind === 'open' ? state.view : null;
  const failure = state.kind === 'failed' ? state.error : null;
  const isAboutNumber = failure === 'BAD_MSISDN' || failure === 'NOT_FOUND';

  const focusSearch = useCallback(() => {
    searchBox.current?.focus();
    searchBox.current?.select();
  }, []);

  const codes = useCodeSearch(
    useCallback(
      (arrived, screen) => {
        setShown(panelOf(arrived, screen) ?? 'nothing');
        show(arrived);
      },
      [setShown, show],
    ),
    useCallback(() => {
      setShown('nothing');
      close();
    }, [setShown, close]),
  );
  const clearCode = codes.clear;

  const leave = useCallback(() => {
    close();
    clearCode();
    setPresent(null);
    setQuery('');
    setShown('nothing');
    focusSearch();
  }, [close, clearCode, setShown, focusSearch]);

  const openNumber = useCallback(
    (number: string) => {
      setQuery(number);
      setShown('nothing');
      clearCode();
      setPresent(null);
      open(number, reason);
      focusSearch();
    },
    [open, reason, clearCode, setShown, focusSearch],
  );

  const reopenRecent = useCallback(
    (recent: RecentCustomer) => {
      setQuery('');
      setShown('nothing');
      clearCode();
      setPresent(null);
      reopen(recent);
      focusSearch();
    },
    [reopen, clearCode, setShown, focusSearch],
  );

  const isAtStart =
    codes.answer === null && (state.kind === 'none' || state.kind === 'removed' || isAboutNumber);
  const recent = useRecentCustomers(isAtStart, reopenRecent);

  return {
    ...{ state, view, codes, query, isAboutNumber, isAtStart, searchBox, focusSearch },
    isRefused: isAboutNumber || isRefusal(codes.answer),
    type(next) {
      setQuery(next);
      clearCode();
      if (failure !== null) close();
    },
    search(typed) {
      if (!codes.search(typed)) openNumber(typed);
      // Selected, so that what is scanned next takes its place.
      else focusSearch();
    },
    ...{ openNumber, leave, reason, nextReason },
    isPresent: present !== null && present === view?.msisdn,
    confirmPresent: () => setPresent(view?.msisdn ?? null),
    recent,
    reopen: reopenRecent,
  };
}
