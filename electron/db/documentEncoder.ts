/**
 * Writes documents in the compact form in which subscribers are stored: a quarter of their JSON, and faster to write
 * and to put into the database than the JSON is. What is written depends on the value alone and not on any schema, so
 * unknown fields are kept, in their order. Why this form: docs/decisions/0002-storing-subscribers.md.
 */
import { firstWordTag, maxDepth, smallIntegers, tags } from './documentForm';
import { knownWords } from './knownWords';

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Where a document lies in the bytes of its batch. */
export interface Slice {
  readonly offset: number;
  readonly length: number;
}

export interface DocumentBatch {
  /** `null`: nested deeper or larger than any real document, and not added. */
  readonly append: (document: JsonValue) => Slice | null;
  /** Everything added so far. */
  readonly bytes: () => Buffer;
}

/** No real subscriber comes near it; a page of such ones would hold up the readers. */
const maxDocumentBytes = 1_048_576;

const wordPlaces = new Map(knownWords.map((word, place) => [word, place]));

const zero = 48;
const nine = 57;

export function createDocumentBatch(): DocumentBatch {
  let buffer = Buffer.allocUnsafe(262_144);
  let end = 0;
  let depthReached = 0;

  function reserve(bytes: number): void {
    if (end + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, end + bytes));
    buffer.copy(larger, 0, 0, end);
    buffer = larger;
  }

  /** Seven bits a byte, lowest first; any integer from 0 to 2^53 − 1. */
  function writeVarint(value: number): void {
    let rest = value;
    while (rest > 0x7fffffff) {
      buffer[end++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      buffer[end++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    buffer[end++] = rest;
  }

  function writeTagged(tag: number, value: number): void {
    buffer[end++] = tag;
    writeVarint(value);
  }

  function writeNumber(value: number): void {
    reserve(10);
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
      buffer[end++] = tags.double;
      end = buffer.writeDoubleLE(value, end);
    } else if (value < 0) {
      writeTagged(tags.negative, -value);
    } else if (value < smallIntegers.count) {
      buffer[end++] = smallIntegers.firstTag + value;
    } else {
      writeTagged(tags.positive, value);
    }
  }

  function writeString(text: string): void {
    const place = wordPlaces.get(text);
    reserve(text.length * 3 + 10);
    if (place !== undefined) buffer[end++] = firstWordTag + place;
    else if (!writeRegularString(text)) writeText(text);
  }

  /** The kinds of string whose content is a number: moments, days, phone numbers, ids and revisions. */
  function writeRegularString(text: string): boolean {
    switch (text.length) {
      case 10: {
        const day = dayNumberOf(text);
        if (day < 0) break;
        writeTagged(tags.day, day);
        return true;
      }
      case 20: {
        const second = secondOf(text);
        if (second < 0) break;
        writeTagged(tags.instant, second);
        return true;
      }
    }
    if (text.length > 30 && writeRevision(text)) return true;
    const isSubscriberId = text.startsWith('subscriber:');
    const digits = digitsOf(text, isSubscriberId ? 'subscriber:'.length : 0);
    if (digits < 0) return false;
    writeTagged(isSubscriberId ? tags.subscriberId : tags.digits, digits);
    return true;
  }

  /** `12-` and 32 lower-case hex digits. */
  function writeRevision(text: string): boolean {
    const dash = text.length - 33;
    if (dash < 1 || dash > 15 || text.charCodeAt(dash) !== 45) return false;
    const generation = digitsOf(text.slice(0, dash), 0);
    if (generation < 0) return false;
    const start = end;
    writeTagged(tags.revision, generation);
    for (let at = dash + 1; at < text.length; at += 2) {
      const byte = hexDigitOf(text, at) * 16 + hexDigitOf(text, at + 1);
      if (byte < 0) {
        end = start;
        return false;
      }
      buffer[end++] = byte;
    }
    return true;
  }

  function writeText(text: string): void {
    const start = end;
    buffer[end++] = tags.text;
    if (text.length < 64) {
      // Most are short and plain ASCII: byte by byte is quicker than a call into the runtime.
      const lengthAt = end++;
      let at = 0;
      for (; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (unit > 127) break;
        buffer[end++] = unit;
      }
      if (at === text.length) {
        buffer[lengthAt] = at;
        return;
      }
      end = start + 1;
    }
    writeVarint(Buffer.byteLength(text));
    end += buffer.write(text, end);
  }

  function writeValue(value: JsonValue, depth: number): void {
    if (typeof value === 'string') {
      writeString(value);
    } else if (typeof value === 'number') {
      writeNumber(value);
    } else if (typeof value === 'object' && value !== null) {
      depthReached = Math.max(depthReached, depth + 1);
      if (depth < maxDepth) writeContainer(value, depth + 1);
    } else {
      reserve(1);
      buffer[end++] = value === null ? tags.null : value ? tags.true : tags.false;
    }
  }

  function writeContainer(value: Exclude<JsonValue, null | boolean | number | string>, depth: number): void {
    reserve(1);
    if (isArray(value)) {
      buffer[end++] = tags.array;
      for (const item of value) writeValue(item, depth);
    } else {
      buffer[end++] = tags.object;
      for (const key in value) {
        const item = value[key];
        if (item === undefined) continue;
        writeString(key);
        writeValue(item, depth);
      }
    }
    reserve(1);
    buffer[end++] = tags.end;
  }

  return {
    append(document) {
      const offset = end;
      depthReached = 0;
      writeValue(document, 0);
      const length = end - offset;
      if (depthReached <= maxDepth && length <= maxDocumentBytes) return { offset, length };
      end = offset;
      return null;
    },
    bytes: () => buffer.subarray(0, end),
  };
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The number that decimal digits from `start` to the end write, or −1: no leading zero, at most 15 digits. */
function digitsOf(text: string, start: number): number {
  const count = text.length - start;
  if (count < 1 || count > 15 || text.charCodeAt(start) === zero) return -1;
  let value = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < zero || unit > nine) return -1;
    value = value * 10 + unit - zero;
  }
  return value;
}

