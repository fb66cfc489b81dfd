import { ImportError } from '@importera/engine';
import type { EntityLayout } from './Layout.ts';

/** What Postgres says of a failed statement, whichever driver carries it. */
export interface SqlError {
  readonly code: string;
  readonly message: string;
  readonly constraint?: string;
  readonly column?: string;
  /** The function of Postgres that raised it. */
  readonly routine?: string;
}

export interface Refusal {
  readonly status: 'refused';
  readonly code: string;
  readonly message: string;
  readonly field?: string;
}

const REFUSALS: Readonly<Record<string, string>> = {
  '23505': 'unique-violation',
  '23514': 'check-violation',
  '23502': 'required',
  '23503': 'reference-missing',
  '23P01': 'unique-violation',
  '44000': 'check-violation',
  '42501': 'not-permitted',
  '42804': 'invalid-value',
  // An index can not hold so long a value.
  '54000': 'invalid-value',
  P0001: 'refused',
};

/** Classes and codes after which the same call may succeed. */
const TRANSIENT = /^(08|40|53|57P0[1-5]|57014|55P03|25P0[34]|58)/;
/** No permission, no such table, a full disk: no row can be written. */
const FATAL = /^(42501|42P01|53100)$/;
const CONNECTION = /^(ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)/;
const LOST =
  /connection (terminated|ended|closed|timeout|error)|timeout exceeded when trying to connect|client has encountered/i;

/** The error as Postgres' own, or null when it is another. */
export function asSqlError(error: unknown): SqlError | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  const { code } = error;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
    ? (error as unknown as SqlError)
    : null;
}

/** The row is to blame, not the database: other rows may still be written. */
export function isRefusal(error: unknown): boolean {
  const code = asSqlError(error)?.code;
  return (
    code !== undefined &&
    !isDenied(error) &&
    (code.startsWith('22') || Object.hasOwn(REFUSALS, code))
  );
}

/** The table is closed to this user. Row security has the same code, but speaks of one row. */
function isDenied(error: unknown): boolean {
  const sql = asSqlError(error);
  if (sql?.code !== '42501') return false;
  return sql.routine === undefined
    ? !/row-level security/i.test(sql.message)
    : sql.routine.startsWith('aclcheck');
}

/** Why a row was refused, with the field where the database tells it. */
export function refusalOf(error: unknown, layout: EntityLayout): Refusal {
  const sql = asSqlError(error);
  const code = REFUSALS[sql?.code ?? ''] ?? 'invalid-value';
  const field = sql === null ? undefined : guiltyField(sql, layout);
  return refusal(code, refusalText(code, field, { layout, sql }), field);
}

export function refusal(code: string, message: string, field?: string): Refusal {
  return { status: 'refused', code, message, ...(field === undefined ? {} : { field }) };
}

/** What the adapter throws: an `ImportError` that says whether to try again. */
export function thrownError(error: unknown, what: string): unknown {
  if (error instanceof ImportError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const hint = asSqlError(error)?.code === '42P01' ? ' Call createTables() first.' : '';
  return new ImportError('adapter-failed', `The database could not ${what}: ${message}.${hint}`, {
    cause: error,
    transient: isTransient(error),
    fatal: FATAL.test(asSqlError(error)?.code ?? ''),
    params: { code: asSqlError(error)?.code ?? '' },
  });
}

/** The same call may succeed later. */
export function isTransient(error: unknown): boolean {
  const sql = asSqlError(error);
  if (sql !== null) return TRANSIENT.test(sql.code) && !FATAL.test(sql.code);
  const { code, message } = (error ?? {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  return CONNECTION.test(String(code)) || LOST.test(String(message));
}

function guiltyField({ constraint, column }: SqlError, layout: EntityLayout): string | undefined {
  if (column !== undefined) return fieldOf(column, layout);
  const columns = constraint === undefined ? undefined : layout.constraints.get(constraint);
  return columns?.map((name) => fieldOf(name, layout)).find((field) => field !== undefined);
}

/** The field stored in a column. */
export function fieldOf(column: string, layout: EntityLayout): string | undefined {
  for (const [field, place] of layout.places) {
    if (place.in === 'column' && place.column.name === column) return field;
  }
  return undefined;
}

function refusalText(
  code: string,
  field: string | undefined,
  told: { layout: EntityLayout; sql: SqlError | null },
): string {
  const { layout, sql } = told;
  const label = field === undefined ? undefined : layout.places.get(field)?.field.label;
  if (code === 'unique-violation') {
    const what = label ?? `value (${sql?.constraint ?? 'a unique constraint'})`;
    return `Another ${layout.label} has this ${what}.`;
  }
  if (code === 'required' && label !== undefined) return `${label} is required.`;
  return sql?.message ?? 'The database refused the row.';
}
