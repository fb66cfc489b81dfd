import { BUILT_IN_FORMATS } from '../builtInFormats.ts';
import { corruptError } from '../zipArchive.ts';
import { biffRecords, codePageDecoder, stringReader, type BiffRecord } from './biffRecords.ts';

export interface BoundSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Where its records begin. */
  readonly offset: number;
}

/** What the cells of every sheet refer to. */
export interface Globals {
  /** 2, 3, 4, 5 (also for 7) or 8. */
  readonly version: number;
  readonly date1904: boolean;
  readonly decoder: TextDecoder;
  readonly strings: readonly string[];
  /** Number format by cell style; null for plain numbers. */
  readonly formats: readonly (string | null)[];
  readonly sheets: readonly BoundSheet[];
}

/** Reads the records before the first sheet; in BIFF2–4 they stand in the sheet itself. */
export function readGlobals(stream: Uint8Array): Globals {
  const version = biffVersion(stream);
  let decoder = codePageDecoder(1252);
  let date1904 = false;
  let strings: readonly string[] = [];
  const codes = new Map<number, string>(version < 5 ? [] : BUILT_IN_FORMATS);
  const styles: number[] = [];
  const sheets: BoundSheet[] = [];
  for (const record of biffRecords(stream, 0)) {
    const { type, data } = record;
    if (type === EOF) break;
    if (type === CODE_PAGE) decoder = codePageDecoder(word(data, 0));
    else if (type === DATE_MODE) date1904 = word(data, 0) === 1;
    else if (type === SST) strings = readShared(record);
    else if (FORMATS.has(type)) addFormat(codes, record, { version, decoder });
    else if (type in STYLES) styles.push(styleFormat(type, data));
    else if (type === BOUND_SHEET && (data[5] === 0 || data[5] === 1))
      sheets.push(boundSheet(record, version, decoder));
  }
  return {
    version,
    date1904,
    decoder,
    strings,
    formats: styles.map((id) => codes.get(id) ?? null),
    sheets,
  };
}

const BEGIN = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
/** Several sheets of BIFF4 bound together: a container that nothing but Excel 4 wrote. */
const WORKSPACE = 0x0100;

/** Whether the records of a sheet begin here. */
export function isBegin(stream: Uint8Array, offset: number): boolean {
  return BEGIN.has(word(stream, offset)) && word(stream, offset + 6) !== WORKSPACE;
}

/** Version by the type of the first record, and from BIFF5 on by what it says. */
export function biffVersion(stream: Uint8Array): number {
  switch (word(stream, 0)) {
    case 0x0009:
      return 2;
    case 0x0209:
      return 3;
    case 0x0409:
      return 4;
    case 0x0809:
      return word(stream, 4) === 0x0600 ? 8 : 5;
    default:
      throw corruptError('its records are unreadable');
  }
}

export function word(data: Uint8Array, at: number): number {
  return (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
}

const EOF = 0x0a;
const CODE_PAGE = 0x42;
const DATE_MODE = 0x22;
const SST = 0xfc;
const BOUND_SHEET = 0x85;
const FORMATS = new Set([0x1e, 0x41e]);
/** Where the number format stands in the cell styles of each version. */
const STYLES: Readonly<Record<number, (data: Uint8Array) => number>> = {
  0x43: (data) => (data[2] ?? 0) & 0x3f,
  0x243: (data) => data[1] ?? 0,
  0x443: (data) => data[1] ?? 0,
  0xe0: (data) => word(data, 2),
};

function styleFormat(type: number, data: Uint8Array): number {
  return STYLES[type]?.(data) ?? 0;
}

function readShared(record: BiffRecord): readonly string[] {
  const reader = stringReader(record);
  reader.skip(8);
  const strings: string[] = [];
  while (!reader.done()) strings.push(reader.next(2));
  return strings;
}

/** Before BIFF5 formats are counted, later they are numbered. */
function addFormat(
  codes: Map<number, string>,
  record: BiffRecord,
  { version, decoder }: Pick<Globals, 'version' | 'decoder'>,
): void {
  const { data, more } = record;
  if (version === 8)
    codes.set(word(data, 0), stringReader({ data: data.subarray(2), more }).next(2));
  else if (version === 5) codes.set(word(data, 0), shortText(data, 2, decoder));
  else codes.set(codes.size, shortText(data, version === 4 ? 2 : 0, decoder));
}

/** A text after its length in one byte. */
export function shortText(data: Uint8Array, at: number, decoder: TextDecoder): string {
  return decoder.decode(data.subarray(at + 1, at + 1 + (data[at] ?? 0)));
}

function boundSheet({ data, more }: BiffRecord, version: number, decoder: TextDecoder): BoundSheet {
  const offset = word(data, 0) + word(data, 2) * 65_536;
  const name =
    version === 8
      ? stringReader({ data: data.subarray(6), more }).next(1)
      : shortText(data, 6, decoder);
  return { name, hidden: ((data[4] ?? 0) & 3) !== 0, offset };
}
