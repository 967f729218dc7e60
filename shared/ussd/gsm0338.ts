/**
 * The GSM 03.38 default alphabet (3GPP TS 23.038, 6.2.1): what #122# and text messages can carry.
 * A character of the basic table takes one septet, one of the extension table two.
 */

const basic =
  '@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Without the form feed, which is no text. */
const extension = '^{}\\[~]|€';

const outside = new RegExp(`[^${escaped(basic + extension)}]`, 'gu');
const inExtension = new RegExp(`[${escaped(extension)}]`, 'g');

/** What stands for characters that lose more than an accent. */
const replacements: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '⁄': '/',
  '•': '*',
  '·': '.',
  '×': 'x',
  '→': '->',
  œ: 'oe',
  Œ: 'OE',
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  ɛ: 'e',
  Ɛ: 'E',
  ɔ: 'o',
  Ɔ: 'O',
  ŋ: 'n',
  Ŋ: 'N',
  ɓ: 'b',
  Ɓ: 'B',
  ɗ: 'd',
  Ɗ: 'D',
};

/**
 * Writes a text in the GSM alphabet: accents that it lacks are dropped from their letters, typographic marks become
 * plain ones, every space an ordinary one, and what has no likeness (emoji, other scripts) is left out.
 */
export function toGsm(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/«\s*|\s*»/g, '"')
    .replace(outside, likeness);
}

/** A label, or its code where no letter or digit of the label can be written: a choice has to have a name. */
export function writableLabel(label: string, code: string): string {
  return /[\p{L}\p{N}]/u.test(toGsm(label)) ? label : code;
}

/** The septets that a text in the GSM alphabet takes. */
export function septets(gsmText: string): number {
  return gsmText.length + (gsmText.match(inExtension)?.length ?? 0);
}

/** What one message holds, and one part of a longer one, whose header takes seven septets. */
const messageSeptets = 160;
const partSeptets = 153;

/** Cuts a text in the GSM alphabet into the parts of one message; put together, they are the text again. */
export function messageParts(gsmText: string): readonly string[] {
  if (septets(gsmText) <= messageSeptets) return [gsmText];
  const parts: string[] = [];
  let part = '';
  let room = partSeptets;
  for (const character of gsmText) {
    const size = septets(character);
    if (size > room) {
      parts.push(part);
      part = '';
      room = partSeptets;
    }
    part += character;
    room -= size;
  }
  return [...parts, part];
}

/** What comes nearest to a character outside the alphabet. */
function likeness(character: string): string {
  if (/\s/.test(character)) return ' ';
  return character.normalize('NFKD').replace(outside, (piece) => replacements[piece] ?? '');
}

/** For a character class. */
function escaped(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&');
}
