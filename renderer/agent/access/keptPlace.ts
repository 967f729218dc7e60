/**
 * What somebody had beside the customer when the counter was locked: found again with that customer, and by nobody
 * else. Nothing of it is on the screen meanwhile, and no password is part of it.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OrderDraft } from '../orderDraft';
import { isBesideCustomer, isOrderSubject, type Shown } from '../shown';

interface Place {
  readonly login: string;
  /** Of the customer; E.164 digits. */
  readonly msisdn: string;
  readonly shown: Shown;
  readonly draft: OrderDraft | null;
}

/** Outlives the counter behind its door. */
export interface KeptPlace {
  /** Where the login was; `null`: nowhere, or somebody else was there. */
  readonly of: (login: string) => Place | null;
  readonly keep: (place: Place | null) => void;
  readonly keepDraft: (draft: OrderDraft | null) => void;
}

export function createKeptPlace(): KeptPlace {
  let place: Place | null = null;
  return {
    of: (login) => (place?.login === login ? place : null),
    keep(next) {
      place = next;
    },
    keepDraft(draft) {
      if (place !== null) place = { ...place, draft };
    },
  };
}

export interface Resumed {
  /** What the order that is shown now begins with. */
  readonly draft: OrderDraft | null;
  readonly keepDraft: (draft: OrderDraft | null) => void;
}

/** @param msisdn who is open; `null`: nobody */
export function useKeptPlace(
  kept: KeptPlace,
  { login, msisdn, shown }: { readonly login: string; readonly msisdn: string | null; readonly shown: Shown },
  setShown: (shown: Shown) => void,
): Resumed {
  /** What is gone back to, unless somebody else is opened first. */
  const awaited = useRef(kept.of(login));
  const [resumed, setResumed] = useState<OrderDraft | null>(null);
  const draft = useRef<OrderDraft | null>(null);

  useEffect(() => {
    if (msisdn === null) return;
    const place = awaited.current;
    awaited.current = null;
    if (place?.msisdn !== msisdn) return;
    setResumed(place.draft);
    setShown(place.shown);
  }, [msisdn, setShown]);

  useEffect(() => {
    if (msisdn !== null) {
      kept.keep({
        ...{ login, msisdn },
        shown: isBesideCustomer(shown) ? shown : 'nothing',
        draft: isOrderSubject(shown) ? draft.current : null,
      });
    } else if (awaited.current === null) kept.keep(null);
  }, [kept, login, msisdn, shown]);

  const keepDraft = useCallback(
    (next: OrderDraft | null) => {
      draft.current = next;
      // It has begun with what was resumed; opened once more, it begins anew.
      setResumed(null);
      kept.keepDraft(next);
    },
    [kept],
  );

  return { draft: resumed, keepDraft };
}
