import { listedSheet } from '../listedSheet.ts';
import type { OpenedSheet } from '../OpenedSheet.ts';
import { corruptError } from '../zipArchive.ts';
import { compoundStream } from './compoundStream.ts';
import { isBegin, readGlobals, type BoundSheet } from './readGlobals.ts';
import { readBiffSheet } from './readBiffSheet.ts';

/**
 * The sheets of an `.xls` (BIFF2–8). It looks at cells alone, so that a broken drawing, name or formula does not
 * stop it, and every loop ends with the bytes.
 * @throws ImportError `file-corrupt` for what it cannot make sense of.
 */
export function openBiff(bytes: Uint8Array): readonly OpenedSheet[] {
  const stream = bytes[0] === 0xd0 ? compoundStream(bytes, ['Workbook', 'Book']) : bytes;
  if (!stream) throw corruptError('it holds no workbook');
  const globals = readGlobals(stream);
  // Before BIFF5 a file is a single sheet.
  const alone: BoundSheet = { name: 'Sheet1', hidden: false, offset: 0 };
  const sheets = globals.version < 5 ? [alone] : globals.sheets;
  if (sheets.some(({ offset }) => !isBegin(stream, offset)))
    throw corruptError('a sheet is not where it should be');
  return sheets.map(({ name, hidden, offset }) =>
    listedSheet({ name, hidden, ...readBiffSheet(stream, offset, globals) }),
  );
}
