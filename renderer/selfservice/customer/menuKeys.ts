/** Keys of a keypad that lead where the same digits of the #122# menu lead. */
import { useEffect, useEffectEvent } from 'react';
import type { MarketPack } from '../../../shared/domain/market';
import type { MenuSection } from '../../../shared/domain/menu';
import type { Page } from '../visitState';

const pages: Readonly<Record<MenuSection, Page>> = {
  main: { name: 'home' },
  credit: { name: 'category', code: 'credit' },
  minutes: { name: 'category', code: 'minutes' },
  internet: { name: 'category', code: 'internet' },
  consumption: { name: 'consumption' },
  profile: { name: 'profile' },
  options: { name: 'options' },
  passes: { name: 'passes' },
  preferredNumbers: { name: 'preferredNumbers' },
  orangeMoney: { name: 'orangeMoney' },
  help: { name: 'help' },
};

/** The page that a key leads to; as on the telephone, 0 leads back. `null` for any other key. */
export function pageOfKey(key: string, market: MarketPack): Page | null {
  if (key === '0') return { name: 'home' };
  if (!/^[1-9]$/.test(key)) return null;
  const entry = market.ussd.menu[Number(key) - 1];
  return entry === undefined ? null : pages[entry.section];
}

/** The digit that leads to a page, for who uses the keys; `null` where one digit is not enough. */
export function keyOfPage(page: Page, market: MarketPack): string | null {
  const position = market.ussd.menu.findIndex(({ section }) => {
    const led = pages[section];
    return led.name === 'category'
      ? page.name === 'category' && page.code === led.code
      : led.name !== 'home' && led.name === page.name;
  });
  return position < 0 || position > 8 ? null : String(position + 1);
}

/** Where the keys are digits of something else – a number, the telephone, a search – they stay so. */
export function useMenuKeys(market: MarketPack, onOpen: ((page: Page) => void) | null): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (onOpen === null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLInputElement || document.querySelector('dialog[open]') !== null) return;
    const page = event.key === 'Escape' ? ({ name: 'home' } as const) : pageOfKey(event.key, market);
    if (page !== null) onOpen(page);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
