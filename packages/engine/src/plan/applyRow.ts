import { normalizeKey } from '../records/normalizeKey.ts';
import type { Field, Value } from '../schema/Schema.ts';
import { enter, enterKey, type EntityIndex } from './entityIndex.ts';
import { keyText } from './keyText.ts';
import { markedRecord, type PlanRun, type RowPart, type RowPlan } from './PlanRun.ts';
import { keyAt, type PreparedBlock, type PreparedEntity } from './preparedBlock.ts';

/** Lets a planned row take effect on the records that later rows see. */
export function applyRow(
  run: PlanRun,
  block: PreparedBlock,
  { r, plan }: { readonly r: number; readonly plan: RowPlan },
): void {
  const row = block.records.rowNumbers[r] ?? 0;
  for (const [e, part] of plan.parts.entries()) {
    const entity = block.entities[e];
    const index = run.indexes[e];
    if (part === undefined || part.record < 0 || entity === undefined || index === undefined)
      continue;
    for (const [slot, value] of part.references) setValue(entity, { slot, r, value });
    if (part.fresh) addRecord(run, entity, { r, part });
    for (const { field, to } of part.changes) run.states.set(part.record, field, to);
    enterKeys(run, entity, { index, r, part });
    enterValues(entity, index, { r, row, part });
  }
}

interface Place {
  readonly r: number;
  readonly part: RowPart;
}

/** Reference columns were copied for this block, so they may be filled in. */
function setValue(
  { columns }: PreparedEntity,
  { slot, r, value }: { slot: number; r: number; value: Value },
): void {
  const values = columns[slot]?.values as Value[] | undefined;
  if (values !== undefined) values[r] = value;
}

function addRecord(run: PlanRun, { rules, columns }: PreparedEntity, { r, part }: Place): void {
  const { stored } = part;
  const parentId = stored === null ? null : (stored.parentId ?? null);
  const known = parentId === null ? undefined : run.indexes[rules.parent]?.ids.get(parentId);
  const named =
    stored === null || (parentId !== null && parentId === run.states.id(part.parent))
      ? part.parent
      : -1;
  run.states.add({
    entity: rules.index,
    id: stored?.id ?? null,
    parent: known ?? named,
    parentId,
    values: stored === null ? { columns, row: r } : stored.values,
  });
}

function enterKeys(
  run: PlanRun,
  entity: PreparedEntity,
  { index, r, part }: Place & Indexed,
): void {
  const { rules, ids, wholeKeys } = entity;
  const { record, stored } = part;
  const id = ids?.[r] ?? null;
  if (stored !== null) index.ids.set(stored.id, record);
  if (id !== null && !index.ids.has(id)) index.ids.set(id, record);
  const key = rules.match.length > 0 ? keyAt(entity, r, part.references).text : null;
  if (key !== null) enterKey(index, key, { record, parentOf: run.states.parent });
  const whole = rules.foundBy.length > 0 ? (wholeKeys?.[r] ?? null) : null;
  if (whole !== null && !index.whole.has(whole)) index.whole.set(whole, record);
}

interface Indexed {
  readonly index: EntityIndex;
}

/** Remembers the values that others may not repeat or may point at. */
function enterValues(
  { rules, normalized }: PreparedEntity,
  index: EntityIndex,
  { r, row, part }: Place & { readonly row: number },
): void {
  for (const { field, slot, definition } of rules.watched) {
    const values = index.values.get(field);
    const change = part.changes.find((other) => other.field === field);
    if (values === undefined || (part.action !== 'create' && change === undefined)) continue;
    if (change !== undefined) {
      const left = textOf(definition, change.from);
      leave(values, left, part.record);
      if (left !== null) index.released.get(field)?.set(left, part.record);
    }
    const cell = part.references.get(slot) ?? normalized.get(slot)?.[r] ?? null;
    const text = change === undefined ? keyText([cell]) : textOf(definition, change.to);
    if (text === null) continue;
    enter(values, text, part.record);
    index.takenIn.get(field)?.set(text, row);
  }
}

function textOf(definition: Field, value: Value): string | null {
  return markedRecord(value) === undefined
    ? keyText([normalizeKey(definition, value)])
    : keyText([value]);
}

function leave(values: Map<string, number>, text: string | null, record: number): void {
  if (text !== null && values.get(text) === record) values.delete(text);
}
