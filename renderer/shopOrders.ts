/** The orders of the whole machine, listed again whenever one of them changes. */
import { useEffect, useState } from 'react';
import type { Language } from '../shared/domain/language';
import type { ErrorCode } from '../shared/ipc/contract';
import type { OrderCounts, ShopOrder } from '../shared/ipc/commands/order';
import { invoke, on } from './bridge';
import { useFollowed } from './followed';
import { useTurns } from './turns';

export type ShopOrders =
  | { readonly kind: 'asking' }
  | { readonly kind: 'listed'; readonly orders: readonly ShopOrder[] }
  | { readonly kind: 'failed'; readonly error: ErrorCode };

export function useShopOrders(language: Language): ShopOrders {
  const [list, setList] = useState<ShopOrders>({ kind: 'asking' });
  const turns = useTurns();
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const isCurrent = turns.next();
      const answer = await invoke('order:list', { language });
      if (!isCurrent()) return;
      setList(answer.ok ? { kind: 'listed', orders: answer.value } : { kind: 'failed', error: answer.error });
    };
    void ask();
    const stop = on('order:changed', () => void ask());
    return () => {
      turns.next();
      stop();
    };
  }, [language, turns]);
  return list;
}

const askForCounts = () => invoke('order:counts', {});
const followCounts = (tell: (counts: OrderCounts) => void) => on('order:changed', tell);

/** How many orders want a look, kept current; `null` until the first answer. */
export function useOrderCounts(): OrderCounts | null {
  return useFollowed(askForCounts, followCounts);
}
