/**
 * The one customer that may be open.
 *
 *   none ──open──▶ opening ──▶ open ──close──▶ none
 *                     └──────▶ failed          open ──removed──▶ removed
 */
import { useCallback, useEffect, useState } from 'react';
import type { LookupReason, RecentCustomer } from '../shared/ipc/commands/customer';
import type { Answer, ErrorCode } from '../shared/ipc/contract';
import type { CustomerView } from '../shared/view/customerView';
import { invoke, on } from './bridge';
import { useLanguage } from './strings/language';
import { useTurns } from './turns';

export type CustomerState =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'failed';
      readonly error: ErrorCode;
      /** What was typed or scanned; `null`: somebody chosen. */
      readonly query: string | null;
      readonly retry: () => void;
    }
  | { readonly kind: 'open'; readonly view: CustomerView }
  /** The open customer is gone from the cache. */
  | { readonly kind: 'removed' };

export interface CustomerSession {
  readonly state: CustomerState;
  /** At the counter. */
  readonly open: (query: string, reason: LookupReason) => void;
  /** At the counter: whom this session has opened before. */
  readonly reopen: (customer: Pick<RecentCustomer, 'handle' | 'reason'>) => void;
  /** At the kiosk: another line of the customer who has identified themselves; where it may not be seen, this one stays. */
  readonly switchLine: (msisdn: string) => Promise<LineSwitch>;
  /** At the kiosk in training: a demo number. */
  readonly openDemo: (msisdn: string) => void;
  /** Whom the main process has opened already, as after their PIN. */
  readonly show: (view: CustomerView) => void;
  readonly close: () => void;
}

/** `overtaken`: something else was opened or closed meanwhile. */
export type LineSwitch = 'shown' | 'overtaken' | ErrorCode;

/**
 * An answer that comes sooner takes the place of what is shown, with no page of waiting in between: taking one away
 * and making the other is work that would put the answer's own picture off.
 */
const unnoticedMs = 150;

/** Opens, follows and closes a customer, in the language of the screen. */
export function useCustomerSession(): CustomerSession {
  const { language } = useLanguage();
  const [state, setState] = useState<CustomerState>({ kind: 'none' });
  // A late answer to an earlier question is dropped.
  const turns = useTurns();

  const openBy = useCallback(
    (query: string | null, ask: () => Promise<Answer<'customer:open'>>) => {
      const attempt = (): void => {
        const isCurrent = turns.next();
        const waiting = window.setTimeout(() => {
          if (isCurrent()) setState({ kind: 'opening' });
        }, unnoticedMs);
        void ask().then((answer) => {
          window.clearTimeout(waiting);
          if (!isCurrent()) return;
          setState(
            answer.ok
              ? { kind: 'open', view: answer.value }
              : { kind: 'failed', error: answer.error, query, retry: attempt },
          );
        });
      };
      attempt();
    },
    [turns],
  );

  const open = useCallback(
    (query: string, reason: LookupReason) =>
      openBy(query, () => invoke('customer:open', { query, reason, language })),
    [openBy, language],
  );
  const reopen = useCallback(
    ({ handle, reason }: Pick<RecentCustomer, 'handle' | 'reason'>) =>
      openBy(null, () => invoke('customer:reopen', { handle, reason, language })),
    [openBy, language],
  );
  const switchLine = useCallback(
    async (msisdn: string): Promise<LineSwitch> => {
      const isCurrent = turns.next();
      const answer = await invoke('customer:switchLine', { msisdn, language });
      if (!isCurrent()) return 'overtaken';
      if (!answer.ok) return answer.error;
      setState({ kind: 'open', view: answer.value });
      return 'shown';
    },
    [language, turns],
  );
  const openDemo = useCallback(
    (msisdn: string) => openBy(null, () => invoke('identity:openDemo', { msisdn, language })),
    [openBy, language],
  );

  const show = useCallback(
    (view: CustomerView) => {
      turns.next();
      setState({ kind: 'open', view });
    },
    [turns],
  );

  const close = useCallback(() => {
    turns.next();
    setState({ kind: 'none' });
    void invoke('customer:close', {});
  }, [turns]);

  useEffect(() => {
    const stopChanged = on('customer:changed', (view) => {
      setState((now) =>
        now.kind === 'open' && now.view.msisdn === view.msisdn ? { kind: 'open', view } : now,
      );
    });
    const stopRemoved = on('customer:removed', () => {
      setState((now) => (now.kind === 'open' ? { kind: 'removed' } : now));
    });
    return () => {
      stopChanged();
      stopRemoved();
    };
  }, []);

  const shown = state.kind === 'open' ? state.view.language : null;
  useEffect(() => {
    if (shown === null || shown === language) return;
    const isCurrent = turns.current();
    void invoke('customer:render', { language }).then((answer) => {
      if (isCurrent() && answer.ok) setState({ kind: 'open', view: answer.value });
    });
  }, [shown, language, turns]);

  return { state, open, reopen, switchLine, openDemo, show, close };
}
