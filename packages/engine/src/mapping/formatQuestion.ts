import type { Field } from '../schema/Schema.ts';
import { provenFormats } from '../table/provenFormats.ts';
import type { ColumnProfile, TableColumn } from '../table/Table.ts';
import type { ColumnMapping } from './Mapping.ts';

/** `1,234` and `1.234 kr`: a thousand and more, or one and a fraction. */
const EITHER_SIGN = /(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])/u;

/**
 * What a person has to be asked about how the cells of a column are written: neither their answer, nor the column, nor
 * the other columns of the file say it, and there are values that it changes. Null where there is nothing to ask.
 * @param field that the column goes to
 * @param columns all of the file
 */
export function formatQuestion(
  { format, column }: Pick<ColumnMapping, 'column' | 'format'>,
  field: Field | null,
  columns: readonly TableColumn[],
): 'date' | 'decimal' | null {
  const profile = columns[column]?.profile;
  if (profile === undefined) return null;
  const {
    dateOrders,
    decimals,
    datesConflict = false,
    decimalsConflict = false,
  } = profile.evidence;
  if (field?.type === 'date' && format.dateOrder === undefined && dateOrders.length > 1)
    return datesConflict || !proves(dateOrders, provenFormats(columns).dateOrder) ? 'date' : null;
  if (field?.type !== 'number' || format.decimal !== undefined || decimals.length < 2) return null;
  if (!mayBeEither(profile)) return null;
  return decimalsConflict || !proves(decimals, provenFormats(columns).decimal) ? 'decimal' : null;
}

function proves<T>(possible: readonly T[], known: T | undefined): boolean {
  return known !== undefined && possible.includes(known);
}

/** Numbers without any sign, and those that can only be meant one way, are read the same whatever the answer. */
function mayBeEither({ distinct }: ColumnProfile): boolean {
  return distinct.some(([value]) => EITHER_SIGN.test(value));
}
