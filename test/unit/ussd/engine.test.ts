import { describe, expect, it } from 'vitest';
import { marketPack } from '../../../shared/domain/market';
import { dial, enterInput } from '../../../shared/ussd/engine';
import { septets } from '../../../shared/ussd/gsm0338';
import { sectionPath } from '../../../shared/ussd/paths';
import { buildBucket, buildSubscriber } from '../../helpers/builders';
import { readPlace } from '../../helpers/ussdWalk';
import { contextOf, now, rich, type } from '../../helpers/ussdContexts';

describe('a session', () => {
  it('goes back one place, and home from anywhere', () => {
    const heading = dial('2*1', rich);
    expect(type(['2', '1', '1', '0']).output.screen).toEqual(heading);
    expect(type(['2', '1', '1', '00']).output.screen).toEqual(dial('', rich));
    expect(type(['2', '1', '1', '#']).output.screen).toEqual(dial('', rich));
    expect(type(['0']).output.screen).toEqual(dial('', rich));
  });

  it('goes back to the very screen on which the choice was made', () => {
    const secondScreen = dial('99', rich);
    expect(type(['99', '6', '0']).output.screen).toEqual(secondScreen);
    expect(type(['99', '0']).output.screen).toEqual(dial('', rich));
  });

  it('takes a digit that stands on another screen of the same place', () => {
    expect(dial('6', rich)).toEqual(dial('99*6', rich));
  });

  it.each(['12', '98', 'abc', '', '2*1', '٣', '-1', '1.0', '__proto__', '0'.repeat(500)])(
    'says that %j is no choice, and shows the screen again',
    (input) => {
      const { state, output } = type([input]);
      expect(output.screen.text).toBe(dial('', rich).text.replace('Orange #122#', 'Choix invalide'));
      expect(enterInput(state, '1', rich, now).output.screen).toEqual(dial('1', rich));
    },
  );

  it('has no more where there is no more', () => {
    expect(type(['99', '99', '99']).output.screen.text).toMatch(/^Choix invalide\n9 /);
  });

  it('ends when nothing was typed for too long, and begins anew with the next input', () => {
    const { state } = type(['2']);
    const limit = now + 1000 + marketPack('CI').ussd.sessionTimeoutSeconds * 1000;
    expect(enterInput(state, '1', rich, limit).output.screen).toEqual(dial('2*1', rich));
    const late = enterInput(state, '1', rich, limit + 1);
    expect(late.output.screen).toEqual({ type: 'END', text: 'Session expirée. Composez #122#.', path: '' });
    expect(enterInput(late.state, '1', rich, limit + 2).output.screen).toEqual(dial('', rich));
  });

  it('does not end because a clock was set back', () => {
    const { state } = type(['2']);
    expect(enterInput(state, '1', rich, 0).output.screen).toEqual(dial('2*1', rich));
  });

  it('shows the new figures when the customer changes meanwhile, as far as the way still leads', () => {
    const { state } = type(['2', '5']);
    const fresh = contextOf(buildSubscriber({ buckets: [buildBucket({ code: 'promo.autre', amount: 42 })] }));
    expect(enterInput(state, 'x', fresh, now).output.screen.text).toContain('42 F CFA');
    const without = contextOf(buildSubscriber({ buckets: [] }));
    expect(enterInput(state, '1', without, now).output.screen).toEqual(dial('2*1', without));
  });

  it('changes neither the state nor the view it is given', () => {
    const frozen = Object.freeze(type(['2']).state);
    const before = JSON.stringify(rich.view);
    enterInput(frozen, '1', rich, now);
    expect(JSON.stringify(rich.view)).toBe(before);
  });
});

describe('a dialled path', () => {
  it.each(['2*1', '#122*2*1#', '2*1#', '*2**1*', '#122*2*1'])('reads %j', (path) => {
    expect(dial(path, rich)).toEqual(dial('2*1', rich));
  });

  it.each(['', '#122#', '2*1*00', '2*#'])('reads %j as the first screen', (path) => {
    expect(dial(path, rich)).toEqual(dial('', rich));
  });

  it('is told by each screen: it leads there at once, without the detours', () => {
    expect(type(['99', '6', '0', '99', '00', '2', 'wrong', '1', '1']).output.screen.path).toBe('2*1*1');
    expect(type(['99', '99']).output.screen.path).toBe('99*99');
    expect(dial('99*99', rich).text).toContain('11 Aide');
  });

  it('stops where the session ends', () => {
    expect(dial('8*1*1*1*5*5', rich)).toEqual(dial('8*1*1*1', rich));
  });

  it.each(['main', 'credit', 'minutes', 'internet', 'consumption', 'orangeMoney', 'help'] as const)(
    'leads where the code printed beside "%s" says',
    (section) => {
      const titles = {
        main: 'Compte principal',
        credit: 'Bonus Crédit',
        minutes: 'Bonus Minutes',
        internet: 'Internet',
        consumption: 'Suivi conso',
        orangeMoney: 'Orange Money',
        help: 'Aide',
      };
      expect(dial(sectionPath(section, rich.market), rich).text.split('\n')[0]).toBe(titles[section]);
    },
  );
});

describe('information by message', () => {
  it('carries all that the place says', () => {
    expect(dial('1*98', rich)).toEqual({
      type: 'END',
      text: 'Ces informations vous sont données par message.',
      path: '1',
      message: ["Compte principal\n1 250 F CFA\njusqu'au 31/12/2026\nAu 22/11/2026 à 12 h (cache)"],
    });
  });

  it('comes in parts when it is long', () => {
    const daily = Array.from({ length: 20 }, (_, index) => ({
      date: `2026-11-${String(index + 1).padStart(2, '0')}`,
      voice: 60 * index,
    }));
    const context = contextOf(buildSubscriber({ usage: { from: '2026-11-01', to: '2026-11-20', daily } }));
    const { message = [] } = dial('5*3*98', context);
    expect(message.length).toBeGreaterThan(1);
    expect(Math.max(...message.map(septets))).toBeLessThanOrEqual(153);
    const { lines } = readPlace('5*3', context);
    expect(message.join('').split('\n').slice(1, -1)).toEqual(lines);
  });
});

describe('a text of the operator that is longer than a screen', () => {
  const market = marketPack('CI');
  const advised = (advice: string) =>
    contextOf(buildSubscriber({ status: 'inactive' }), {
      ...market,
      reactivationAdvice: { ...market.reactivationAdvice, inactive: { fr: advice, en: advice } },
    });

  it('goes on from screen to screen, broken between words, and ends on the last', () => {
    const words = Array.from({ length: 60 }, (_, index) => `mot${index}`);
    const { lines, screens } = readPlace('', advised(words.join(' ')));
    expect(lines.slice(2).join(' ').split(' ')).toEqual(words);
    expect(screens.map(({ type }) => type)).toEqual([...screens.slice(1).map(() => 'CON'), 'END']);
    expect(Math.max(...screens.map(({ text }) => septets(text)))).toBeLessThanOrEqual(160);
  });

  it('is cut within a word only where the word alone is longer than a screen', () => {
    const { lines } = readPlace('', advised(`Composez ${'9'.repeat(200)} vite`));
    expect(lines.slice(2)).toEqual(['Composez', expect.stringMatching(/^9{40,}\.\.\.$/), 'vite']);
  });
});
