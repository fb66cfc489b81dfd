import type { OpenedSheet } from '../OpenedSheet.ts';
import { openSheetJs } from '../sheetjs/openSheetJs.ts';
import { encryptedError } from '../zipArchive.ts';
import { isEncrypted } from './isEncrypted.ts';
import { openBiff } from './openBiff.ts';

/**
 * The sheets of an `.xls`. The plain reader goes first: it costs bounded time and memory whatever is wrong with the
 * file, where SheetJS may take all there is. What it does not know or finds no cells in, SheetJS may.
 */
export async function openXls(bytes: Uint8Array): Promise<readonly OpenedSheet[]> {
  if (isEncrypted(bytes)) throw encryptedError();
  const plain = readPlainly(bytes);
  if (plain?.some(({ rows }) => rows !== 0)) return plain;
  const read = await openSheetJs({ kind: 'binary', bytes });
  return plain && read.every(({ rows }) => rows === 0) ? plain : read;
}

function readPlainly(bytes: Uint8Array): readonly OpenedSheet[] | null {
  try {
    return openBiff(bytes);
  } catch {
    return null;
  }
}
