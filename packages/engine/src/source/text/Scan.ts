import type { BlockBuilder } from '../BlockBuilder.ts';
import type { Dialect } from './Dialect.ts';
import { type Closing, createClosing } from './findClosingQuote.ts';
import { createUsualWidth, type UsualWidth } from './usualWidth.ts';

/** What the tokenizer repaired. */
export type RepairCode =
  | 'stray-quote'
  | 'quote-in-quotes'
  | 'unterminated-quote'
  | 'mixed-line-breaks';

export type OnRepair = (code: RepairCode, row: number, column: number) => void;

/** What the parts of the tokenizer share while a text is cut into cells. */
export interface Scan {
  readonly dialect: Dialect;
  readonly out: BlockBuilder;
  readonly closing: Closing;
  readonly usual: UsualWidth;
  /** The text does not go on after what there is. */
  last: boolean;
  /** No quote closes a cell before this index of the text. */
  hopelessUntil: number;
  firstBreak: string;
  /** Tells of a repair to the cell under way. */
  repaired(code: RepairCode): void;
}

export function createScan(dialect: Dialect, out: BlockBuilder, onRepair: OnRepair): Scan {
  return {
    dialect,
    out,
    closing: createClosing(),
    usual: createUsualWidth(dialect.width),
    last: false,
    hopelessUntil: 0,
    firstBreak: '',
    repaired: (code) => onRepair(code, out.row(), out.cells()),
  };
}
