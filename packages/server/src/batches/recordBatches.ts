import { RECORD_ACTIONS, type PlanBlock } from '@importera/engine';
import { growingNumbers } from './growingNumbers.ts';

/** Puts rows into batches such that no two batches share a record that one of them writes. */
export interface RecordBatches {
  /** The batch of the next row, in file order. It may be linked with another one later. */
  place(block: PlanBlock, r: number): number;
  /** The batch that a batch is part of by now. */
  find(batch: number): number;
  /** How many were made; those that are part of another count too. */
  readonly made: number;
  /** Rows of a batch and those linked with it. */
  rows(batch: number): number;
}

/**
 * A row belongs to the batch of each record that an earlier row wrote and that it has to do with; where those are several
 * batches, they become one. Other rows go to the batch being filled. A row that only points at a record nobody wrote needs no
 * company: what it needs to know of it is in the plan.
 * @param batchRows rows with which a batch is full. One that is larger than a block ends with a block, so that blocks stay whole.
 */
export function recordBatches(batchRows: number): RecordBatches {
  const writers = growingNumbers();
  const parents = growingNumbers();
  const sizes = growingNumbers();
  let made = 0;
  let filling = -1;

  const make = (): number => {
    const batch = made;
    made += 1;
    parents.set(batch, batch);
    sizes.set(batch, 0);
    return batch;
  };
  const find = (batch: number): number => {
    let root = batch;
    while (parents.get(root) !== root) root = parents.get(root);
    for (let at = batch; at !== root;) {
      const next = parents.get(at);
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const link = (a: number, b: number): number => {
    if (a < 0 || a === b) return b;
    const [kept, gone] = sizes.get(a) >= sizes.get(b) ? [a, b] : [b, a];
    parents.set(gone, kept);
    sizes.set(kept, sizes.get(kept) + sizes.get(gone));
    return kept;
  };
  const isFull = (block: PlanBlock, r: number): boolean =>
    sizes.get(find(filling)) >= batchRows && (r === 0 || batchRows < block.size);

  return {
    find,
    get made() {
      return made;
    },
    rows: (batch) => sizes.get(find(batch)),
    place(block, r) {
      let batch = -1;
      eachTouched(block, r, (record) => {
        const writer = writers.get(record);
        if (writer >= 0) batch = link(batch, find(writer));
      });
      if (filling < 0 || isFull(block, r)) filling = make();
      if (batch < 0) batch = find(filling);
      for (const { actions, recordNumbers } of block.entities) {
        if (isWrite(actions[r])) writers.set(recordNumbers[r] ?? 0, batch);
      }
      sizes.set(batch, sizes.get(batch) + 1);
      return batch;
    },
  };
}

const NONE = RECORD_ACTIONS.indexOf('none');
const CREATE = RECORD_ACTIONS.indexOf('create');
const UPDATE = RECORD_ACTIONS.indexOf('update');

function isWrite(action: number | undefined): boolean {
  return action === CREATE || action === UPDATE;
}

/** Tells the numbers of the records a row hits, lies in, refers to or must come after. */
function eachTouched(
  { entities, needs }: PlanBlock,
  r: number,
  tell: (record: number) => void,
): void {
  for (const record of needs?.get(r) ?? NO_RECORDS) tell(record);
  for (const { actions, recordNumbers, parentNumbers, references } of entities) {
    if (actions[r] === NONE) continue;
    const record = recordNumbers[r] ?? -1;
    const parent = parentNumbers[r] ?? -1;
    if (record >= 0) tell(record);
    if (parent >= 0) tell(parent);
    const referred = references?.get(r);
    if (referred !== undefined) for (const other of Object.values(referred)) tell(other);
  }
}

const NO_RECORDS: readonly number[] = [];
