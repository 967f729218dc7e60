/** Written text as a speech program says it: amounts, dates, codes and masked numbers in words. */
import type { Language } from '../../../shared/domain/language';

interface Words {
  /** What an abbreviation of a unit is called. */
  readonly units: readonly (readonly [RegExp, string])[];
  readonly hash: string;
  readonly star: string;
  readonly masked: string;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    units: [
      [/(\d) ?F ?CFA\b/g, '$1 francs CFA'],
      [/(\d) ?Go\b/g, '$1 gigaoctets'],
      [/(\d) ?Mo\b/g, '$1 mégaoctets'],
      [/(\d) ?ko\b/g, '$1 kilooctets'],
      [/(\d) ?o\b/g, '$1 octets'],
      [/(?<!\d)1 ?min\b/g, '1 minute'],
      [/(\d) ?min\b/g, '$1 minutes'],
      [/(?<!\d)1 ?h\b/g, '1 heure'],
      [/(\d) ?h\b/g, '$1 heures'],
      [/(\d) ?s\b/g, '$1 secondes'],
    ],
    hash: 'dièse',
    star: 'étoile',
    masked: 'masqué',
  },
  en: {
    units: [
      [/(?:F ?CFA|CFA|FCFA) ?(\d[\d.]*)/g, '$1 CFA francs'],
      [/(\d) ?GB\b/g, '$1 gigabytes'],
      [/(\d) ?MB\b/g, '$1 megabytes'],
      [/(\d) ?kB\b/g, '$1 kilobytes'],
      [/(\d) ?byte\b/g, '$1 bytes'],
      [/(?<!\d)1 ?min\b/g, '1 minute'],
      [/(\d) ?mins?\b/g, '$1 minutes'],
      [/(?<!\d)1 ?hr\b/g, '1 hour'],
      [/(\d) ?hrs?\b/g, '$1 hours'],
      [/(\d) ?secs?\b/g, '$1 seconds'],
    ],
    hash: 'hash',
    star: 'star',
    masked: 'masked',
  },
};

const dateFormats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

export function speakable(text: string, language: Language): string {
  const { units, hash, star, masked } = words[language];
  let spoken = text.replace(/\s+/gu, ' ').trim();
  spoken = spoken.replace(
    /\b(\d\d)\/(\d\d)\/(\d{4})\b/g,
    (written, day: string, month: string, year: string) => {
      const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
      return Number.isNaN(at) ? written : dateFormats[language].format(at);
    },
  );
  // Digits of a code one by one, so that it can be dialled.
  spoken = spoken.replace(/[#*][\d*#]+/g, (code) =>
    Array.from(code, (sign) => (sign === '#' ? hash : sign === '*' ? star : sign)).join(' '),
  );
  spoken = spoken.replace(/•+(?: •+)*/g, masked);
  // A number's groups stay apart; an amount's thousands do not.
  spoken = spoken.replace(/\b[1-9]\d{0,2}(?: \d{3})+\b(?! \d)/g, (amount) => amount.replaceAll(' ', ''));
  if (language === 'en') spoken = spoken.replace(/(\d),(?=\d{3}\b)/g, '$1');
  for (const [unit, name] of units) spoken = spoken.replace(unit, name);
  return spoken
    .replaceAll('›', ',')
    .replaceAll('−', '-')
    .replace(/[«»"]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
