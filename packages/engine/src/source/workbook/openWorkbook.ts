import { ImportError } from '../../issue/ImportError.ts';
import type { Issue } from '../../issue/Issue.ts';
import type { Block } from '../Block.ts';
import { nextTask } from '../nextTask.ts';
import type { ReadBlocksOptions, Source } from '../Source.ts';
import type { OpenedSheet } from './OpenedSheet.ts';
import { openOoxml } from './ooxml/openOoxml.ts';
import { openXls } from './biff/openXls.ts';
import { openHtml } from './html/openHtml.ts';
import { openFlatDocument, openOpenDocument } from './opendocument/openOpenDocument.ts';
import { openSheetJs } from './sheetjs/openSheetJs.ts';
import { workbookFormat, type WorkbookFormat } from './workbookFormat.ts';
import { corruptError, encryptedError, openZip } from './zipArchive.ts';

/** How `openWorkbook` reads. */
export interface OpenWorkbookOptions {
  /** File name, for messages; the format is found by content. */
  readonly name?: string | undefined;
  /** Name of the sheet to read; without it the first visible one that holds anything. */
  readonly sheet?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Most bytes a part of a zipped workbook may unpack to; 1 GiB unless told. */
  readonly maxInflatedBytes?: number | undefined;
}

const MAX_INFLATED_BYTES = 1_073_741_824;

/**
 * Opens an Excel (xlsx, xlsm, xlsb, xls of every age, XML 2003, HTML saved as xls) or OpenDocument workbook.
 * An xlsx gives its first rows at once, and neither it nor OpenDocument blocks the thread. The others are parsed
 * whole and synchronously, xlsb and XML 2003 by SheetJS, which is loaded then: open those in a worker where a page
 * must stay alive.
 * @throws ImportError `file-empty`, `file-encrypted`, `file-corrupt`, `file-too-large`, `file-unsupported`
 * or `sheet-missing`.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: OpenWorkbookOptions = {},
): Promise<Source> {
  const { name = '', signal } = options;
  signal?.throwIfAborted();
  if (bytes.length === 0)
    throw new ImportError('file-empty', 'The file is empty: it holds no bytes.');
  const format = workbookFormat(bytes);
  if (!format) throw unsupported(bytes, name);
  const sheets = await openSheets(bytes, format, options);
  signal?.throwIfAborted();
  const chosen = chooseSheet(sheets, options.sheet);
  return {
    name,
    format,
    size: bytes.length,
    encoding: null,
    encodingConfidence: null,
    delimiter: null,
    quote: null,
    sheets: sheets.map(({ name: sheet, rows, hidden }) => ({
      name: sheet,
      rows,
      ...(hidden && { hidden }),
    })),
    sheet: chosen?.name ?? '',
    issues: findIssues(sheets, chosen),
    blocks: (read) => readBlocks(chosen, bytes.length, { ...read, signal: read?.signal ?? signal }),
  };
}

function unsupported(bytes: Uint8Array, name: string): ImportError {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const what = isZip
    ? 'The file is a ZIP archive, not a workbook. Unpack it, and choose a file that is in it.'
    : 'The file is no workbook: it is neither Excel nor OpenDocument.';
  return new ImportError('file-unsupported', what, {
    params: { name, ...(isZip && { kind: 'ZIP' }) },
  });
}

async function openSheets(
  bytes: Uint8Array,
  format: WorkbookFormat,
  options: OpenWorkbookOptions,
): Promise<readonly OpenedSheet[]> {
  try {
    if (format === 'xls') return await openXls(bytes);
    const { signal, maxInflatedBytes = MAX_INFLATED_BYTES } = options;
    if (bytes[0] !== 0x50) {
      if (format === 'ods') return await openFlatDocument(bytes, signal);
      return format === 'html' ? openHtml(bytes) : await openSheetJs({ kind: 'xml', bytes });
    }
    const archive = openZip(bytes, maxInflatedBytes);
    if (format === 'xlsb') return await openSheetJs({ kind: 'zip', archive });
    return await (format === 'ods' ? openOpenDocument : openOoxml)(archive, signal);
  } catch (error) {
    if (error instanceof ImportError || options.signal?.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason)) throw encryptedError();
    // What a parser tripped over says nothing to the owner of the file; it stays as the error's cause.
    throw corruptError('a part of it is missing or broken', error);
  }
}

function chooseSheet(
  sheets: readonly OpenedSheet[],
  wanted: string | undefined,
): OpenedSheet | undefined {
  if (wanted === undefined) {
    const isFilled = ({ rows }: OpenedSheet): boolean => rows !== 0;
    const visible = sheets.filter(({ hidden }) => !hidden);
    return visible.find(isFilled) ?? sheets.find(isFilled) ?? visible[0] ?? sheets[0];
  }
  const found =
    sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => sameName(name, wanted));
  if (found) return found;
  const names = sheets.map(({ name }) => name).join(', ');
  throw new ImportError(
    'sheet-missing',
    `The workbook has no sheet “${wanted}”. It has: ${names}.`,
    {
      params: { sheet: wanted, sheets: names },
    },
  );
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function findIssues(
  sheets: readonly OpenedSheet[],
  chosen: OpenedSheet | undefined,
): readonly Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, params: Issue['params']): void => {
    issues.push({ code, severity: 'warning', params });
  };
  for (const { name, unreadable } of sheets)
    if (unreadable) add('sheet-unreadable', { sheet: name });
  if (!chosen) add('workbook-empty', {});
  else if (chosen.rows === 0) add('sheet-empty', { sheet: chosen.name });
  if (chosen?.outside) add('cells-outside-sheet', { sheet: chosen.name, count: chosen.outside });
  if (chosen?.far) add('cells-outside-sheet', { sheet: chosen.name, count: chosen.far, far: true });
  return issues;
}

async function* readBlocks(
  sheet: OpenedSheet | undefined,
  size: number,
  { signal, limit = Infinity, onProgress }: ReadBlocksOptions,
): AsyncGenerator<Block> {
  let rows = 0;
  signal?.throwIfAborted();
  for await (const block of sheet?.blocks(limit) ?? []) {
    yield block;
    rows += block.size;
    if (sheet?.rows)
      onProgress?.({ bytesRead: Math.round((size * rows) / sheet.rows), bytesTotal: size });
    await nextTask();
    signal?.throwIfAborted();
  }
  onProgress?.({ bytesRead: size, bytesTotal: size });
}
