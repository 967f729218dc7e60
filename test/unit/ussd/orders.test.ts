import { describe, expect, it } from 'vitest';
import type { OfferDocument } from '../../../shared/domain/feedDocument';
import { marketPack } from '../../../shared/domain/market';
import { buildOffer, buildSubscriber } from '../../helpers/builders';
import { contextOf, labels, type } from '../../helpers/ussdContexts';
import { readPlace } from '../../helpers/ussdWalk';

const nothingNow = ['Rien en ce moment.'];
const selling = (sold: readonly OfferDocument[], document = buildSubscriber()) =>
  contextOf(document, marketPack('CI'), 'fr', sold);

describe('the options that are active', () => {
  const until = '2026-12-01T23:59:00Z';

  it('are told by their name, until when, and whether they are renewed', () => {
    const options = [
      { code: 'A', label: 'Option Nuit', expiresAt: until, renews: true },
      { code: 'B', label: 'Option Jour', expiresAt: until, renews: false },
      { code: 'C', label: 'Option Week-end' },
      { code: 'D', label: 'Option passée', expiresAt: '2026-11-01T00:00:00Z' },
    ];
    expect(readPlace('7*1', contextOf(buildSubscriber({ options }))).lines).toEqual([
      'Option Nuit',
      "jusqu'au 01/12/2026",
      'se renouvelle',
      'Option Jour',
      "jusqu'au 01/12/2026",
      'Option Week-end',
    ]);
  });

  it('are none where none came, or all have ended', () => {
    const ended = [{ code: 'D', label: 'Option passée', expiresAt: '2026-11-01T00:00:00Z' }];
    for (const options of [[], ended]) {
      expect(readPlace('7*1', contextOf(buildSubscriber({ options }))).lines).toEqual(nothingNow);
    }
  });
});

describe('what is sold', () => {
  it('is nothing where the shop has no such offer', () => {
    expect(readPlace('8', selling([])).lines).toEqual(nothingNow);
    expect(readPlace('7*2', selling([buildOffer()])).lines).toEqual(nothingNow);
  });

  it('has as many choices as two digits can tell', () => {
    const many = Array.from({ length: 120 }, (_, index) => buildOffer({ code: `P${index}` }));
    expect(labels('8', selling(many))).toHaveLength(97);
  });

  it('is paid from the main account first, whichever way the offer lists its payers', () => {
    const context = selling([buildOffer({ pay: ['orangeMoney', 'main'] })]);
    expect(labels('8*1', context)).toEqual(['Compte principal', 'Orange Money']);
    expect(readPlace('8*1', context).lines).toContain('Payer avec :');
  });
});

describe('preferred numbers', () => {
  const favourites = { max: 3, numbers: ['2250700000002', '2250700000003'], changesLeft: 2 };
  const context = contextOf(buildSubscriber({ favourites }));

  it('say how many changes are left', () => {
    expect(readPlace('9', context).lines).toContain('Changements restants : 2');
  });

  it('take no number that is preferred already, the last one neither', () => {
    const refused = type(['9', '3', '0700000003'], context);
    expect(refused.output.screen.text).toMatch(/^Numéro/);
  });

  it('remove nothing when one is added', () => {
    const { output } = type(['9', '3', '0700000009', '1'], context);
    expect(output).toMatchObject({ kind: 'command' });
    expect(output.kind === 'command' && output.intent).toStrictEqual({
      kind: 'preferredNumbers',
      add: '2250700000009',
    });
  });
});
