import { ImportError } from '../issue/ImportError.ts';
import type { Issue } from '../issue/Issue.ts';
import type { RecordBlock } from '../records/Records.ts';
import type { Entity, RecordIssue, RecordValues, Schema } from '../schema/Schema.ts';
import type { HasError } from './recordsWithErrors.ts';
import { checkableRows, recordAt, recordIssue } from './recordCheck.ts';

export interface BatchCheckOptions {
  readonly hasError: HasError;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; default 30,000. */
  readonly checkTimeout?: number;
}

const DEFAULT_TIMEOUT = 30_000;

/**
 * Gives each entity's records of a block to its `checkBatch`, all in one call.
 * @throws {ImportError} `check-failed` where it throws, takes too long (transient), or answers with the wrong number
 * of lists.
 */
export async function checkBlockBatches(
  block: RecordBlock,
  schema: Schema,
  options: BatchCheckOptions,
): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const records of block.entities) {
    const entity = schema.entities[records.entity];
    const rows =
      entity?.checkBatch === undefined ? [] : checkableRows(records, block, options.hasError);
    if (entity === undefined || rows.length === 0) continue;
    const batch = rows.map((index) => recordAt(records, index));
    const answers = await answersOf(entity, batch, options);
    rows.forEach((index, position) => {
      const row = block.rowNumbers[index] ?? 0;
      for (const found of answers[position] ?? []) {
        issues.push({ ...recordIssue(found, records, index), row });
      }
    });
  }
  return issues;
}

async function answersOf(
  entity: Entity,
  batch: readonly RecordValues[],
  { signal, checkTimeout = DEFAULT_TIMEOUT }: BatchCheckOptions,
): Promise<readonly (readonly RecordIssue[])[]> {
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(checkTimeout);
  const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  const work = async (): Promise<unknown> => entity.checkBatch?.(batch, either);
  const answers = await withAbort(work, either).catch((cause: unknown) => {
    signal?.throwIfAborted();
    const reason = cause instanceof Error ? cause.message : String(cause);
    const detail = timeout.aborted
      ? `took longer than ${checkTimeout / 1000} s`
      : `threw: ${reason}`;
    throw failed(entity, detail, { cause, transient: timeout.aborted });
  });
  if (isAnswer(answers) && answers.length === batch.length) return answers;
  const found = isAnswer(answers) ? `${answers.length} lists` : `no list (${typeof answers})`;
  const needed = 'it must give one list of issues for each';
  throw failed(entity, `answered with ${found} for ${batch.length} records; ${needed}`, {});
}

function isAnswer(value: unknown): value is readonly (readonly RecordIssue[])[] {
  return Array.isArray(value) && value.every((part) => Array.isArray(part));
}

/** Settles with the work, or rejects as soon as the signal fires, for a check that does not heed it. */
async function withAbort<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const done = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true, signal: done.signal });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    done.abort();
  }
}

function failed(
  { label }: Entity,
  detail: string,
  options: { readonly cause?: unknown; readonly transient?: boolean },
): ImportError {
  return new ImportError(
    'check-failed',
    `The host's check of "${label}" ${detail}. The rows could not be checked, and nothing has been written. Try again, or tell whoever runs this application.`,
    { ...options, params: { field: label, detail } },
  );
}
