/** Columns of a row by the type the schema gives them; a mismatch is a bug and throws. */
import type { Row } from './connection';

function unexpected(row: Row, column: string, wanted: string): TypeError {
  return new TypeError(`Column ${column} is ${typeof row[column]}, not ${wanted}.`);
}

export function integerOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw unexpected(row, column, 'a number');
  return value;
}

export function nullableIntegerOf(row: Row, column: string): number | null {
  return row[column] === null ? null : integerOf(row, column);
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw unexpected(row, column, 'text');
  return value;
}

export function nullableTextOf(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function blobOf(row: Row, column: string): Buffer {
  const value = row[column];
  if (!Buffer.isBuffer(value)) throw unexpected(row, column, 'a blob');
  return value;
}
