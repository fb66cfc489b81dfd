import type { Issue } from '../issue/Issue.ts';
import type { Value } from '../schema/Schema.ts';
import type { EntityRules, FieldRule, UniqueRule } from './entityRules.ts';
import { ask, stillHas } from './identify.ts';
import { isEmpty, keyText } from './keyText.ts';
import { markedRecord, type RowPart, type RowTask } from './PlanRun.ts';
import type { PreparedEntity } from './preparedBlock.ts';

/** An issue of this row about a field. */
export function reportField(
  task: RowTask,
  { entity }: EntityRules,
  {
    field,
    column,
    ...issue
  }: Pick<Issue, 'code' | 'severity' | 'params'> & { field: string; column: number | null },
): void {
  task.issues.push({
    ...issue,
    row: task.row,
    entity,
    field,
    ...(column === null ? {} : { column }),
  });
}

/** Required fields a new record would lack. */
export function checkRequired(task: RowTask, rules: EntityRules): void {
  for (const { field, label, slot, column } of rules.required) {
    if (!isEmpty(cellOf(task, rules, slot))) continue;
    const params = { label, mapped: column !== null };
    reportField(task, rules, { code: 'required', severity: 'error', field, column, params });
  }
}

/** Unique values that another record has, in the file or in the store. False: the adapter must be asked first. */
export function checkUnique(task: RowTask, rules: EntityRules, part: RowPart): boolean {
  return rules.unique.map((rule) => checkOne(task, rules, { rule, part })).every(Boolean);
}

function checkOne(
  task: RowTask,
  rules: EntityRules,
  { rule, part }: { readonly rule: UniqueRule; readonly part: RowPart },
): boolean {
  if (part.action === 'update' && !part.changes.some(({ field }) => field === rule.field))
    return true;
  const value = part.references.get(rule.slot) ?? normalizedCell(task, rules, rule.slot);
  const text = valueText(task.block.entities[rules.index], task.r, { rule, value });
  if (text === null) return true;
  const index = task.run.indexes[rules.index];
  const holder = index?.values.get(rule.field)?.get(text);
  if (holder !== undefined) {
    const firstRow = index?.takenIn.get(rule.field)?.get(text);
    if (holder !== part.record) reportTaken(task, rules, { rule, firstRow });
    return true;
  }
  const former = index?.released.get(rule.field)?.get(text);
  if (former !== undefined && former !== part.record) task.needs.push(former);
  return checkStored(task, rules, { rule, part, value, text });
}

/** Text of a row's unique value. Where that is the match key alone, it is worked out already. */
export function valueText(
  entity: PreparedEntity | undefined,
  r: number,
  { rule, value }: { readonly rule: FieldRule; readonly value: Value },
): string | null {
  const [only, ...more] = entity?.rules.match ?? [];
  const isKey =
    only?.slot === rule.slot && more.length === 0 && rule.definition.type !== 'reference';
  return isKey ? (entity?.keys?.[r] ?? null) : keyText([value]);
}

interface UniqueValue {
  readonly rule: UniqueRule;
  readonly part: RowPart;
  readonly value: Value;
  readonly text: string;
}

function checkStored(
  task: RowTask,
  rules: EntityRules,
  { rule, part, value, text }: UniqueValue,
): boolean {
  if (markedRecord(value) !== undefined) return true;
  const found = ask(task, { group: rule.group, key: [value], text, parentId: null });
  if (found === undefined) return false;
  const own = part.stored?.id ?? task.run.states.id(part.record);
  const { field, definition } = rule;
  const isTaken = found.some(
    ({ id }) =>
      id !== own && stillHas(task, { entity: rules.index, id }, [{ field, definition, value }]),
  );
  if (isTaken) reportTaken(task, rules, { rule, firstRow: undefined });
  return true;
}

/** @param firstRow the row of the file that took the value; undefined where a stored record has it. */
function reportTaken(
  task: RowTask,
  rules: EntityRules,
  { rule, firstRow }: { readonly rule: FieldRule; readonly firstRow: number | undefined },
): void {
  const { field, column, slot, definition } = rule;
  const params = {
    value: String(cellOf(task, rules, slot)),
    label: definition.label,
    ...(firstRow !== undefined && { firstRow }),
    // It was looked for by this value, and not found where the rest of the row belongs.
    ...(rules.match.some((other) => other.field === field) && { matched: true }),
  };
  reportField(task, rules, { code: 'not-unique', severity: 'error', field, column, params });
}

function normalizedCell(task: RowTask, rules: EntityRules, slot: number): Value {
  return task.block.entities[rules.index]?.normalized.get(slot)?.[task.r] ?? null;
}

/** The value of a row's cell, references as they stand in the file. */
export function cellOf(task: RowTask, rules: EntityRules, slot: number): Value {
  return task.block.entities[rules.index]?.shown[slot]?.values[task.r] ?? null;
}
