import type { RecordBlock } from '../records/Records.ts';
import { breather } from '../source/breather.ts';
import { applyRow } from './applyRow.ts';
import { blockPlan } from './blockPlan.ts';
import { entityIndex } from './entityIndex.ts';
import { entityRules } from './entityRules.ts';
import { byteStore } from './packed/byteStore.ts';
import { DEFAULT_POLICY, type PlanBlock } from './Plan.ts';
import { planRow } from './planRow.ts';
import type { PlanOptions, PlanRun, RowTask } from './PlanRun.ts';
import { preparedBlock, type PreparedBlock } from './preparedBlock.ts';
import { recordStates } from './recordStates.ts';
import { storedLookups, type Ask, type StoredLookups } from './storedLookups.ts';

/**
 * Plans records block by block, in file order: what each row will create, update, leave or not be allowed to do. Nothing is
 * written. Rows are matched first with earlier rows of the file at any distance, then through the adapter, in batches; the
 * look-ups of the next blocks run while one is planned.
 * @throws {ImportError} `adapter-failed` when records can not be looked up; the signal's reason when aborted.
 */
export async function* planBlocks(
  records: AsyncIterable<RecordBlock>,
  options: PlanOptions,
): AsyncIterable<PlanBlock> {
  const { signal } = options;
  let run: PlanRun | undefined;
  let rows = 0;
  const start = (block: RecordBlock): LookedUp => {
    run ??= newRun(block, options);
    return lookUpAhead(run, block, options);
  };
  for await (const { block, stored } of lookedUp(records, start)) {
    signal?.throwIfAborted();
    if (run === undefined) return;
    const planned = await planPrepared(run, block, stored);
    rows += planned.size;
    options.onProgress?.(rows);
    yield planned;
  }
}

interface LookedUp {
  readonly block: PreparedBlock;
  readonly stored: StoredLookups;
  /** Settles when the store was asked about this block. */
  readonly ready: Promise<void>;
}

function newRun(first: RecordBlock, options: PlanOptions): PlanRun {
  const rules = entityRules(options.schema, options.columns, first.entities);
  const store = byteStore(options.scratch);
  return {
    policy: { ...DEFAULT_POLICY, ...options.policy },
    rules,
    states: recordStates(store),
    indexes: rules.map((rule) => entityIndex(rule, store)),
    excluded: new Set(options.excluded),
    known: options.known ?? (() => undefined),
    breathe: breather(options.signal),
  };
}

/** Blocks whose look-ups run before it is their turn: enough for a store that takes long to answer, and few to hold. */
const BLOCKS_AHEAD = 4;

/** Starts the look-ups of some blocks before the block in front of them is planned. */
async function* lookedUp(
  records: AsyncIterable<RecordBlock>,
  start: (block: RecordBlock) => LookedUp,
): AsyncIterable<LookedUp> {
  const waiting: LookedUp[] = [];
  for await (const block of records) {
    const next = start(block);
    // Awaited below, in its turn; until then a failure must not count as unhandled.
    next.ready.catch(() => undefined);
    waiting.push(next);
    if (waiting.length > BLOCKS_AHEAD) yield* inTurn(waiting);
  }
  while (waiting.length > 0) yield* inTurn(waiting);
}

async function* inTurn(waiting: LookedUp[]): AsyncIterable<LookedUp> {
  const first = waiting.shift();
  if (first === undefined) return;
  await first.ready;
  yield first;
}

function lookUpAhead(run: PlanRun, records: RecordBlock, options: PlanOptions): LookedUp {
  const block = preparedBlock(run.rules, records);
  const stored = storedLookups(options.adapter, options);
  const rows = Array.from({ length: records.size }, (_, r) => r);
  return { block, stored, ready: lookUp(run, { block, stored }, rows) };
}

/**
 * Asks what the rows need. Planning a row tells what must be asked for it, a parent before its child, so rows are tried until
 * none has a question; they take no effect here.
 */
async function lookUp(
  run: PlanRun,
  { block, stored }: Pick<LookedUp, 'block' | 'stored'>,
  rows: readonly number[],
): Promise<void> {
  for (let open = rows; open.length > 0;) {
    const asks: Ask[] = [];
    await run.breathe();
    open = open.filter((r) => planRow(rowTask(run, { block, stored, asks }, r)) === undefined);
    const found = await stored.fetch(asks);
    if (!(found && hasFollowUps(run)) && !hasSecondQuestions(run)) return;
  }
}

/** Whether finding a record gives rise to a question: for what lies inside it, or for a key that it is part of. */
function hasFollowUps({ rules }: PlanRun): boolean {
  return rules.some(
    ({ parent, match }) =>
      parent >= 0 || match.some(({ definition }) => definition.type === 'reference'),
  );
}

/**
 * Whether a row asks again where nothing was found: by its key after its id, by the next field of a reference, or for a
 * unique value that is no match key: that question comes when it is known which record the row hits.
 */
function hasSecondQuestions({ rules }: PlanRun): boolean {
  return rules.some(
    ({ idSlot, references, unique, match, parent }) =>
      idSlot >= 0 ||
      references.some(({ by }) => by.length > 1) ||
      unique.some(({ field }) => parent >= 0 || match.length !== 1 || match[0]?.field !== field),
  );
}

/** Rows asked about together when earlier rows of their block turned out otherwise than foreseen. */
const RETRY_ROWS = 64;

/** Rows planned between two looks at the clock. */
const BREATH_ROWS = 128;

async function planPrepared(
  run: PlanRun,
  block: PreparedBlock,
  stored: StoredLookups,
): Promise<PlanBlock> {
  const plans = blockPlan(run, block);
  const { size } = block.records;
  for (let r = 0; r < size;) {
    if (r % BREATH_ROWS === 0) await run.breathe();
    const plan = planRow(rowTask(run, { block, stored, asks: [] }, r));
    if (plan === undefined) {
      const rows = Array.from({ length: Math.min(RETRY_ROWS, size - r) }, (_, i) => r + i);
      await lookUp(run, { block, stored }, rows);
      continue;
    }
    applyRow(run, block, { r, plan });
    plans.set(r, plan);
    r += 1;
  }
  return plans.finish();
}

function rowTask(
  run: PlanRun,
  { block, stored, asks }: Pick<LookedUp, 'block' | 'stored'> & { readonly asks: Ask[] },
  r: number,
): RowTask {
  const row = block.records.rowNumbers[r] ?? 0;
  return {
    run,
    block,
    stored,
    r,
    row,
    known: run.known(row),
    parts: [],
    issues: [],
    needs: [],
    asks,
  };
}
