import { callAdapter } from '../adapter/callAdapter.ts';
import { ImportError } from '../issue/ImportError.ts';
import { DEFAULT_POLICY, type Plan, type PlanBlock } from '../plan/Plan.ts';
import { planBlocks } from '../plan/planBlocks.ts';
import { breather } from '../source/breather.ts';
import { commitAllOrNothing } from './commitAllOrNothing.ts';
import { commitProgress } from './commitProgress.ts';
import type {
  CommitPlanOptions,
  CommitResult,
  CommitRun,
  DeferredRow,
  Pass,
  Settled,
} from './CommitRun.ts';
import { deferredBlocks } from './deferRow.ts';
import { outcomeSheet, type OutcomeSheet } from './outcomeSheet.ts';
import { runPass, type SeatedBlock } from './runPass.ts';

/**
 * Writes a plan through the adapter, in ordered batches of whole rows, and tells what became of every row.
 *
 * - Transient errors and time-outs are tried again with back-off, under the same batch id (see `batchId`).
 * - A row is taken whole or not at all. A batch that makes the adapter throw is halved until the guilty row is alone.
 * - Rows that build on a refused row are planned anew once the others are written, as if the refused one were not there (their
 *   look-ups then see what later rows made meanwhile).
 * - Cancelling (`signal`) is no error: batches in flight are finished, the other rows are `pending`.
 * - To take up an interrupted import, commit the same plan with what was settled as `done`. Where the plan is made anew
 *   instead, give `planBlocks` the same as `known`; rows of a batch whose answer was lost are then recognised by their match
 *   columns only.
 * @returns also when the adapter fails for good: `status` is then `failed` and `error` says why.
 */
export async function commitPlan(
  plan: Plan | Iterable<PlanBlock> | AsyncIterable<PlanBlock>,
  options: CommitPlanOptions,
): Promise<CommitResult> {
  const startedAt = new Date();
  const sheets: OutcomeSheet[] = [];
  const failures: ImportError[] = [];
  const run = commitRun(options, { plan, sheets, failures });
  const reading = { ended: false };
  const blocks = seated(run, plan, { sheets, reading });
  const allOrNothing = options.policy?.allOrNothing ?? DEFAULT_POLICY.allOrNothing;
  let complete = true;
  try {
    await createFields(options);
    if (allOrNothing) complete = await commitAllOrNothing(run, blocks);
    else await commitRows(run, blocks);
  } catch (error) {
    if (options.signal?.aborted !== true) run.fail(error);
  }
  const finishedAt = new Date();
  return {
    importId: options.context.importId,
    status: statusOf(failures, complete, { options, isDone: reading.ended && isSettled(sheets) }),
    outcomes: sheets.map((sheet) => sheet.block()),
    error: failures[0] ?? null,
    seconds: (finishedAt.getTime() - startedAt.getTime()) / 1000,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
  };
}

function statusOf(
  failures: readonly ImportError[],
  complete: boolean,
  { options, isDone }: { readonly options: CommitPlanOptions; readonly isDone: boolean },
): CommitResult['status'] {
  if (failures.length > 0) return 'failed';
  // Whoever cancels at the last batch finds everything done.
  if (options.signal?.aborted === true && !isDone) return 'cancelled';
  return complete ? 'completed' : 'failed';
}

function isSettled(sheets: readonly OutcomeSheet[]): boolean {
  return sheets.every((sheet) =>
    Array.from({ length: sheet.size }, (_, r) => r).every((r) => sheet.isSettled(r)),
  );
}

interface RunParts {
  readonly plan: Plan | Iterable<PlanBlock> | AsyncIterable<PlanBlock>;
  readonly sheets: readonly OutcomeSheet[];
  readonly failures: ImportError[];
}

function commitRun(options: CommitPlanOptions, { plan, sheets, failures }: RunParts): CommitRun {
  const seen = (): number => sheets.reduce((sum, sheet) => sum + sheet.size, 0);
  const total = 'summary' in plan ? plan.summary.rows : options.rowsTotal;
  const progress = commitProgress(() => total ?? seen());
  const tell: CommitRun['tell'] = async (rows, transaction) => {
    if (rows.length > 0) await options.onOutcomes?.(outcomesOf(rows), transaction);
  };
  return {
    options,
    stopped: () => failures.length > 0 || options.signal?.aborted === true,
    fail: (error) => failures.push(adapterFailed(error)),
    breathe: breather(),
    tell,
    async settle(rows, told = false) {
      if (rows.length === 0) return;
      const first = rows.filter(({ seat }) => !seat.sheet.isSettled(seat.r));
      for (const { seat, outcome } of rows) seat.sheet.settle(seat.r, outcome);
      if (!told) await tell(rows);
      options.onProgress?.(progress.add(first.map(({ outcome }) => outcome.status)));
    },
  };
}

