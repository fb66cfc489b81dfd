import { ImportError } from '../issue/ImportError.ts';
import type { Issue } from '../issue/Issue.ts';
import type { EntityRecords, RecordBlock } from '../records/Records.ts';
import type { Entity, RecordIssue, RecordValues, Schema } from '../schema/Schema.ts';
import type { ErrorCells } from './errorCells.ts';
import { checkableRows, recordAt, rowIssue } from './recordCheck.ts';

export interface BatchCheckOptions {
  readonly bad: ErrorCells;
  readonly signal?: AbortSignal | undefined;
  readonly checkTimeout?: number;
}

const DEFAULT_TIMEOUT = 30_000;

/**
 * Gives each entity's records of a block to its `checkBatch`, all in one call.
 * @throws {ImportError} `check-failed` where it throws, takes too long (transient), or answers with the wrong number of lists.
 */
export async function checkBlockBatches(
  block: RecordBlock,
  schema: Schema,
  options: BatchCheckOptions,
): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const records of block.entities) {
    const check = schema.entities[records.entity]?.checkBatch;
    const rows = check === undefined ? [] : checkableRows(records, block, options.bad);
    if (check === undefined || rows.length === 0) continue;
    const answers = await runCheck(
      check,
      rows.map((row) => recordAt(records, row)),
      records,
      options,
    );
    rows.forEach((row, index) => {
      for (const found of answers[index] ?? []) issues.push(rowIssue(found, records, block, row));
    });
  }
  return issues;
}

async function runCheck(
  check: NonNullable<Entity['checkBatch']>,
  batch: readonly RecordValues[],
  { entity }: EntityRecords,
  { signal, checkTimeout = DEFAULT_TIMEOUT }: BatchCheckOptions,
): Promise<readonly (readonly RecordIssue[])[]> {
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(checkTimeout);
  const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  const answers = await withAbort(() => check(batch, either), either).catch((cause: unknown) => {
    signal?.throwIfAborted();
    if (timeout.aborted)
      throw failed(entity, `took longer than ${checkTimeout / 1000} s`, { cause, transient: true });
    throw failed(entity, `threw: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  });
  if (Array.isArray(answers) && answers.length === batch.length) return answers;
  const found = Array.isArray(answers) ? `${answers.length} lists` : typeof answers;
  throw failed(
    entity,
    `answered with ${found} for ${batch.length} records; it must give one list of issues for each`,
    {},
  );
}

/** Settles with the work, or rejects as soon as the signal fires, for a check that does not heed it. */
async function withAbort<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function failed(
  entity: string,
  detail: string,
  { cause, transient = false }: { cause?: unknown; transient?: boolean },
): ImportError {
  return new ImportError(
    'check-failed',
    `The host's check of "${entity}" ${detail}. The rows could not be checked; nothing has been written. Try again, or ask whoever runs this application.`,
    { cause, transient, params: { entity, detail } },
  );
}
