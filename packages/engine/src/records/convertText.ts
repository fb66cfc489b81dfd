import { type CellConverter, type Converted, KIND, readWithWarning } from './CellConverter.ts';
import { composed } from './cleanCell.ts';

/** More digits than the fifteen a spreadsheet keeps of a number. */
const ROUNDED = /^-?\d{16,}$/u;

function convertText(text: string, kind: number): Converted {
  return kind === KIND.number && ROUNDED.test(text)
    ? readWithWarning(text, 'digits-rounded', { value: text })
    : composed(text);
}

/**
 * Text, references and ids: kept as they are, leading zeros and long digit strings included. Only a long number of a
 * workbook is no longer what was typed.
 */
export const textConverter: CellConverter = Object.assign(convertText, { cheap: true });
