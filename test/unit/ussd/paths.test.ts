import { describe, expect, it } from 'vitest';
import { marketPack } from '../../../shared/domain/market';
import { sectionPath } from '../../../shared/ussd/paths';

describe('the code of a section', () => {
  const market = marketPack('CI');

  it.each([
    ['main', '#122*1#'],
    ['credit', '#122*2#'],
    ['minutes', '#122*3#'],
    ['internet', '#122*4#'],
    ['consumption', '#122*5#'],
    ['profile', '#122*6#'],
    ['options', '#122*7#'],
    ['passes', '#122*8#'],
    ['preferredNumbers', '#122*9#'],
    ['orangeMoney', '#122*10#'],
    ['help', '#122*11#'],
  ] as const)('of %s is %s, as customers know it', (section, code) => {
    expect(sectionPath(section, market)).toBe(code);
  });

  it('is that of the menu where a market does not have the section', () => {
    const menu = market.ussd.menu.filter(({ section }) => section !== 'orangeMoney');
    expect(sectionPath('orangeMoney', { ...market, ussd: { ...market.ussd, menu } })).toBe('#122#');
  });
});
