import { BLANK } from '../records/Records.ts';
import type { Value } from '../schema/Schema.ts';
import { applyWritePolicy } from './applyWritePolicy.ts';
import { cellOf, reportField } from './checkRow.ts';
import type { EntityRules, FieldRule } from './entityRules.ts';
import { isEmpty } from './keyText.ts';
import type { FieldChange } from './Plan.ts';
import type { RowPart, RowTask } from './PlanRun.ts';

/** What a row changes in a record that exists, field by field. The match columns found it, so they stay as they are. */
export function changesOf(
  task: RowTask,
  rules: EntityRules,
  part: RowPart,
): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const keys = new Set(part.byId ? [] : rules.match.map(({ slot }) => slot));
  for (const rule of rules.fields) {
    if (keys.has(rule.slot)) continue;
    const from = storedValue(task, rule, part);
    const to = valueAfter(task, rules, { rule, part, from });
    if (to !== from) changes.push({ field: rule.field, from, to });
  }
  return changes;
}

function storedValue(
  { run }: RowTask,
  { field, slot }: FieldRule,
  { record, stored, fresh }: RowPart,
): Value {
  if (!fresh) return empty(run.states.value(record, slot));
  return stored !== null && Object.hasOwn(stored.values, field)
    ? empty(stored.values[field])
    : null;
}

/** An empty text or list of a store is no value: `from` says null. */
function empty(value: Value | undefined): Value {
  return isEmpty(value) ? null : value;
}

function valueAfter(
  task: RowTask,
  rules: EntityRules,
  { rule, part, from }: { rule: FieldRule; part: RowPart; from: Value },
): Value {
  const mark = blankMark(task, rules, rule);
  // What is for a new record alone is nothing here.
  const isNewOnly = mark === BLANK.newOnly;
  const blank = isNewOnly ? BLANK.empty : mark;
  const cell = isNewOnly
    ? null
    : (part.references.get(rule.slot) ?? cellOf(task, rules, rule.slot));
  if (blank === BLANK.ifEmpty) return applyWritePolicy(from, cell, 'if-empty');
  if (blank === BLANK.added) return applyWritePolicy(from, cell, 'append');
  if (blank === BLANK.empty && clears(rule)) {
    if (!isEmpty(cell)) return applyWritePolicy(from, cell, rule.write);
    return isEmpty(from) ? from : cleared(task, rules, { rule, from });
  }
  // The cell says nothing, so its value is a default: that never replaces what is stored.
  const write = blank !== 0 && rule.write === 'overwrite' ? 'if-empty' : rule.write;
  return applyWritePolicy(from, cell, write);
}

function clears({ clear, write }: FieldRule): boolean {
  return clear && (write === 'overwrite' || write === 'append');
}

/** A record is never left without a value it must have. */
function cleared(
  task: RowTask,
  rules: EntityRules,
  { rule, from }: { rule: FieldRule; from: Value },
): Value {
  const { field, column, definition } = rule;
  if (definition.required !== true) return null;
  const params = { label: definition.label, mapped: true };
  reportField(task, rules, { code: 'required', severity: 'error', field, column, params });
  return from;
}

/** What `FieldColumn.blank` says of a cell; without it, an empty value without an issue is an empty cell. */
function blankMark(task: RowTask, rules: EntityRules, { slot, field }: FieldRule): number {
  const column = task.block.entities[rules.index]?.shown[slot];
  if (column?.blank !== undefined) return column.blank[task.r] ?? 0;
  const isBlank =
    isEmpty(column?.values[task.r]) && !task.block.doubtful.has(`${task.row} ${field}`);
  return isBlank ? BLANK.empty : 0;
}
