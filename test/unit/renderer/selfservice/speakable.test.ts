import { describe, expect, it } from 'vitest';
import { speakable } from '../../../../renderer/selfservice/speech/speakable';

describe('what is read aloud', () => {
  it.each([
    ['12\u202f450\u00a0F\u202fCFA', '12450 francs CFA'],
    ['1,5\u00a0Go sur 5\u00a0Go', '1,5 gigaoctets sur 5 gigaoctets'],
    ['12\u00a0min 30\u00a0s', '12 minutes 30 secondes'],
    ['1\u00a0min, 21\u00a0min, 1\u00a0h', '1 minute, 21 minutes, 1 heure'],
    ['Jusqu’au 31/12/2026 à 23 h 59', 'Jusqu’au 31 décembre 2026 à 23 heures 59'],
    ['composez #122*2#', 'composez dièse 1 2 2 étoile 2 dièse'],
    ['07 •• •• •• 01', '07 masqué 01'],
    ['07 00 00 00 01', '07 00 00 00 01'],
    ['«\u202fInternet › Bonus Nuit\u202f»', 'Internet , Bonus Nuit'],
    ['−5,5\u00a0Mo', '-5,5 mégaoctets'],
  ])('says %s as %s in French', (written, said) => {
    expect(speakable(written, 'fr')).toBe(said);
  });

  it.each([
    ['F\u202fCFA\u00a012,450', '12450 CFA francs'],
    ['1.5\u00a0GB of 5\u00a0GB', '1.5 gigabytes of 5 gigabytes'],
    ['1\u00a0min, 10\u00a0mins, 1\u00a0hr', '1 minute, 10 minutes, 1 hour'],
    ['until 31/12/2026', 'until 31 December 2026'],
    ['#122#', 'hash 1 2 2 hash'],
  ])('says %s as %s in English', (written, said) => {
    expect(speakable(written, 'en')).toBe(said);
  });
});
