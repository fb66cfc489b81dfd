import type { CellConverter } from './CellConverter.ts';
import { composed } from './cleanCell.ts';

/** Text, references and ids: kept as they are, leading zeros and long digit strings included. */
export const textConverter: CellConverter = (text) => composed(text);
