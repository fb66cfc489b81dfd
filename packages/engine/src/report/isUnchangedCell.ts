import { CELL_KINDS } from '../source/Block.ts';
import { cutCell } from './cutCell.ts';
import { numberForm } from './numberForm.ts';

/**
 * Whether a cell of an error file is what was written for a cell of the original: its text, as much of it as a
 * spreadsheet keeps, or the form the error file gave it.
 * @param kind of the original cell, index into `CELL_KINDS`
 */
export function isUnchangedCell(before: string, kind: number, now: string): boolean {
  if (now === before || now === cutCell(before)) return true;
  if (CELL_KINDS[kind] !== 'number' || now.trim() === '') return false;
  return Number(now) === Number(before) || now === numberForm(before, ',');
}
