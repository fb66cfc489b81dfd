import type { PlanBlock } from '../plan/Plan.ts';
import type { CommitRun, Pass, PlacedRow, Seat } from './CommitRun.ts';
import { changedBy, placeRow, touchedBy, writes } from './placeRow.ts';
import { sendRows } from './sendRows.ts';

/** A planned block and where the outcomes of its rows are noted. */
export interface SeatedBlock {
  readonly block: PlanBlock;
  readonly seat: (r: number) => Seat;
}

interface Flight {
  readonly touched: ReadonlySet<number>;
  readonly changed: ReadonlySet<number>;
  readonly landed: Promise<void>;
}

/**
 * Sends the rows of planned blocks in batches, in file order. Batches side by side never have a record in common that one of
 * them makes or changes; a batch that would waits.
 */
export async function runPass(
  run: CommitRun,
  pass: Pass,
  blocks: AsyncIterable<SeatedBlock>,
): Promise<void> {
  const flights = new Set<Flight>();
  try {
    for await (const batch of batches(run, blocks)) await launch(run, pass, { flights, batch });
  } finally {
    // Whatever ends the pass, what is under way is waited for: its rows have an outcome.
    while (flights.size > 0) await landing(flights);
  }
}

/** Rows in portions of so many that write something. */
async function* batches(
  { options, stopped }: CommitRun,
  blocks: AsyncIterable<SeatedBlock>,
): AsyncIterable<readonly PlacedRow[]> {
  const { batchRows = 500 } = options;
  let batch: PlacedRow[] = [];
  let writing = 0;
  for await (const { block, seat } of blocks) {
    for (let r = 0; r < block.size && !stopped(); r += 1) {
      const place = placeRow(block, r, seat(r));
      batch.push(place);
      if (writes(place)) writing += 1;
      // Rows that write nothing make a batch no slower, but it must end somewhere.
      if (writing < batchRows && batch.length < batchRows * 4) continue;
      yield batch;
      batch = [];
      writing = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

async function launch(
  run: CommitRun,
  pass: Pass,
  { flights, batch }: { readonly flights: Set<Flight>; readonly batch: readonly PlacedRow[] },
): Promise<void> {
  const { parallel = 2, gate, signal } = run.options;
  const isAlone = parallel <= 1;
  const touched = isAlone ? NONE : new Set(batch.flatMap(touchedBy));
  const changed = isAlone ? NONE : new Set(batch.flatMap(changedBy));
  const isClear = (): boolean =>
    flights.size < Math.max(1, parallel) &&
    [...flights].every((other) => !share(other.changed, touched) && !share(changed, other.touched));
  await run.breathe();
  while (!isClear()) await landing(flights);
  const open = gate?.();
  if (open !== undefined) await Promise.race([open, whenAborted(signal)]);
  if (run.stopped()) return;
  const landed = sendRows(run, pass, batch)
    .catch(run.fail)
    .finally(() => flights.delete(flight));
  const flight: Flight = { touched, changed, landed };
  flights.add(flight);
}

/** Where one batch goes after the other, nobody asks what they have in common. */
const NONE: ReadonlySet<number> = new Set();

async function landing(flights: ReadonlySet<Flight>): Promise<void> {
  await Promise.race([...flights].map(({ landed }) => landed));
}

function share(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  for (const record of some) if (others.has(record)) return true;
  return false;
}

/** Resolves when the signal aborts; never without one. */
function whenAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    else signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
