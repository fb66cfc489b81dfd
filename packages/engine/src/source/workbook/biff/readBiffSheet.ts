import { KIND } from '../cellKinds.ts';
import { addCell, emptyCells, type CellList, type MergedRange } from '../cellList.ts';
import { errorText } from '../errorText.ts';
import { numberCell, type ShownCell } from '../numberCell.ts';
import { biffRecords, stringReader, type BiffRecord } from './biffRecords.ts';
import { shortText, word, type Globals } from './readGlobals.ts';

export interface BiffSheet {
  readonly cells: CellList;
  readonly merged: readonly MergedRange[];
}

/** Reads the cells of the sheet whose records begin at `offset`. */
export function readBiffSheet(stream: Uint8Array, offset: number, globals: Globals): BiffSheet {
  const cells = emptyCells();
  const merged: MergedRange[] = [];
  // Charts stand inside the sheet between their own begin and end.
  let depth = 0;
  let formula: { row: number; column: number } | null = null;
  const add = (row: number, column: number, cell: ShownCell | null): void => {
    if (cell === null || cell.text === '') return;
    addCell(cells, row, column, cell);
  };
  for (const record of biffRecords(stream, offset)) {
    const { type, data } = record;
    if (BEGIN.has(type)) depth++;
    else if (type === END && --depth <= 0) break;
    if (depth !== 1) continue;
    const [row, column] = [word(data, 0), word(data, 2)];
    if (type === MERGED) addMerged(merged, data);
    else if (type === MUL_RK) addNumbers(data, globals, (at, cell) => add(row, at, cell));
    else if (TEXT_RESULTS.has(type)) {
      if (formula) add(formula.row, formula.column, textCell(resultText(record, globals)));
      formula = null;
    } else if (FORMULAS.has(type) && isTextResult(data, valueAt(type, globals)))
      formula = { row, column };
    else add(row, column, cellOf(record, globals));
  }
  return { cells, merged };
}

const BEGIN = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const END = 0x0a;
const MERGED = 0xe5;
const MUL_RK = 0xbd;
const FORMULAS = new Set([0x06, 0x206, 0x406]);
const TEXT_RESULTS = new Set([0x07, 0x207]);

/**
 * Where the value begins: BIFF2 has three bytes of attributes where later versions have a style. Its records
 * stand in files of other versions too; that of formulas came back in BIFF5 in the new form.
 */
function valueAt(type: number, { version }: Globals): number {
  return type < 0x06 || (type === 0x06 && version === 2) ? 7 : 6;
}

function cellOf(record: BiffRecord, globals: Globals): ShownCell | null {
  const { type, data } = record;
  const at = valueAt(type, globals);
  const numbered = (value: number): ShownCell | null =>
    numberCell(value, formatOf(data, at, globals), globals.date1904);
  switch (type) {
    case 0x02:
      return numbered(word(data, at));
    case 0x03:
    case 0x203:
      return numbered(float(data, at));
    case 0x27e:
      return numbered(rkNumber(data, at));
    case 0x06:
    case 0x206:
    case 0x406:
      return word(data, at + 6) === 0xffff ? specialResult(data, at) : numbered(float(data, at));
    case 0x05:
    case 0x205:
      return data[at + 1] ? { text: errorText(data[at]), kind: KIND.error } : booleanCell(data[at]);
    case 0xfd:
      return textCell(globals.strings[word(data, at) + word(data, at + 2) * 65_536] ?? '');
    case 0x04:
    case 0x204:
    case 0xd6:
      return textCell(labelText(record, at, globals));
    default:
      return null;
  }
}

function formatOf(data: Uint8Array, at: number, { formats }: Globals): string | null {
  const style = at === 7 ? (data[4] ?? 0) & 0x3f : word(data, 4);
  return formats[style] ?? null;
}

function labelText({ data, more }: BiffRecord, at: number, { version, decoder }: Globals): string {
  if (version === 8) return stringReader({ data: data.subarray(at), more }).next(2);
  if (at === 7) return shortText(data, at, decoder);
  return decoder.decode(data.subarray(at + 2, at + 2 + word(data, at)));
}

function resultText({ type, data, more }: BiffRecord, { version, decoder }: Globals): string {
  if (version === 8) return stringReader({ data, more }).next(2);
  return type === 0x07
    ? shortText(data, 0, decoder)
    : decoder.decode(data.subarray(2, 2 + word(data, 0)));
}

function isTextResult(data: Uint8Array, at: number): boolean {
  return word(data, at + 6) === 0xffff && data[at] === 0;
}

/** The result of a formula that is no number and whose text, if any, comes in a record of its own. */
function specialResult(data: Uint8Array, at: number): ShownCell | null {
  if (data[at] === 1) return booleanCell(data[at + 2]);
  return data[at] === 2 ? { text: errorText(data[at + 2]), kind: KIND.error } : null;
}

function booleanCell(value: number | undefined): ShownCell {
  return { text: value ? 'true' : 'false', kind: KIND.boolean };
}

function textCell(text: string): ShownCell {
  return { text, kind: KIND.text };
}

function float(data: Uint8Array, at: number): number {
  if (at + 8 > data.length) return Number.NaN;
  return new DataView(data.buffer, data.byteOffset + at, 8).getFloat64(0, true);
}

/** A number in four bytes: a whole one or the upper half of a double, perhaps in hundredths. */
function rkNumber(data: Uint8Array, at: number): number {
  if (at + 4 > data.length) return Number.NaN;
  const bits = new DataView(data.buffer, data.byteOffset + at, 4).getInt32(0, true);
  const halves = new DataView(new ArrayBuffer(8));
  halves.setInt32(4, bits & ~3, true);
  const value = bits & 2 ? bits >> 2 : halves.getFloat64(0, true);
  return bits & 1 ? value / 100 : value;
}

function addNumbers(
  data: Uint8Array,
  { formats, date1904 }: Globals,
  add: (column: number, cell: ShownCell | null) => void,
): void {
  let column = word(data, 2);
  for (let at = 4; at + 8 <= data.length; at += 6) {
    add(column++, numberCell(rkNumber(data, at + 2), formats[word(data, at)] ?? null, date1904));
  }
}

function addMerged(merged: MergedRange[], data: Uint8Array): void {
  for (let at = 2; at + 8 <= data.length; at += 8) {
    merged.push({
      firstRow: word(data, at),
      lastRow: word(data, at + 2),
      firstColumn: word(data, at + 4),
      lastColumn: word(data, at + 6),
    });
  }
}
