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

/** Of rows that are wanted beside other things: which of them, in which order, with which columns. */
export interface RowsWanted {
  readonly columns: readonly string[];
  readonly from: string;
  readonly order: string;
  readonly limit: number;
}

/** SQL for such rows as one column, so that one answer brings them too: of the same moment, on the same way. */
export function rowsAsColumn({ columns, from, order, limit }: RowsWanted): string {
  const fields = columns.map((column) => `'${column}', ${column}`).join(', ');
  return `(SELECT json_group_array(json_object(${fields}) ORDER BY ${order})
    FROM (SELECT * FROM ${from} ORDER BY ${order} LIMIT ${limit}))`;
}

/** What {@link rowsAsColumn} has brought; never with a blob. */
export function rowsOf(row: Row, column: string): readonly Row[] {
  const rows: unknown = JSON.parse(textOf(row, column));
  if (!Array.isArray(rows) || !rows.every(isRow)) throw unexpected(row, column, 'rows');
  return rows;
}

function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every(
    (field) => field === null || typeof field === 'string' || typeof field === 'number',
  );
}
