import { inSteps } from '../inSteps.ts';
import { listedSheet } from '../listedSheet.ts';
import type { OpenedSheet } from '../OpenedSheet.ts';
import type { ZipArchive } from '../zipArchive.ts';
import { readBook, type BookSheet } from './readBook.ts';
import { newReading, readSheet, type BookParts } from './readSheet.ts';
import { readStrings } from './readStrings.ts';
import { readStyles } from './readStyles.ts';
import { streamedSheet } from './streamedSheet.ts';

/** Sheets whose XML comes to no more than this together are read at once; bigger ones row by row when asked. */
const AT_ONCE = 16 * 1_048_576;

/** The sheets of an xlsx or xlsm. */
export async function openOoxml(
  archive: ZipArchive,
  signal?: AbortSignal,
): Promise<readonly OpenedSheet[]> {
  const book = readBook(archive);
  const formats = readStyles(archive, book.stylesPart);
  const strings = await inSteps(readStrings(archive, book.stringsPart), signal);
  const parts: BookParts = { archive, date1904: book.date1904, strings, formats };
  const sheets: OpenedSheet[] = [];
  let left = AT_ONCE;
  for (const sheet of book.sheets) {
    const size = archive.size(sheet.part);
    left -= size;
    sheets.push(left >= 0 ? await wholeSheet(parts, sheet, signal) : streamedSheet(parts, sheet));
  }
  return sheets;
}

async function wholeSheet(
  parts: BookParts,
  sheet: BookSheet,
  signal: AbortSignal | undefined,
): Promise<OpenedSheet> {
  const reading = newReading();
  await inSteps(readSheet(parts, sheet.part, reading), signal);
  return listedSheet({ ...sheet, ...reading, unreadable: parts.archive.size(sheet.part) === 0 });
}
