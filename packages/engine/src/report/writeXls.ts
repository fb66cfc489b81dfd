import type { XlsxSheet } from './writeXlsx.ts';

/**
 * The sheets as a BIFF8 `.xls` of text cells, for programs that read nothing newer. Loads SheetJS. A text is cut
 * at 4,000 characters.
 */
export async function writeXls(sheets: readonly XlsxSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  for (const { name, columns, rows } of sheets) {
    const texts: (readonly string[])[] = [];
    for await (const row of rows) texts.push(row);
    const cells = texts.map((row) => row.map((text) => ({ t: 's', v: shortened(text), z: '@' })));
    const sheet = utils.aoa_to_sheet(cells);
    sheet['!cols'] = columns.map(({ width }) => ({ wch: width }));
    utils.book_append_sheet(book, sheet, name.slice(0, 31));
  }
  return new Uint8Array(
    write(book, { type: 'array', bookType: 'biff8', bookSST: true }) as ArrayBuffer,
  );
}

/** SheetJS never ends with a text that fills a record of the format, of 8,224 bytes. */
const MAX_TEXT = 4000;

function shortened(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;
}
