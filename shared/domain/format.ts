/** Amounts and dates as people of a market read them: Intl's own forms, with formatters that are made once. */
import { startOfDayUtc, type CalendarDay } from './calendar';
import type { Language } from './language';
import type { MarketPack } from './market';
import { remember } from './remember';
import { unitKind, type CurrencyCode, type Unit } from './unit';

export interface Formats {
  /** `1 250 F CFA`, `1,5 Go`, `12 min 30 s`, `3 SMS`. */
  readonly amount: (amount: number, unit: Unit) => string;
  /** An amount that came or went, with its sign: `+500 F CFA`. */
  readonly change: (amount: number, unit: Unit) => string;
  /** `84 %`, from whole percents. */
  readonly percent: (percent: number) => string;
  /** `31/12/2026`. */
  readonly date: (day: CalendarDay) => string;
  /** `sam. 21`. */
  readonly shortDay: (day: CalendarDay) => string;
  /** `samedi`. */
  readonly weekday: (day: CalendarDay) => string;
  /** `23 h 59`, `5 h`. */
  readonly timeOfDay: (hour: number, minute: number) => string;
  /** `7 jours`. */
  readonly days: (count: number) => string;
  /** `dans 3 jours`, `il y a 2 mois`. */
  readonly relative: (count: number, unit: 'day' | 'month' | 'year') => string;
}

export function formatsFor(market: MarketPack, language: Language): Formats {
  return formatsByLanguage[language](market.locales[language]);
}

function createFormats(locale: string, language: Language): Formats {
  // Most of what a customer is shown is shown again at once, or to the next one: what a pass gives, what nobody used.
  const amountFormat = remember((unit: Unit) => remember(amountFormatOf(unit, locale)), 100);
  // JSON has a -0, which Intl would show as such.
  const amount = (count: number, unit: Unit) => amountFormat(unit)(count + 0);
  // A calendar day is no instant: it is shown as UTC, whatever the market's zone.
  const dayFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return remember((day: CalendarDay) => format.format(startOfDayUtc(day)));
  };
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const daysFormat = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const relativeFormat = new Intl.RelativeTimeFormat(locale);
  const relative = {
    day: remember((count: number) => relativeFormat.format(count, 'day')),
    month: remember((count: number) => relativeFormat.format(count, 'month')),
    year: remember((count: number) => relativeFormat.format(count, 'year')),
  };

  return {
    amount,
    // A minus as wide as the plus, where Intl writes a hyphen.
    change: (change, unit) => (change > 0 ? '+' : '') + amount(change, unit).replace('-', '−'),
    percent: (wholePercent) => percent.format(wholePercent / 100),
    date: dayFormat({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    shortDay: dayFormat({ weekday: 'short', day: 'numeric' }),
    weekday: dayFormat({ weekday: 'long' }),
    timeOfDay: timeOfDayFormats[language],
    days: (count) => daysFormat.format(count),
    relative: (count, unit) => relative[unit](count),
  };
}

// A locale's formatters are costly to make and the same for every market that writes that way.
const formatsByLanguage: Readonly<Record<Language, (locale: string) => Formats>> = {
  fr: remember((locale) => createFormats(locale, 'fr')),
  en: remember((locale) => createFormats(locale, 'en')),
};

/** The French way of saying the time, which Intl has for Canada only; the English one is plain digits. */
const timeOfDayFormats: Readonly<Record<Language, Formats['timeOfDay']>> = {
  fr: (hour, minute) => `${hour}${noBreakSpace}h${minute === 0 ? '' : noBreakSpace + twoDigits(minute)}`,
  en: (hour, minute) => `${twoDigits(hour)}:${twoDigits(minute)}`,
};

const noBreakSpace = '\u00a0';

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

type AmountFormat = (amount: number) => string;

function amountFormatOf(unit: Unit, locale: string): AmountFormat {
  switch (unitKind(unit)) {
    case 'money':
      return moneyFormat(unit, locale);
    case 'time':
      return timeFormat(locale);
    case 'messages':
      return messagesFormat(locale);
    case 'volume':
      return volumeFormat(locale);
  }
}

function moneyFormat(currency: CurrencyCode, locale: string): AmountFormat {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const minorDigits = format.resolvedOptions().maximumFractionDigits ?? 0;
  return (amount) => format.format(scaled(amount, minorDigits));
}

function timeFormat(locale: string): AmountFormat {
  const units = [
    { format: unitFormat('hour', locale), seconds: 3600 },
    { format: unitFormat('minute', locale), seconds: 60 },
    { format: unitFormat('second', locale), seconds: 1 },
  ];
  const zero = unitFormat('second', locale).format(0);
  return (amount) => {
    const parts: string[] = [];
    let rest = amount;
    for (const { format, seconds } of units) {
      const count = Math.trunc(rest / seconds);
      rest -= count * seconds;
      // The sign stands before the first part only.
      if (count !== 0) parts.push(format.format(parts.length === 0 ? count : Math.abs(count)));
    }
    return parts.length === 0 ? zero : parts.join(noBreakSpace);
  };
}

function messagesFormat(locale: string): AmountFormat {
  const format = new Intl.NumberFormat(locale);
  return (amount) => `${format.format(amount)}${noBreakSpace}SMS`;
}

function volumeFormat(locale: string): AmountFormat {
  const units = (
    [
      ['petabyte', 15],
      ['terabyte', 12],
      ['gigabyte', 9],
      ['megabyte', 6],
      ['kilobyte', 3],
      ['byte', 0],
    ] as const
  ).map(([unit, exponent]) => ({
    // Three digits are what people compare; cut, not rounded, so that nobody is shown more than there is.
    format: unitFormat(unit, locale, { maximumSignificantDigits: 3, roundingMode: 'trunc' }),
    exponent,
  }));
  const zero = unitFormat('byte', locale).format(0);
  return (amount) => {
    const fitting = units.find(({ exponent }) => Math.abs(amount) >= 10 ** exponent);
    return fitting === undefined ? zero : fitting.format.format(scaled(amount, fitting.exponent));
  };
}

function unitFormat(unit: string, locale: string, digits: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', ...digits });
}

/** An exact decimal, as text: dividing would go through a binary fraction. What is not divided is read faster as it is. */
function scaled(amount: number, digits: number): number | `${number}` {
  return digits === 0 ? amount : (`${amount}E-${digits}` as `${number}`);
}
