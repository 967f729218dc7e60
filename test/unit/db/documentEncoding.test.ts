import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeDocument } from '../../../electron/db/documentDecoder';
import { createDocumentBatch, type JsonValue } from '../../../electron/db/documentEncoder';
import { firstWordTag } from '../../../electron/db/documentForm';
import { knownWords } from '../../../electron/db/knownWords';
import { arbitrarySubscriber } from '../../helpers/arbitraries';
import { buildRichSubscriber } from '../../helpers/builders';

function encoded(value: JsonValue): Buffer {
  const batch = createDocumentBatch();
  const slice = batch.append(value);
  expect(slice).toEqual({ offset: 0, length: batch.bytes().length });
  return batch.bytes();
}

function roundTrip(value: JsonValue): unknown {
  return decodeDocument(encoded(value));
}

const twoDigits = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
const year = fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1968, max: 2104 }));
const day = fc
  .tuple(year, twoDigits, twoDigits)
  .map(([y, month, date]) => `${String(y).padStart(4, '0')}-${month}-${date}`);
const instant = fc
  .tuple(day, twoDigits, twoDigits, twoDigits)
  .map(([date, hour, minute, second]) => `${date}T${hour}:${minute}:${second}Z`);
const hex = fc.constantFrom(...Array.from('0123456789abcdefAg'));
const revision = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789x')), maxLength: 16 }),
    fc.string({ unit: hex, minLength: 31, maxLength: 33 }),
  )
  .map(([generation, hash]) => `${generation}-${hash}`);
const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), maxLength: 18 });
const regularString = fc.oneof(
  day,
  instant,
  revision,
  digits,
  digits.map((number) => `subscriber:${number}`),
  fc.constantFrom(...knownWords),
);

describe('the stored form of a document', () => {
  test('gives back every JSON value as it came, fields in their order', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6, noUnicodeString: false }), (text) => {
        const value = JSON.parse(text) as JsonValue;
        expect(JSON.stringify(roundTrip(value))).toBe(JSON.stringify(value));
        expect(roundTrip(value)).toStrictEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  test('gives back every subscriber, and a usual one in a third of its JSON or less', () => {
    fc.assert(
      fc.property(arbitrarySubscriber, (subscriber) => {
        expect(roundTrip(subscriber)).toEqual(subscriber);
      }),
    );
    const usual = buildRichSubscriber({ _rev: '3-967a00dff5e02add41819138abb3284d' });
    expect(encoded(usual).length).toBeLessThan(JSON.stringify(usual).length / 3);
  });

  test('gives back strings that look like moments, days, numbers, ids and revisions, whether they are or not', () => {
    fc.assert(
      fc.property(regularString, (text) => {
        expect(roundTrip({ [text]: [text] })).toStrictEqual({ [text]: [text] });
      }),
      { numRuns: 20_000 },
    );
  });

  test('gives back every day from 1970 to 2100 in a tenth of its JSON or so', () => {
    for (let at = 0; at < Date.UTC(2101, 0, 1); at += 86_400_000) {
      const date = new Date(at).toISOString().slice(0, 10);
      expect(roundTrip(date)).toBe(date);
      expect(encoded(date).length).toBeLessThanOrEqual(4);
    }
  });

  test('gives back every number that JavaScript holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger()),
        (value) => {
          expect(Object.is(roundTrip(value), value)).toBe(true);
        },
      ),
      { numRuns: 5000 },
    );
  });

  test('keeps a field called __proto__ as a field', () => {
    const value = JSON.parse('{"__proto__":{"admin":true},"a":1}') as JsonValue;
    const back = roundTrip(value);
    expect(Object.keys(back as object)).toEqual(['__proto__', 'a']);
    expect((back as { admin?: boolean }).admin).toBeUndefined();
  });

  test('refuses what is nested a thousand deep, and what is larger than a megabyte, and goes on with the next', () => {
    const batch = createDocumentBatch();
    expect(batch.append(JSON.parse('['.repeat(1000) + ']'.repeat(1000)) as JsonValue)).toBeNull();
    expect(batch.append({ note: 'x'.repeat(1_100_000) })).toBeNull();
    const slice = batch.append({ ok: true });
    expect(slice?.offset).toBe(0);
    expect(decodeDocument(batch.bytes())).toEqual({ ok: true });
  });

  test('places documents one after the other in one batch', () => {
    const batch = createDocumentBatch();
    const documents = Array.from({ length: 5000 }, (_, index) => ({
      _id: `subscriber:22507${index}`,
      note: 'é'.repeat(index % 90),
    }));
    const slices = documents.map((document) => batch.append(document)!);
    for (const [index, { offset, length }] of slices.entries()) {
      expect(decodeDocument(batch.bytes().subarray(offset, offset + length))).toEqual(documents[index]);
    }
  });

  test('has room for every known word, each once', () => {
    expect(new Set(knownWords).size).toBe(knownWords.length);
    expect(firstWordTag + knownWords.length).toBeLessThanOrEqual(256);
  });

  test('throws on bytes that are no document', () => {
    const whole = encoded({ name: 'Aya', list: [1, 2, 300] });
    for (let length = 0; length < whole.length; length++) {
      expect(() => decodeDocument(whole.subarray(0, length))).toThrow();
    }
    expect(() => decodeDocument(Buffer.from([15]))).toThrow();
  });
});
