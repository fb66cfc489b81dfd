import type { OpenedSheet } from '../OpenedSheet.ts';
import { openSheetJs } from '../sheetjs/openSheetJs.ts';
import { encryptedError } from '../zipArchive.ts';
import { isEncrypted } from './isEncrypted.ts';
import { openBiff } from './openBiff.ts';

/** The sheets of an `.xls`: by SheetJS, and where that gives up or finds nothing, by the plain reader. */
export async function openXls(bytes: Uint8Array): Promise<readonly OpenedSheet[]> {
  if (isEncrypted(bytes)) throw encryptedError();
  const read = await openSheetJs({ kind: 'binary', bytes }).catch((error: unknown) => ({ error }));
  if (!('error' in read) && read.some(({ rows }) => rows !== 0)) return read;
  const rescued = rescue(bytes);
  if (rescued.some(({ rows }) => rows !== 0)) return rescued;
  if ('error' in read) throw read.error;
  return read;
}

function rescue(bytes: Uint8Array): readonly OpenedSheet[] {
  try {
    return openBiff(bytes);
  } catch {
    // What SheetJS said about the file is what the user is told.
    return [];
  }
}
