/** What the first bytes of a file say it is. */
export type Content =
  | { readonly kind: 'text' }
  | { readonly kind: 'workbook' }
  /** `name`: what it is, for people, e.g. `PDF`; null when not known. */
  | { readonly kind: 'other'; readonly name: string | null };

/** Bytes `sniffContent` wants to see. */
export const SNIFF_BYTES = 4096;

/** Tells text from workbooks from anything else by content; a name or an extension says nothing here. */
export function sniffContent(head: Uint8Array): Content {
  if (startsWithAny(head, WORKBOOKS)) return { kind: 'workbook' };
  const name = OTHERS.find(([, magic]) => startsWith(head, magic))?.[0];
  if (name !== undefined) return { kind: 'other', name };
  if (isMarkup(head)) return { kind: 'workbook' };
  if (looksBinary(head)) return { kind: 'other', name: null };
  return { kind: 'text' };
}

const ascii = (text: string): readonly number[] => Array.from(text, (char) => char.charCodeAt(0));

const WORKBOOKS: readonly (readonly number[])[] = [
  // ZIP (xlsx, xlsm, xlsb, ods), an empty and a spanned one
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
  // Compound file (xls, and encrypted xlsx)
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  // BIFF 2, 3 and 4 without a container
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x00, 0x06, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
];

const OTHERS: readonly (readonly [name: string, magic: readonly number[]])[] = [
  ['PDF', ascii('%PDF-')],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', ascii('GIF8')],
  ['GZIP', [0x1f, 0x8b, 0x08]],
  ['BZIP2', ascii('BZh')],
  ['XZ', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', ascii('Rar!\u001a')],
  ['RTF', ascii('{\\rtf')],
  ['SQLite', ascii('SQLite format 3')],
  ['Parquet', ascii('PAR1')],
  ['Arrow', ascii('ARROW1')],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', ascii('MZ\u0090')],
  ['PostScript', ascii('%!PS')],
];

/** HTML tables and XML spreadsheets, which some systems export under the name `.xls`. */
function isMarkup(head: Uint8Array): boolean {
  const text = new TextDecoder(encodingOfBom(head)).decode(head);
  return /^\s*(?:<\?xml|<!doctype html|<html|<head|<meta|<style|<body|<table|<(?:\w+:)?workbook)[\s>?]/i.test(
    text,
  );
}

function encodingOfBom(head: Uint8Array): string {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(head, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
}

/**
 * Control characters no text has. UTF-16 is full of zero bytes, but all on the same side of its pairs;
 * a few zeros or odd characters in a text are a matter for an issue, not a reason to refuse it.
 */
function looksBinary(head: Uint8Array): boolean {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return false;
  let controls = 0;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] as number;
    if (byte === 0) {
      if (i % 2 === 0) even++;
      else odd++;
    } else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && !SEPARATORS.has(byte))
      controls++;
  }
  const wide =
    Math.max(even, odd) > head.length / 8 && Math.min(even, odd) < Math.max(even, odd) / 4;
  return controls + (wide ? 0 : even + odd) > head.length / 20;
}

/** Unit, record and group separators and the SOH of Hive: delimiters in some exports. ESC: ISO-2022. */
const SEPARATORS: ReadonlySet<number> = new Set([0x01, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x0c, 0x1a]);

function startsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => head[i] === byte);
}

function startsWithAny(head: Uint8Array, magics: readonly (readonly number[])[]): boolean {
  return magics.some((magic) => startsWith(head, magic));
}
