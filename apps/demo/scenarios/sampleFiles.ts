import { writeFile } from 'node:fs/promises';
import { utils, write, type WorkSheet } from '@e965/xlsx';

// What the makers of sample files share. The same input makes the same bytes, so that git shows what changed.

/** As Excel saves it: quoted where needed, with CRLF. */
export function csv(rows: readonly (readonly (string | undefined)[])[], delimiter: string): string {
  const quoted = (cell = ''): string =>
    cell.includes(delimiter) || /["\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('');
}

/** For letters that are the same in Windows-1252 and Latin-1. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export function workbook(
  name: string,
  sheet: WorkSheet,
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, name);
  book.Props = { CreatedDate: new Date(Date.UTC(2026, 2, 2)) };
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

/** Writes files into the folder `samples` beside the maker, whose `import.meta.url` it is. */
export async function saveSamples(
  maker: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await writeFile(new URL(`samples/${name}`, maker), content);
    console.log(`${name}: ${Buffer.byteLength(content)} bytes`);
  }
}
