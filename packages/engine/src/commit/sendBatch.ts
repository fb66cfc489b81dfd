import { callAdapter, isTransient } from '../adapter/callAdapter.ts';
import { checkOutcomes } from '../adapter/checkAnswer.ts';
import type { OperationOutcome, WriteBatch, WriteContext } from '../adapter/PersistenceAdapter.ts';
import { ImportError } from '../issue/ImportError.ts';
import type { CommitRun, Settled } from './CommitRun.ts';

/** What the answers to a batch make of its rows. */
export interface Answered {
  readonly settled: readonly Settled[];
}

/** One call of the adapter, and whether the host was told inside its transaction. */
interface Attempt<Answer> {
  told: Answer | null;
  tellFailed: boolean;
}

/**
 * Sends a batch and tells the host what became of its rows: inside the adapter's transaction where it lets in on it, otherwise
 * the caller settles them (`told` is false).
 * @param read what the answers mean; called for each try, so it must change nothing.
 * @throws what the adapter threw; what the host threw, as a fatal error where trying again does not help.
 */
export async function sendBatch<Answer extends Answered>(
  { options, tell }: CommitRun,
  batch: WriteBatch,
  read: (outcomes: readonly OperationOutcome[]) => Answer,
): Promise<{ readonly answer: Answer; readonly told: boolean }> {
  const { adapter, context, retry, timeoutMs, signal: hurry, onOutcomes } = options;
  const check = (outcomes: unknown): Answer =>
    read(checkOutcomes(outcomes, batch.operations.length));
  let last: Attempt<Answer> = { told: null, tellFailed: false };
  try {
    const outcomes = await callAdapter(
      (call) => {
        // A try that timed out may still go on: what it tells late concerns no other one.
        const attempt: Attempt<Answer> = { told: null, tellFailed: false };
        last = attempt;
        const settle: WriteContext['settle'] = async (answers, transaction) => {
          const answer = check(answers);
          attempt.tellFailed = true;
          await tell(answer.settled, transaction);
          attempt.tellFailed = false;
          attempt.told = answer;
        };
        return adapter.write(batch, onOutcomes === undefined ? call : { ...call, settle });
      },
      { context, retry, timeoutMs, hurry },
    );
    return last.told === null
      ? { answer: check(outcomes), told: false }
      : { answer: last.told, told: true };
  } catch (error) {
    // The rows are not to blame, so the batch is not to be split.
    if (last.tellFailed && !isTransient(error)) throw notTold(error);
    throw error;
  }
}

function notTold(cause: unknown): ImportError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ImportError(
    'adapter-failed',
    `The import stopped, because it could not be noted what became of its rows. What was noted stays; start again to go on. ${reason}`,
    { cause, fatal: true, params: { reason } },
  );
}
