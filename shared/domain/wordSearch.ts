/** Text as it is compared in a search: small letters without accents, digits, and single spaces for all the rest. */
export function foldWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^\p{L}\p{N}#*]+/gu, ' ')
    .trim();
}