/** Negative enough to keep what it is part of negative. */
const notANumber = -1_000_000;

function twoDigitsOf(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : notANumber;
}

function hexDigitOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= zero && unit <= nine) return unit - zero;
  return unit >= 97 && unit <= 102 ? unit - 87 : notANumber;
}

const dash = 45;
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Days since 1970-01-01 of a text that begins with `YYYY-MM-DD`, negative for what is not such a day or earlier. */
function dayNumberOf(text: string): number {
  if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return -1;
  const year = twoDigitsOf(text, 0) * 100 + twoDigitsOf(text, 2);
  const month = twoDigitsOf(text, 5);
  const day = twoDigitsOf(text, 8);
  if (year < 1970 || month < 1 || month > 12 || day < 1) return -1;
  const leapDay = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const before = daysBeforeMonth[month - 1] ?? 0;
  const length = (daysBeforeMonth[month] ?? 0) - before + (month === 2 ? leapDay : 0);
  if (day > length) return -1;
  const past = year - 1;
  const leapDaysPast = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477;
  return (year - 1970) * 365 + leapDaysPast + before + (month > 2 ? leapDay : 0) + day - 1;
}

/** Seconds since 1970 of `YYYY-MM-DDTHH:MM:SSZ`, negative for what is not that. */
function secondOf(text: string): number {
  if (
    text.charCodeAt(10) !== 84 ||
    text.charCodeAt(13) !== 58 ||
    text.charCodeAt(16) !== 58 ||
    text.charCodeAt(19) !== 90
  ) {
    return -1;
  }
  const day = dayNumberOf(text);
  const hour = twoDigitsOf(text, 11);
  const minute = twoDigitsOf(text, 14);
  const second = twoDigitsOf(text, 17);
  if (day < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return -1;
  return ((day * 24 + hour) * 60 + minute) * 60 + second;
}
