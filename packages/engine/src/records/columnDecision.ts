import type { ColumnFormat } from '../mapping/Mapping.ts';
import { provenFormats } from '../table/provenFormats.ts';
import type { ColumnEvidence, DateOrder, Table, TableColumn } from '../table/Table.ts';

/** How the cells of a column are written, and whether that is known or a guess. */
export interface ColumnDecision {
  readonly dateOrder: DateOrder;
  readonly dateOrderAmbiguous: boolean;
  /** Its dates prove several orders, so that each that could be swapped is doubtful. */
  readonly dateOrderConflict: boolean;
  readonly decimal: '.' | ',';
  readonly decimalAmbiguous: boolean;
  /** Its numbers prove both signs. */
  readonly decimalConflict: boolean;
  /** The user or the column's values say which; otherwise either sign will do where a number allows only one. */
  readonly decimalKnown: boolean;
  /** All its texts are day counts of a spreadsheet. */
  readonly serials: boolean;
}

/** What is taken where a column's own values leave it open. */
export interface FormatDefaults {
  readonly dateOrder: DateOrder;
  readonly decimal: '.' | ',';
}

/**
 * Decides by what the user chose, else by what the column's values prove, else by the file's other columns and the
 * country; only the last is a guess that is told.
 */
export function columnDecision(
  column: TableColumn | undefined,
  format: ColumnFormat,
  defaults: FormatDefaults,
): ColumnDecision {
  const evidence: Partial<ColumnEvidence> = column?.profile.evidence ?? {};
  const { dateOrders: orders = [], decimals = [] } = evidence;
  const datesConflict = evidence.datesConflict === true;
  const decimalsConflict = evidence.decimalsConflict === true;
  const [usualOrder = defaults.dateOrder] = datesConflict ? orders : [];
  const [usualSign = defaults.decimal] = decimalsConflict ? decimals : [];
  return {
    dateOrder: format.dateOrder ?? pick(orders, usualOrder),
    dateOrderAmbiguous: format.dateOrder === undefined && orders.length > 1,
    dateOrderConflict: format.dateOrder === undefined && datesConflict,
    decimal: format.decimal ?? pick(decimals, usualSign),
    decimalAmbiguous: format.decimal === undefined && decimals.length > 1,
    decimalConflict: format.decimal === undefined && decimalsConflict,
    decimalKnown: format.decimal !== undefined || decimals.length > 0,
    serials: column !== undefined && isSerials(column),
  };
}

/** Countries where the month comes before the day. */
const MONTH_FIRST: ReadonlySet<string> = new Set([
  'US',
  'PH',
  'FM',
  'MH',
  'PW',
  'GU',
  'PR',
  'VI',
  'AS',
  'MP',
  'UM',
]);

/** The defaults of a file: what its other columns prove, else what is usual in the country. */
export function formatDefaults(table: Table, country: string | undefined): FormatDefaults {
  const { dateOrder, decimal } = provenFormats(table.columns);
  return {
    dateOrder: dateOrder ?? (country !== undefined && MONTH_FIRST.has(country) ? 'mdy' : 'dmy'),
    decimal: decimal ?? usualDecimal(table.source.delimiter, country),
  };
}

/** Programs that write decimal commas separate the cells by semicolons: the file says more than the country does. */
function usualDecimal(delimiter: string | null, country: string | undefined): '.' | ',' {
  if (delimiter === ';') return ',';
  if (delimiter === ',' || country === undefined) return '.';
  return decimalOf(country);
}

function decimalOf(country: string): '.' | ',' {
  const locale = new Intl.Locale('und', { region: country }).maximize();
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}

function pick<T>(possible: readonly T[], usual: T): T {
  return possible.includes(usual) ? usual : (possible[0] ?? usual);
}

/** From 1954 to 2119: what lies outside is more likely a number or a year. */
function isSerials({ profile }: TableColumn): boolean {
  if (profile.filled === 0 || profile.likely.number < 1) return false;
  return profile.distinct.every(
    ([text]) => /^\d{5}(?:\.\d+)?$/u.test(text) && Number(text) >= 20_000 && Number(text) < 80_000,
  );
}