/** The outcomes of a batch as a block of their own. */
function outcomesOf(rows: readonly Settled[]): ReturnType<OutcomeSheet['block']> {
  const entities = new Set(
    rows.flatMap(({ outcome }) => outcome.records.map(({ entity }) => entity)),
  );
  const sheet = outcomeSheet(
    Uint32Array.from(rows, ({ outcome }) => outcome.row),
    [...entities],
  );
  for (const [r, { outcome }] of rows.entries()) sheet.settle(r, outcome);
  return sheet.block();
}

function adapterFailed(cause: unknown): ImportError {
  if (cause instanceof ImportError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ImportError(
    'adapter-failed',
    `The import stopped, because records could not be written. What was written stays; start again to go on. ${reason}`,
    { cause, params: { reason } },
  );
}

/** Gives every block a sheet for its outcomes. A stopped import reads no further, but knows the rows of a plan it holds. */
async function* seated(
  run: CommitRun,
  plan: RunParts['plan'],
  { sheets, reading }: { readonly sheets: OutcomeSheet[]; readonly reading: { ended: boolean } },
): AsyncIterable<SeatedBlock> {
  const streamed = Symbol.asyncIterator in plan;
  for await (const block of 'blocks' in plan ? plan.blocks : plan) {
    if (streamed && run.stopped()) return;
    const sheet = outcomeSheet(
      block.rowNumbers,
      block.entities.map(({ entity }) => entity),
    );
    sheets.push(sheet);
    yield { block, seat: (r) => ({ sheet, r }) };
  }
  reading.ended = true;
}

/** Fields the user makes while mapping are there before the first record (TD6). */
async function createFields({
  adapter,
  columns,
  context,
  retry,
  timeoutMs,
  signal,
}: CommitPlanOptions): Promise<void> {
  for (const { target } of columns) {
    if (target?.kind !== 'new-field') continue;
    const { entity, field, label, type } = target;
    if (adapter.createField === undefined) {
      throw new ImportError(
        'option-invalid',
        `The column "${label}" makes a new field, but the adapter can not make fields. Give it "createField", or let no column be a new field.`,
        { params: { entity, field } },
      );
    }
    await callAdapter(async (call) => adapter.createField?.({ entity, field, label, type }, call), {
      context,
      retry,
      timeoutMs,
      signal,
    });
  }
}

async function commitRows(run: CommitRun, blocks: AsyncIterable<SeatedBlock>): Promise<void> {
  const main = newPass();
  await runPass(run, main, blocks);
  await commitDeferred(run, main.deferred);
}

function newPass(): Pass {
  return { ids: new Map(), tainted: new Set(), deferred: [] };
}

/**
 * Plans deferred rows anew and writes them, until none is left. The first row of a round is always settled; how many follow it
 * grows while rounds go well and shrinks where row after row is refused.
 */
async function commitDeferred(run: CommitRun, deferred: readonly DeferredRow[]): Promise<void> {
  let waiting = [...deferred].sort(byRow);
  let count = 256;
  while (waiting.length > 0 && !run.stopped()) {
    const rows = waiting.slice(0, count);
    const pass = newPass();
    await runPass(run, pass, replanned(run, rows));
    const settled = rows.length - pass.deferred.length;
    waiting = [...pass.deferred, ...waiting.slice(count)].sort(byRow);
    count = settled * 2 < rows.length ? Math.max(1, settled * 2) : count * 2;
  }
}

function byRow(a: DeferredRow, b: DeferredRow): number {
  return a.row - b.row;
}

async function* replanned(
  { options }: CommitRun,
  rows: readonly DeferredRow[],
): AsyncIterable<SeatedBlock> {
  const places = new Map(rows.map((place) => [place.row, place]));
  const { schema, columns, policy, adapter, context, retry, timeoutMs } = options;
  const blocks = planBlocks(deferredBlocks(rows), {
    schema,
    columns,
    adapter,
    context,
    known: (row) => places.get(row)?.known,
    ...(policy === undefined ? {} : { policy }),
    ...(retry === undefined ? {} : { retry }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  for await (const block of blocks) {
    const seats = Array.from(block.rowNumbers, (row) => places.get(row)?.seat);
    yield {
      block,
      seat(r) {
        const seat = seats[r];
        if (seat === undefined)
          throw new Error(`Row ${block.rowNumbers[r]} was not to be planned anew.`);
        return seat;
      },
    };
  }
}
