/** A row of a result, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** The text of a column of a row that is never null. */
export function textOf(row: Row, column: string): string {
  return String(row[column]);
}

/** The text of a column of a row; null where it is null. */
export function optionalText(row: Row, column: string): string | null {
  const value = row[column];
  return value == null ? null : String(value);
}

/** Drivers give large whole numbers as texts. */
export function numberOf(row: Row, column: string): number {
  return Number(row[column] ?? 0);
}

/** An instant as ISO 8601. */
export function instantOf(row: Row, column: string): string | null {
  const value = row[column];
  if (value == null) return null;
  return (value instanceof Date ? value : new Date(String(value))).toISOString();
}
