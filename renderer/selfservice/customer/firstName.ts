/** The given name of `Aya KOUASSI` or `Marie-Thérèse Aya KOUASSI`: what stands before the name in capitals. */
export function firstName(name: string): string | null {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const isFamilyName = (word: string): boolean => word.length > 1 && word === word.toLocaleUpperCase();
  const family = words.findIndex(isFamilyName);
  const given = family > 0 ? words.slice(0, family) : words.slice(0, 1);
  return given.length === 0 ? null : given.join(' ');
}
