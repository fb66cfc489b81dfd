import type { CellKind } from '../source/Block.ts';
import { CELL_KINDS } from '../source/Block.ts';
import { type CellConverter, isDoubtful } from './CellConverter.ts';
import { cleanCell } from './cleanCell.ts';

/** What a converter made of a raw cell, for tests: the value, or the codes of its issues (`!code` for an error). */
export function converted(convert: CellConverter, raw: string, kind: CellKind = 'text'): unknown {
  const result = convert(cleanCell(raw), CELL_KINDS.indexOf(kind));
  if (!isDoubtful(result)) return result;
  const codes = result.issues.map(({ code, severity }) =>
    severity === 'error' ? `!${code}` : code,
  );
  return result.value === null ? codes.join(' ') : [result.value, ...codes];
}
