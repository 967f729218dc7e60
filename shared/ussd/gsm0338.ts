/**
 * The GSM 03.38 default alphabet (3GPP TS 23.038, 6.2.1): what #122# and text messages can carry.
 * A character of the basic table takes one septet, one of the extension table two.
 */

const basic = new Set(
  '@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Without the form feed, which is no text. */
const extension = new Set('^{}\\[~]|€');

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
  const prepared = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/«\s*|\s*»/g, '"');
  let written = '';
  for (const character of prepared) written += isGsm(character) ? character : likeness(character);
  return written;
}

/** The septets that a text in the GSM alphabet takes. */
export function septets(gsmText: string): number {
  let count = 0;
  for (const character of gsmText) count += extension.has(character) ? 2 : 1;
  return count;
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

function isGsm(character: string): boolean {
  return basic.has(character) || extension.has(character);
}

function likeness(character: string): string {
  if (/\s/.test(character)) return ' ';
  let written = '';
  for (const piece of character.normalize('NFKD')) {
    written += isGsm(piece) ? piece : (replacements[piece] ?? '');
  }
  return written;
}
