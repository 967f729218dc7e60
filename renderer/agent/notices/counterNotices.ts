import { useEffect } from 'react';
import type { AgentAction } from '../actions';
import type { Dismissals } from './dismissals';
import { noticesOf, shownNotice, type NoticeFacts, type NoticeKind, type ShownNotice } from './notices';

export interface CounterNotices {
  readonly shown: ShownNotice | null;
  /** `null`: there is nothing to dismiss. */
  readonly dismiss: (() => void) | null;
}

/** @param seen what is being looked at now in full, and need not be told */
export function useCounterNotices(
  facts: NoticeFacts,
  { dismissed, dismiss }: Dismissals,
  seen: NoticeKind | null,
): CounterNotices {
  const notices = noticesOf(facts);
  const seenId = notices.find(({ kind }) => kind === seen)?.id ?? null;
  useEffect(() => {
    if (seenId !== null) dismiss(seenId);
  }, [seenId, dismiss]);
  const shown = shownNotice(notices, dismissed);
  return { shown, dismiss: shown && (() => dismiss(shown.notice.id)) };
}

/** By the name of an action: one that whoever is here may not take leads nowhere. */
const leadsTo: Readonly<Record<NoticeKind, string | null>> = {
  full: 'post',
  low: 'post',
  restoring: 'post',
  rebuilding: 'post',
  cacheFailed: 'post',
  refused: 'post',
  garbled: 'post',
  offline: null,
  sessionEnds: null,
  orderRejected: 'orders',
  lookupsFlagged: 'audit',
  stale: 'refresh',
  slowed: null,
};

/** Where the notice leads; `null`: nowhere. */
export function noticeAction(shown: ShownNotice | null, actions: readonly AgentAction[]): AgentAction | null {
  if (shown === null) return null;
  const id = leadsTo[shown.notice.kind];
  return actions.find((action) => action.id === id && action.act !== null) ?? null;
}
