import { describe, expect, it } from 'vitest';
import { keyOfPage, pageOfKey } from '../../../../renderer/selfservice/customer/menuKeys';
import { marketPack } from '../../../../shared/domain/market';
import { sectionPath } from '../../../../shared/ussd/paths';

const market = marketPack('CI');

describe('a key of the keypad', () => {
  it('leads where the same digit of #122# leads', () => {
    expect(sectionPath('credit', market)).toBe('#122*2#');
    expect(pageOfKey('2', market)).toEqual({ name: 'category', code: 'credit' });
    expect(sectionPath('options', market)).toBe('#122*7#');
    expect(pageOfKey('7', market)).toEqual({ name: 'options' });
  });

  it('leads back with 0, and is nothing where it is no digit', () => {
    expect(pageOfKey('0', market)).toEqual({ name: 'home' });
    for (const key of ['a', 'Enter', '10', '-1', '']) expect(pageOfKey(key, market)).toBeNull();
  });

  it('is told for every page that one digit leads to', () => {
    for (const digit of '23456789') {
      const page = pageOfKey(digit, market);
      expect(page && keyOfPage(page, market)).toBe(digit);
    }
    expect(keyOfPage({ name: 'orangeMoney' }, market)).toBeNull();
    expect(keyOfPage({ name: 'ledger' }, market)).toBeNull();
  });
});
