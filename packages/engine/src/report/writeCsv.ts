import { escapeFormula } from '../source/formulaSafety.ts';

export interface CsvOptions {
  /** `,` unless told. */
  readonly delimiter?: string;
}

/** Characters gathered before they are given out. */
const CHUNK = 65_536;

/**
 * Rows as CSV in UTF-8 with a byte order mark (Excel needs it) and CRLF, every cell safe to open in a
 * spreadsheet (see `escapeFormula`).
 */
export async function* writeCsv(
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  { delimiter = ',' }: CsvOptions = {},
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const special = new RegExp(`["\\r\\n${delimiter.replace(/[\\\]^-]/g, '\\$&')}]|^\\s|\\s$`);
  let text = '\ufeff';
  for await (const row of rows) {
    const line = row.map((cell) => csvCell(cell, special)).join(delimiter);
    // A row of one blank cell would be a blank line, which readers pass over.
    text += `${line === '' ? '""' : line}\r\n`;
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text) yield encoder.encode(text);
}

function csvCell(cell: string, special: RegExp): string {
  const safe = escapeFormula(cell);
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
