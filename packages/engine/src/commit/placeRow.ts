import { RECORD_ACTIONS, type PlanBlock } from '../plan/Plan.ts';
import type { PlacedRow, Seat } from './CommitRun.ts';

/** A row of a plan with the records it has to do with. */
export function placeRow(block: PlanBlock, r: number, seat: Seat): PlacedRow {
  const touched: number[] = [...(block.needs?.get(r) ?? [])];
  const changed: number[] = [];
  for (const { actions, recordNumbers, parentNumbers, references } of block.entities) {
    const action = RECORD_ACTIONS[actions[r] ?? 0] ?? 'none';
    if (action === 'none') continue;
    const record = recordNumbers[r] ?? -1;
    touched.push(record, parentNumbers[r] ?? -1, ...Object.values(references?.get(r) ?? {}));
    if (action === 'create' || action === 'update') changed.push(record);
  }
  const row = block.rowNumbers[r] ?? 0;
  return { block, r, row, seat, touched: touched.filter((record) => record >= 0), changed };
}
