import type { SourceFormat } from '../Source.ts';

/** The formats a workbook can come in. */
export type WorkbookFormat = Extract<
  SourceFormat,
  'xlsx' | 'xlsm' | 'xlsb' | 'xls' | 'ods' | 'html' | 'xml'
>;

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Bytes looked at to tell HTML and XML from other text. */
const PROLOGUE = 4096;

/**
 * Which kind of workbook the bytes are, by their content alone; null when they are none (a text file, a
 * picture). The name plays no part: an `.xls` is as often HTML or a zip. Loads nothing.
 */
export function workbookFormat(bytes: Uint8Array): WorkbookFormat | null {
  if (startsWith(bytes, OLE)) return 'xls';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return zipFormat(bytes);
  if (isBareBiff(bytes)) return 'xls';
  return markupFormat(bytes);
}

/** BIFF2–4 have no container: the file begins with a BOF record. */
function isBareBiff(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x09 &&
    [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) &&
    (bytes[2] ?? 0) >= 4 &&
    (bytes[2] ?? 99) <= 16 &&
    bytes[3] === 0
  );
}

/** Part names stand uncompressed in a zip, so looking for them as bytes tells the kind. */
function zipFormat(bytes: Uint8Array): WorkbookFormat | null {
  const names = latin1(bytes.subarray(Math.max(0, bytes.length - 65_536 * 4))).toLowerCase();
  if (names.includes('workbook.bin')) return 'xlsb';
  if (/content\.xml/.test(names) && !names.includes('[content_types].xml')) return 'ods';
  if (names.includes('vbaproject.bin')) return 'xlsm';
  if (names.includes('[content_types].xml') || names.includes('workbook.xml')) return 'xlsx';
  // The directory may be cut off: say what the beginning looks like, the reader then tells what is wrong.
  const start = latin1(bytes.subarray(0, PROLOGUE)).toLowerCase();
  if (start.includes('opendocument.spreadsheet')) return 'ods';
  return start.includes('[content_types].xml') || start.includes('xl/') ? 'xlsx' : null;
}

function markupFormat(bytes: Uint8Array): WorkbookFormat | null {
  const text = prologue(bytes).trimStart().toLowerCase();
  if (!text.startsWith('<')) return null;
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml';
  if (text.includes('opendocument.spreadsheet') && text.includes('office:document')) return 'ods';
  return /<(?:html|table|!doctype html|head|body|meta|style|tr|div)\b/.test(text) ? 'html' : null;
}

function prologue(bytes: Uint8Array): string {
  const start = bytes.subarray(0, PROLOGUE);
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(start);
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be').decode(start);
  return new TextDecoder().decode(start);
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return bytes.length >= head.length && head.every((byte, at) => bytes[at] === byte);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
