import { RECORD_ACTIONS, type PlanBlock } from '../plan/Plan.ts';
import type { PlacedRow, Seat } from './CommitRun.ts';

/** A row of a plan on its way. */
export function placeRow(block: PlanBlock, r: number, seat: Seat): PlacedRow {
  return { block, r, row: block.rowNumbers[r] ?? 0, seat };
}

/** Whether a row makes or changes a record. */
export function writes({ block, r }: PlacedRow): boolean {
  return block.entities.some(({ actions }) => isWrite(actions[r]));
}

/** Numbers of the records a row makes or changes. Worked out when they are asked for: most rows never are. */
export function changedBy({ block, r }: PlacedRow): readonly number[] {
  return block.entities.flatMap(({ actions, recordNumbers }) =>
    isWrite(actions[r]) ? [recordNumbers[r] ?? -1] : [],
  );
}

/** Numbers of the records a row hits, refers to, or lies in. */
export function touchedBy({ block, r }: PlacedRow): readonly number[] {
  const touched: number[] = [...(block.needs?.get(r) ?? [])];
  for (const { actions, recordNumbers, parentNumbers, references } of block.entities) {
    if (actions[r] === NONE) continue;
    const targets = Object.values(references?.get(r) ?? {});
    touched.push(recordNumbers[r] ?? -1, parentNumbers[r] ?? -1, ...targets);
  }
  return touched.filter((record) => record >= 0);
}

const NONE = RECORD_ACTIONS.indexOf('none');
const CREATE = RECORD_ACTIONS.indexOf('create');
const UPDATE = RECORD_ACTIONS.indexOf('update');

function isWrite(action: number | undefined): boolean {
  return action === CREATE || action === UPDATE;
}
