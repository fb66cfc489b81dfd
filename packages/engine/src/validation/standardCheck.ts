import type { StandardSchemaV1 } from '@standard-schema/spec';
import { ImportError } from '../issue/ImportError.ts';
import type { Issue } from '../issue/Issue.ts';
import type { EntityRecords, FieldColumn, RecordBlock } from '../records/Records.ts';
import type { Schema, Value } from '../schema/Schema.ts';

type Check = StandardSchemaV1<unknown, Value>;
type Result = StandardSchemaV1.Result<unknown>;

/**
 * Runs the Standard Schema checks of a block's fields over their filled values. The output of a check replaces the
 * value. Asynchronous checks of a column run side by side, each distinct value once.
 * @throws {ImportError} `check-failed` where a check gives a value that no record can hold.
 */
export async function checkWithStandardSchema(
  block: RecordBlock,
  schema: Schema,
): Promise<{ readonly block: RecordBlock; readonly issues: readonly Issue[] }> {
  const issues: Issue[] = [];
  let changed = false;
  const entities: EntityRecords[] = [];
  for (const records of block.entities) {
    const fields: FieldColumn[] = [];
    for (const column of records.fields) {
      const check = schema.entities[records.entity]?.fields[column.field]?.check;
      const checked =
        check === undefined
          ? column
          : await checkColumn(check, column, records.entity, block, issues);
      changed ||= checked !== column;
      fields.push(checked);
    }
    entities.push({ ...records, fields });
  }
  return { block: changed ? { ...block, entities } : block, issues };
}

async function checkColumn(
  check: Check,
  column: FieldColumn,
  entity: string,
  block: RecordBlock,
  issues: Issue[],
): Promise<FieldColumn> {
  const results = await resultsOf(check, column.values);
  const place = {
    entity,
    field: column.field,
    ...(column.column === null ? {} : { column: column.column }),
  };
  let changed = false;
  const values = column.values.map((value, row) => {
    const result = value === null ? undefined : results.get(value);
    if (result === undefined) return value;
    const at = { row: block.rowNumbers[row] ?? 0, ...place };
    if ('thrown' in result) {
      issues.push({
        code: 'check-threw',
        severity: 'error',
        ...at,
        params: { value: shown(value), message: result.thrown },
      });
      return null;
    }
    if (result.issues !== undefined) {
      for (const { message } of result.issues) {
        issues.push({
          code: 'check-refused',
          severity: 'error',
          ...at,
          params: { value: shown(value), message },
        });
      }
      return null;
    }
    const output = storable(result.value, `${entity}.${column.field}`);
    changed ||= output !== value;
    return output;
  });
  return changed || values.some((value, row) => value !== column.values[row])
    ? { ...column, values }
    : column;
}

type Outcome = Result | { readonly thrown: string };

/** Each distinct value's result. */
async function resultsOf(
  check: Check,
  values: readonly Value[],
): Promise<ReadonlyMap<Value, Outcome>> {
  const results = new Map<Value, Outcome>();
  const waiting: Promise<void>[] = [];
  for (const value of values) {
    if (value === null || results.has(value)) continue;
    const result = attempt(() => check['~standard'].validate(value));
    if (result instanceof Promise) {
      // Holds the place, so that the same value is not asked for twice.
      results.set(value, { value });
      waiting.push(
        result.then(
          (done) => void results.set(value, done),
          (cause: unknown) => void results.set(value, thrown(cause)),
        ),
      );
    } else {
      results.set(value, result);
    }
  }
  await Promise.all(waiting);
  return results;
}

function attempt(validate: () => Result | Promise<Result>): Outcome | Promise<Outcome> {
  try {
    return validate();
  } catch (cause) {
    return thrown(cause);
  }
}

function thrown(cause: unknown): { readonly thrown: string } {
  return { thrown: cause instanceof Error ? cause.message : String(cause) };
}

/** A check may make a Date or drop the value; records hold JSON only. */
function storable(output: unknown, field: string): Value {
  if (output === undefined || output === null) return null;
  if (typeof output === 'string' || typeof output === 'boolean') return output;
  if (typeof output === 'number' && Number.isFinite(output)) return output;
  if (Array.isArray(output) && output.every((part) => typeof part === 'string')) return output;
  const found =
    output instanceof Date ? 'a Date' : `${Array.isArray(output) ? 'an array' : typeof output}`;
  throw new ImportError(
    'check-failed',
    `The check of "${field}" gave ${found}, which a record can not hold. Let it give text, a finite number, true or false, a list of texts, or nothing.`,
    { params: { field, detail: `${field} gave ${found}` } },
  );
}

function shown(value: Value): string {
  return Array.isArray(value) ? value.join('; ') : String(value);
}
