/** Subscriber numbers: read in every usual form, kept as E.164 digits without the plus sign, written for people. */
import {
  AsYouType,
  getCountryCallingCode,
  parseIncompletePhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import type { MarketPack } from './market';

export type MsisdnResult =
  { readonly ok: true; readonly msisdn: string } | { readonly ok: false; readonly error: 'BAD_MSISDN' };

const badMsisdn: MsisdnResult = { ok: false, error: 'BAD_MSISDN' };

/** Marks that copying from a page or a chat drags along, such as the left-to-right mark. */
const invisibleMarks = /\p{Cf}/gu;

/** Spaces of every width; the phone-number library knows only some. */
const anySpace = /\p{Zs}/gu;

/**
 * Reads a number as people write it: `0700000001`, `+225 07 00 00 00 01`, `002250700000001`, `2250700000001`.
 * Only its length is checked against the country's plan: plans change more often than a shop's program does, and
 * the feed is what decides which numbers exist.
 */
export function parseMsisdn(input: string, market: MarketPack): MsisdnResult {
  const number = parsePhoneNumberFromString(input.replace(invisibleMarks, '').replace(anySpace, ' '), {
    defaultCountry: market.numbers.country,
    extract: false,
  });
  if (!number?.isPossible() || number.ext !== undefined) return badMsisdn;
  return { ok: true, msisdn: number.number.slice(1) };
}

/** `07 00 00 00 01` for a number of the market, `+33 6 12 34 56 78` for any other. */
export function formatMsisdn(msisdn: string, market: MarketPack): string {
  const national = nationalNumber(msisdn, market);
  if (national !== null) return inGroups(national, market).join(' ');
  return parsePhoneNumberFromString(`+${msisdn}`)?.formatInternational() ?? `+${msisdn}`;
}

/** `07 •• •• •• 01`: enough for its owner to know it, too little for who looks over a shoulder. */
export function formatMaskedMsisdn(msisdn: string, market: MarketPack): string {
  const text = formatMsisdn(msisdn, market);
  const firstGroup = text.indexOf(' ');
  // A number of no known plan is one long group.
  const shownAtStart = firstGroup === -1 ? 0 : firstGroup;
  const hidden = text.slice(shownAtStart, -2).replace(/\d/g, maskedDigit);
  return text.slice(0, shownAtStart) + hidden + text.slice(-2);
}

/** `22507••••••01`: the only form in which a number may reach a log. */
export function maskMsisdn(msisdn: string): string {
  const shownAtStart = Math.max(0, Math.min(5, msisdn.length - 6));
  return (
    msisdn.slice(0, shownAtStart) + maskedDigit.repeat(msisdn.length - shownAtStart - 2) + msisdn.slice(-2)
  );
}

/** What a search box shows while a number is being typed or pasted, in whichever form it was begun. */
export function formatMsisdnAsTyped(input: string, market: MarketPack): string {
  const typed = parseIncompletePhoneNumber(input);
  const callingCode = getCountryCallingCode(market.numbers.country);
  const homePrefix = [`+${callingCode}`, `00${callingCode}`, callingCode].find((prefix) =>
    typed.startsWith(prefix),
  );
  if (homePrefix !== undefined) {
    return [homePrefix, ...inGroups(typed.slice(homePrefix.length), market)].join(' ');
  }
  if (typed.startsWith('+') || typed.startsWith('00')) {
    return new AsYouType(market.numbers.country).input(typed);
  }
  return inGroups(typed, market).join(' ');
}

const maskedDigit = '•';

/** The digits after the country's code; `null` for a number that is not one of the market. */
export function nationalNumber(msisdn: string, market: MarketPack): string | null {
  const callingCode = getCountryCallingCode(market.numbers.country);
  const nationalLength = market.numbers.groups.reduce((sum, length) => sum + length, 0);
  const isHome = msisdn.startsWith(callingCode) && msisdn.length === callingCode.length + nationalLength;
  return isHome ? msisdn.slice(callingCode.length) : null;
}

/** Cuts digits as the market writes them; what is beyond the last group stays in one piece. */
function inGroups(digits: string, market: MarketPack): string[] {
  const groups: string[] = [];
  let start = 0;
  for (const length of market.numbers.groups) {
    groups.push(digits.slice(start, start + length));
    start += length;
  }
  groups.push(digits.slice(start));
  return groups.filter((group) => group !== '');
}
