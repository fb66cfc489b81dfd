import { normalizeKey } from '../records/normalizeKey.ts';
import type { Field, RecordValues, Value } from '../schema/Schema.ts';
import { valueText } from './checkRow.ts';
import { enter, enterKey, leaveKey, type EntityIndex } from './entityIndex.ts';
import { keyText } from './keyText.ts';
import type { TextNumbers } from './packed/textNumbers.ts';
import { markedRecord, type PlanRun, type RowPart, type RowPlan } from './PlanRun.ts';
import { keyAt, type PreparedBlock, type PreparedEntity } from './preparedBlock.ts';

/** Lets a planned row take effect on the records that later rows see. */
export function applyRow(
  run: PlanRun,
  block: PreparedBlock,
  { r, plan }: { readonly r: number; readonly plan: RowPlan },
): void {
  const row = block.records.rowNumbers[r] ?? 0;
  for (let e = 0; e < plan.parts.length; e += 1) {
    const part = plan.parts[e];
    const entity = block.entities[e];
    const index = run.indexes[e];
    if (part === undefined || part.record < 0 || entity === undefined || index === undefined)
      continue;
    for (const [slot, value] of part.references) setValue(entity, { slot, r, value });
    if (part.fresh) addRecord(run, entity, { r, part });
    const moved = changesKey(entity, part);
    if (moved) leaveOldKey(run, entity, { index, r, part });
    for (const { field, to } of part.changes)
      run.states.change(part.record, entity.rules.names.indexOf(field), to);
    enterKeys(run, entity, { index, r, part, moved });
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
    id: stored?.id ?? null,
    parent: known ?? named,
    parentId,
    values:
      stored === null
        ? columns.map(({ values }) => values[r] ?? null)
        : rules.names.map((name) => ownValue(stored.values, name)),
  });
}

function ownValue(values: RecordValues, field: string): Value {
  return Object.hasOwn(values, field) ? (values[field] ?? null) : null;
}

/** A record found by its id may get another match key. */
function changesKey({ rules }: PreparedEntity, { changes }: RowPart): boolean {
  return rules.match.some(({ field }) => changes.some((change) => change.field === field));
}

function leaveOldKey(
  run: PlanRun,
  { rules }: PreparedEntity,
  { index, part: { record } }: Place & Indexed,
): void {
  const key = stateKey(run, rules, record);
  if (key !== null) leaveKey(index, key, { record, parentOf: run.states.parent });
}

/** Text of the match key a record has after the rows planned so far. */
function stateKey(
  { states }: PlanRun,
  { match }: PreparedEntity['rules'],
  record: number,
): string | null {
  return keyText(
    match.map(({ definition, slot }) => {
      const value = states.value(record, slot);
      return markedRecord(value) === undefined ? normalizeKey(definition, value) : value;
    }),
  );
}

function enterKeys(
  run: PlanRun,
  entity: PreparedEntity,
  { index, r, part, moved }: Place & Indexed & { readonly moved: boolean },
): void {
  const { rules, ids, wholeKeys } = entity;
  const { record, stored } = part;
  const id = ids?.[r] ?? null;
  if (stored !== null) index.ids.set(stored.id, record);
  if (id !== null && !index.ids.has(id)) index.ids.set(id, record);
  const key = moved ? stateKey(run, rules, record) : rowKey(run, entity, { r, part });
  if (key !== null) enterKey(index, key, { record, parentOf: run.states.parent });
  const whole = rules.foundBy.length > 0 ? (wholeKeys?.[r] ?? null) : null;
  if (whole !== null && !index.whole.has(whole)) index.whole.set(whole, record);
}

/** The match key of a row; none where its record was found by the id and does not have it. */
function rowKey(run: PlanRun, entity: PreparedEntity, { r, part }: Place): string | null {
  const { rules } = entity;
  const key = rules.match.length > 0 ? keyAt(entity, r, part.references).text : null;
  return part.byId && key !== stateKey(run, rules, part.record) ? null : key;
}

interface Indexed {
  readonly index: EntityIndex;
}

/** Remembers the values that others may not repeat or may point at. */
function enterValues(
  entity: PreparedEntity,
  index: EntityIndex,
  { r, row, part }: Place & { readonly row: number },
): void {
  for (const rule of entity.rules.watched) {
    const { field, slot, definition } = rule;
    const values = index.values.get(field);
    const change = part.changes.find((other) => other.field === field);
    if (values === undefined || (part.action !== 'create' && change === undefined)) continue;
    if (change !== undefined) {
      const left = textOf(definition, change.from);
      leave(values, left, part.record);
      if (left !== null) index.released.get(field)?.set(left, part.record);
    }
    const cell = part.references.get(slot) ?? entity.normalized.get(slot)?.[r] ?? null;
    const text =
      change === undefined
        ? valueText(entity, r, { rule, value: cell })
        : textOf(definition, change.to);
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

function leave(values: TextNumbers, text: string | null, record: number): void {
  if (text !== null && values.get(text) === record) values.delete(text);
}
