/** The given name of `Aya KOUASSI` or `Marie-Thérèse Aya KOUASSI`: what is not the family name in capitals. */
export function firstName(name: string): string | null {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const given = words.filter((word) => word.length === 1 || word !== word.toLocaleUpperCase());
  return given.length > 0 ? given.join(' ') : (words[0] ?? null);
}
