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
  if (!fresh) return empty(run.states.value(record, field, slot));
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
  const cell = part.references.get(rule.slot) ?? cellOf(task, rules, rule.slot);
  const blank = isBlank(task, rules, rule);
  if (blank && clears(rule) && !isEmpty(from)) return cleared(task, rules, { rule, from });
  // The cell is empty, so its value is a default: that never replaces what is stored.
  return applyWritePolicy(from, cell, blank && rule.write !== 'append' ? 'if-empty' : rule.write);
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

/** Whether the file's cell is empty: not one that could not be read, nor one the user leaves out. */
function isBlank(task: RowTask, rules: EntityRules, { slot, field }: FieldRule): boolean {
  const column = task.block.entities[rules.index]?.shown[slot];
  if (column?.blank !== undefined) return column.blank[task.r] === 1;
  return isEmpty(column?.values[task.r]) && !task.block.doubtful.has(`${task.row} ${field}`);
}
