import type { ParsingOptions, WorkBook } from '@e965/xlsx';
import { ImportError } from '../../issue/ImportError.ts';
import { isEncrypted } from './isEncrypted.ts';
import { mendParts } from './mendParts.ts';
import { markupText } from './markupText.ts';
import type { WorkbookFormat } from './workbookFormat.ts';
import { corruptError, encryptedError, zipParts } from './zipParts.ts';

export interface ParseOptions {
  /** Most bytes a zipped workbook may unpack to. */
  readonly maxInflatedBytes: number;
}

type SheetJs = typeof import('@e965/xlsx') & {
  /** Exported by SheetJS but missing in its types: reads an already unpacked zip. */
  readonly parse_zip: (zip: unknown, options: ParsingOptions) => WorkBook;
};

const OPTIONS: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellHTML: false,
  cellFormula: false,
  cellStyles: false,
  // Formatted texts are not used, but only with them are the implicit (localized) formats told.
  cellText: true,
  cellDates: false,
};

/**
 * Parses a whole workbook by SheetJS, which is loaded now. Synchronous once loaded: run it in a worker when
 * a page must stay alive.
 * @throws ImportError `file-encrypted`, `file-corrupt` or `file-too-large`.
 */
export async function parseWorkbook(
  bytes: Uint8Array,
  format: WorkbookFormat,
  options: ParseOptions,
): Promise<WorkBook> {
  const sheetJs = (await import('@e965/xlsx')) as unknown as SheetJs;
  try {
    if (format === 'html') return readMarkup(sheetJs, bytes, true);
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readZip(sheetJs, bytes, format, options);
    if (format === 'xml' || format === 'ods') return readMarkup(sheetJs, bytes, false);
    return readBinary(sheetJs, bytes);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw /password|encrypt/i.test(reason) ? encryptedError() : corruptError(reason, error);
  }
}

function readZip(
  sheetJs: SheetJs,
  bytes: Uint8Array,
  format: WorkbookFormat,
  options: ParseOptions,
): WorkBook {
  const parts = zipParts(bytes, { maxBytes: options.maxInflatedBytes, wanted: isWanted });
  const mended = mendParts(parts);
  const zip = {
    FullPaths: [...mended.keys()],
    FileIndex: [...mended].map(([name, content]) => ({ name, content, type: 2 })),
  };
  return sheetJs.parse_zip(zip, { ...OPTIONS, type: 'array', cellDates: format === 'ods' });
}

/** Pictures, drawings, comments, themes and stored pivot data hold no cells. */
function isWanted(name: string): boolean {
  return !/(?:^|\/)(?:media|drawings|embeddings|printerSettings|theme|charts|pivotCache|pivotTables|customXml|ctrlProps|activeX|externalLinks|comments[^/]*|threadedComments|Thumbnails|Pictures|ObjectReplacements|Configurations2|docProps)(?:\/|$)|calcChain|vbaProject|\.vml$/i.test(
    name,
  );
}

function readMarkup(sheetJs: SheetJs, bytes: Uint8Array, raw: boolean): WorkBook {
  const text = markupText(bytes);
  return sheetJs.read(text, { ...OPTIONS, type: 'string', raw });
}

function readBinary(sheetJs: SheetJs, bytes: Uint8Array): WorkBook {
  if (isEncrypted(bytes, sheetJs.CFB)) throw encryptedError();
  return sheetJs.read(bytes, { ...OPTIONS, type: 'array' });
}
