import type { StandardSchemaV1 } from '@standard-schema/spec';
import { ImportError } from '../issue/ImportError.ts';
import type { Issue } from '../issue/Issue.ts';
import type { EntityRecords, FieldColumn, RecordBlock } from '../records/Records.ts';
import type { Schema, Value } from '../schema/Schema.ts';
import { issuePlace, shownValue } from './issuePlace.ts';

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
  const entities: EntityRecords[] = [];
  for (const records of block.entities) {
    const fields: FieldColumn[] = [];
    for (const column of records.fields) {
      const check = schema.entities[records.entity]?.fields[column.field]?.check;
      const results = check === undefined ? null : await resultsOf(check, column.values);
      const checked = results === null ? null : checkedColumn(column, records.entity, results);
      fields.push(checked?.column ?? column);
      for (const issue of checked?.issues ?? []) {
        issues.push({ ...issue, row: block.rowNumbers[issue.row ?? 0] ?? 0 });
      }
    }
    const changed = fields.some((column, index) => column !== records.fields[index]);
    entities.push(changed ? { ...records, fields } : records);
  }
  const changed = entities.some((records, index) => records !== block.entities[index]);
  return { block: changed ? { ...block, entities } : block, issues };
}

/** The column with the outputs of its check; `row` of the issues is the index in the block. */
function checkedColumn(
  column: FieldColumn,
  entity: string,
  results: ReadonlyMap<Value, Outcome>,
): { readonly column: FieldColumn; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const place = issuePlace(entity, column);
  const values = column.values.map((value, row) => {
    const outcome = value === null ? undefined : results.get(value);
    if (outcome === undefined) return value;
    if ('value' in outcome) return storable(outcome.value, `${entity}.${column.field}`);
    for (const { code, message } of refusals(outcome)) {
      const params = { value: shownValue(value), message };
      issues.push({ code, severity: 'error', row, ...place, params });
    }
    return null;
  });
  const changed = values.some((value, row) => value !== column.values[row]);
  return { column: changed ? { ...column, values } : column, issues };
}

type Outcome = Result | { readonly thrown: string };

function refusals(
  outcome: Exclude<Outcome, { readonly value: unknown }>,
): readonly { readonly code: string; readonly message: string }[] {
  if ('thrown' in outcome) return [{ code: 'check-threw', message: outcome.thrown }];
  return outcome.issues.map(({ message }) => ({ code: 'check-refused', message }));
}

/** Each distinct value's result. */
async function resultsOf(
  check: Check,
  values: readonly Value[],
): Promise<ReadonlyMap<Value, Outcome>> {
  const results = new Map<Value, Outcome>();
  const waiting: Promise<unknown>[] = [];
  for (const value of values) {
    if (value === null || results.has(value)) continue;
    const result = attempt(() => check['~standard'].validate(value));
    if (result instanceof Promise) {
      // Holds the place, so that the same value is not asked for twice.
      results.set(value, { value });
      waiting.push(result.catch(thrown).then((done) => results.set(value, done)));
    } else {
      results.set(value, result);
    }
  }
  if (waiting.length > 0) await Promise.all(waiting);
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

/** A check may make a Date or an object; records hold JSON values only. */
function storable(output: unknown, field: string): Value {
  if (output === undefined || output === null) return null;
  if (typeof output === 'string' || typeof output === 'boolean') return output;
  if (typeof output === 'number' && Number.isFinite(output)) return output;
  if (Array.isArray(output) && output.every((part) => typeof part === 'string')) return output;
  const found =
    output instanceof Date ? 'a Date' : Array.isArray(output) ? 'a list' : typeof output;
  const detail = `gave ${found}, which a record can not hold`;
  throw new ImportError(
    'check-failed',
    `The check of "${field}" ${detail}. Let it give text, a finite number, true or false, a list of texts, or nothing.`,
    { params: { field, detail } },
  );
}
