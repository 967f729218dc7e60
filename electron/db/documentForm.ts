/**
 * The form of a stored document: each value is a tag and what the tag calls for. Arrays and objects run to an `end`
 * tag, an object as key, value, key, value. Rows already stored are read by this table: only add to it.
 */

export const tags = {
  null: 0,
  false: 1,
  true: 2,
  /** Eight bytes, IEEE 754, little endian. */
  double: 3,
  /** A varint. */
  positive: 4,
  /** A varint, of the value without its sign. */
  negative: 5,
  array: 6,
  object: 7,
  end: 8,
  /** Length in bytes as a varint, UTF-8. */
  text: 9,
  /** `YYYY-MM-DDTHH:MM:SSZ`: seconds since 1970 as a varint. */
  instant: 10,
  /** `YYYY-MM-DD`: days since 1970 as a varint. */
  day: 11,
  /** A string of digits without a leading zero: its number as a varint. */
  digits: 12,
  /** `subscriber:` and digits: their number as a varint. */
  subscriberId: 13,
  /** `12-` and 32 hex digits: the number as a varint, then 16 bytes. */
  revision: 14,
} as const;

/** The integers from 0 are tags of their own. */
export const smallIntegers = { firstTag: 16, count: 64 } as const;

/** From here to 255, a known word each. */
export const firstWordTag = smallIntegers.firstTag + smallIntegers.count;

/** Arrays and objects within each other; a real document has four. */
export const maxDepth = 64;
