import type { Operation } from '../adapter/PersistenceAdapter.ts';
import { RECORD_ACTIONS, type EntityPlan } from '../plan/Plan.ts';
import { valuesToWrite } from '../plan/plannedRow.ts';
import type { RecordValues } from '../schema/Schema.ts';
import type { PlacedRow, RecordIds } from './CommitRun.ts';

/** What a row writes, parents first; empty when it changes nothing. @param ids ids of records made so far. */
export function operationsOf(
  { block, r, row }: PlacedRow,
  ids: Pick<RecordIds, 'get' | 'has'>,
): readonly Operation[] {
  const operations: Operation[] = [];
  for (const entity of block.entities) {
    const action = RECORD_ACTIONS[entity.actions[r] ?? 0];
    if (action !== 'create' && action !== 'update') continue;
    const record = entity.recordNumbers[r] ?? -1;
    const parent = entity.parentNumbers[r] ?? -1;
    const parentId = entity.parentIds[r] ?? ids.get(parent) ?? null;
    operations.push({
      row,
      entity: entity.entity,
      action,
      record,
      id: action === 'create' ? null : (entity.ids[r] ?? ids.get(record) ?? null),
      parentId,
      parentRecord: parentId === null && parent >= 0 ? parent : null,
      ...valuesAndReferences(entity, r, ids),
    });
  }
  return operations;
}

/** References to records that are there by now become their ids; those to records of the same batch stay by number. */
function valuesAndReferences(
  entity: EntityPlan,
  r: number,
  ids: Pick<RecordIds, 'get' | 'has'>,
): Pick<Operation, 'values' | 'references'> {
  const values = valuesToWrite(entity, r);
  const targets = entity.references?.get(r);
  if (targets === undefined) return { values };
  const open = Object.entries(targets);
  const pending = new Map(open);
  const complete: RecordValues = Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const target = pending.get(field);
      if (target === undefined) return [[field, value]];
      const id = ids.get(target);
      return id === undefined ? [] : [[field, id]];
    }),
  );
  const references = Object.fromEntries(open.filter(([, target]) => !ids.has(target)));
  return Object.keys(references).length === 0
    ? { values: complete }
    : { values: complete, references };
}
