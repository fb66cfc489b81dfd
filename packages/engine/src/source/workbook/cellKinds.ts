import { CELL_KINDS, type CellKind } from '../Block.ts';

/** Index into `CELL_KINDS` by name. */
export const KIND = Object.fromEntries(CELL_KINDS.map((kind, at) => [kind, at])) as Readonly<
  Record<CellKind, number>
>;
