import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageParts, septets, toGsm } from '../../../shared/ussd/gsm0338';

/** The tables of 3GPP TS 23.038 by code point, apart from the program's own. */
const basicCodePoints = [
  0x40, 0xa3, 0x24, 0xa5, 0xe8, 0xe9, 0xf9, 0xec, 0xf2, 0xc7, 0x0a, 0xd8, 0xf8, 0x0d, 0xc5, 0xe5, 0x394, 0x5f,
  0x3a6, 0x393, 0x39b, 0x3a9, 0x3a0, 0x3a8, 0x3a3, 0x398, 0x39e, 0x1b, 0xc6, 0xe6, 0xdf, 0xc9, 0x20, 0x21,
  0x22, 0x23, 0xa4, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f, 0x30, 0x31, 0x32, 0x33,
  0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x3b, 0x3c, 0x3d, 0x3e, 0x3f, 0xa1, 0x41, 0x42, 0x43, 0x44, 0x45,
  0x46, 0x47, 0x48, 0x49, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f, 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57,
  0x58, 0x59, 0x5a, 0xc4, 0xd6, 0xd1, 0xdc, 0xa7, 0xbf, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69,
  0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7a, 0xe4,
  0xf6, 0xf1, 0xfc, 0xe0,
];
const extensionCodePoints = [0x0c, 0x5e, 0x7b, 0x7d, 0x5c, 0x5b, 0x7e, 0x5d, 0x7c, 0x20ac];
const notText = [0x0c, 0x0d, 0x1b];
const inBasic = basicCodePoints
  .filter((point) => !notText.includes(point))
  .map((p) => String.fromCodePoint(p));
const inExtension = extensionCodePoints
  .filter((p) => !notText.includes(p))
  .map((p) => String.fromCodePoint(p));

describe('the GSM alphabet', () => {
  it('has 128 places in its basic table and ten in its extension', () => {
    expect(new Set(basicCodePoints).size).toBe(128);
    expect(new Set(extensionCodePoints).size).toBe(10);
  });

  it('carries each of its characters unchanged, in one septet or two', () => {
    for (const character of inBasic) expect([toGsm(character), septets(character)]).toEqual([character, 1]);
    for (const character of inExtension)
      expect([toGsm(character), septets(character)]).toEqual([character, 2]);
  });
});

describe('writing in the GSM alphabet', () => {
  it.each([
    ['Côte d’Ivoire', "Cote d'Ivoire"],
    ['Être prêt : ça y est, François', 'Etre pret : ca y est, Francois'],
    ['Bonus Crédit à gérer où ?', 'Bonus Crédit à gérer où ?'],
    ['ÀÂÊËÎÏÔÙÛŸ', 'AAEEIIOUUY'],
    ['1\u202f250\u00a0F\u202fCFA', '1 250 F CFA'],
    ['« Cadeau »', '"Cadeau"'],
    ['«  Cadeau  », «Bonus»', '"Cadeau", "Bonus"'],
    ['“Joker” – ‘chrono’ — −5…', '"Joker" - \'chrono\' - -5...'],
    ['07 •• •• •• 01', '07 ** ** ** 01'],
    ['cœur, Œuvre, ½, ②, ﬁn, Ａ', 'coeur, OEuvre, 1/2, 2, fin, A'],
    ['e\u0301te\u0301', 'été'],
    ['Ɛwe, Fɔn, Ŋ', 'Ewe, Fon, N'],
    ['Joyeux 🎉👨‍👩‍👧 Noël 🇨🇮', 'Joyeux  Noel '],
    ['رصيد 500 余额', ' 500 '],
    ['a\tb\r\nc\rd\u2028e', 'a b\nc\nd\ne'],
  ])('writes %j as %j', (text, written) => {
    expect(toGsm(text)).toBe(written);
  });

  it('leaves nothing outside the alphabet, whatever the text', () => {
    const alphabet = new Set([...inBasic, ...inExtension]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(Array.from(toGsm(text)).filter((character) => !alphabet.has(character))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it('changes nothing that it has already written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(toGsm(toGsm(text))).toBe(toGsm(text));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the parts of a message', () => {
  it('are one up to 160 septets, and of 153 beyond', () => {
    expect(messageParts('a'.repeat(160))).toEqual(['a'.repeat(160)]);
    expect(messageParts('a'.repeat(161)).map((part) => part.length)).toEqual([153, 8]);
    expect(messageParts('')).toEqual(['']);
  });

  it('never cut a character of the extension table in two', () => {
    const parts = messageParts('a'.repeat(152) + '€'.repeat(10));
    expect(parts.map(septets)).toEqual([152, 20]);
  });

  it('hold 153 septets at most and make the text again', () => {
    const gsmText = fc.array(fc.constantFrom(...inBasic, ...inExtension), { maxLength: 600 });
    fc.assert(
      fc.property(gsmText, (characters) => {
        const text = characters.join('');
        const parts = messageParts(text);
        expect(parts.join('')).toBe(text);
        if (parts.length > 1) expect(Math.max(...parts.map(septets))).toBeLessThanOrEqual(153);
        else expect(septets(text)).toBeLessThanOrEqual(160);
      }),
      { numRuns: 1000 },
    );
  });
});
