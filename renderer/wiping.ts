/** Taking everything off the device, for one that is replaced, moved or sold; the shop's code confirms it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WipeAnswer } from '../shared/ipc/commands/fleet';
import type { Answer } from '../shared/ipc/contract';
import { invoke } from './bridge';

export interface Wiping {
  /** As it was typed so far. */
  readonly shop: string;
  readonly typeShop: (shop: string) => void;
  readonly canWipe: boolean;
  readonly wipe: () => void;
  /** What came of it, in words; empty before it was asked for. */
  readonly said: string;
}

export const longestShop = 100;

export function useWiping(): Wiping {
  const { t } = useTranslation('supervision');
  const [shop, setShop] = useState('');
  const [said, setSaid] = useState<WipeAnswer | { readonly kind: 'nothing' | 'failed' }>({ kind: 'nothing' });
  const canWipe = shop.trim() !== '' && said.kind !== 'begun';
  const show = (answer: Answer<'fleet:wipe'>): void => setSaid(answer.ok ? answer.value : { kind: 'failed' });

  return {
    shop,
    typeShop: (typed) => setShop(typed.slice(0, longestShop)),
    canWipe,
    wipe() {
      if (canWipe) void invoke('fleet:wipe', { shop: shop.trim() }).then(show);
    },
    said:
      said.kind === 'pendingOrders'
        ? t('post.wipe.pendingOrders', { count: said.orders })
        : said.kind === 'nothing'
          ? ''
          : t(`post.wipe.${said.kind}`),
  };
}
