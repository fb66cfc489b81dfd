import type { Issue } from '../issue/Issue.ts';
import type { RecordBlock } from '../records/Records.ts';
import type { Schema } from '../schema/Schema.ts';
import { checkBlockBatches } from './batchCheck.ts';
import { recordsWithErrors } from './recordsWithErrors.ts';
import { fieldRules } from './fieldRules.ts';
import { checkRecords } from './recordCheck.ts';
import { checkWithStandardSchema } from './standardCheck.ts';

/** How long checks may take, and what ends them. */
export interface ValidateOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds a host's batched check may take for a block; default 30,000. */
  readonly checkTimeout?: number;
}

/**
 * Checks records and adds what it finds to their issues, block by block: limits, patterns and registered formats of
 * the fields, Standard Schema checks (whose output replaces the value), then `check` and `checkBatch` of the entity.
 * A record with an unreadable or refused cell is not given to the checks of its entity: they would complain of nulls
 * that the user did not write. `required` and `unique` need to know which record a row hits: see `requiredIssues` and
 * `uniqueIssues`.
 * @throws {ImportError} `check-failed` where a host's batched check throws, is too slow, or answers with the wrong
 * number of lists; `schema-invalid` where a field names a format that does not exist.
 */
export async function* validateRecords(
  blocks: AsyncIterable<RecordBlock>,
  schema: Schema,
  options: ValidateOptions = {},
): AsyncIterable<RecordBlock> {
  const rules = await fieldRules(schema);
  for await (const block of blocks) {
    options.signal?.throwIfAborted();
    const ruleIssues = rules(block);
    const checked = await checkWithStandardSchema(block, schema);
    const found = [...ruleIssues, ...checked.issues];
    const hasError = recordsWithErrors([...block.issues, ...found]);
    const recordIssues = checkRecords(checked.block, schema, hasError);
    const batchIssues = await checkBlockBatches(checked.block, schema, { hasError, ...options });
    yield withIssues(checked.block, [...found, ...recordIssues, ...batchIssues]);
  }
}

function withIssues(block: RecordBlock, found: readonly Issue[]): RecordBlock {
  if (found.length === 0) return block;
  return {
    ...block,
    issues: [...block.issues, ...found].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  };
}
