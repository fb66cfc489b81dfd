import { markedId } from '../records/givenValue.ts';
import { normalizeKey } from '../records/normalizeKey.ts';
import type { Value } from '../schema/Schema.ts';
import { cellOf, reportField } from './checkRow.ts';
import { SEVERAL } from './entityIndex.ts';
import type { EntityRules, ReferenceRule } from './entityRules.ts';
import { ask, stillHas } from './identify.ts';
import { isEmpty, keyText } from './keyText.ts';
import { referenceMark, type RowPart, type RowTask } from './PlanRun.ts';

/**
 * Resolves the readable references of a row's record: to records earlier rows (or earlier parts of this row) make, else
 * to stored ones. By slot: the stored id, or a `referenceMark`. Undefined: the adapter must be asked first.
 */
export function resolveReferences(
  task: RowTask,
  rules: EntityRules,
): RowPart['references'] | undefined {
  const resolved = new Map<number, string | readonly string[]>();
  let complete = true;
  for (const rule of rules.references) {
    const cell = cellOf(task, rules, rule.slot);
    if (isEmpty(cell)) continue;
    const target = Array.isArray(cell)
      ? resolveAll(task, rules, { rule, cells: cell })
      : resolveCell(task, rules, { rule, cell });
    if (target === undefined) complete = false;
    else if (target !== null) resolved.set(rule.slot, target);
  }
  return complete ? resolved : undefined;
}

/** The ids of all that are found; each that is not is told. Undefined while one must be asked for. */
function resolveAll(
  task: RowTask,
  rules: EntityRules,
  { rule, cells }: { readonly rule: ReferenceRule; readonly cells: readonly string[] },
): readonly string[] | undefined {
  const found = cells.map((cell) => resolveCell(task, rules, { rule, cell }));
  if (found.includes(undefined)) return undefined;
  return [...new Set(found.filter((id): id is string => typeof id === 'string'))];
}

/** An id or mark; null, with an issue, where the text fits none or several. Undefined: it must be asked for. */
function resolveCell(
  task: RowTask,
  rules: EntityRules,
  { rule, cell }: { readonly rule: ReferenceRule; readonly cell: Value },
): string | null | undefined {
  const given = markedId(cell);
  if (given !== undefined) return given;
  const target = resolveOne(task, rule, cell);
  if (typeof target !== 'number') return target;
  reportUnresolved(task, rules, { rule, cell, count: target });
  return null;
}

/** The target's id or mark, or how many records the text fits where that is not one. */
function resolveOne(task: RowTask, rule: ReferenceRule, cell: Value): string | number | undefined {
  for (const { field, definition, group } of rule.by) {
    const value = normalizeKey(definition, cell);
    const text = keyText([value]);
    if (text === null) continue;
    const record = inFile(task, rule.target, { field, text });
    if (record === SEVERAL) return 2;
    if (record !== undefined) return task.run.states.id(record) ?? referenceMark(record);
    const found = ask(task, { group, key: [value], text, parentId: null });
    if (found === undefined) return undefined;
    const fits = found.filter(({ id }) =>
      stillHas(task, { entity: rule.target, id }, [{ field, definition, value }]),
    );
    if (fits.length > 1) return fits.length;
    if (fits[0] !== undefined) return fits[0].id;
  }
  return 0;
}

function inFile(
  task: RowTask,
  target: number,
  { field, text }: { field: string; text: string },
): number | undefined {
  const known = task.run.indexes[target]?.values.get(field)?.get(text);
  if (known !== undefined) return known;
  const part = task.parts[target];
  const entity = task.block.entities[target];
  if (part?.action !== 'create' || entity === undefined) return undefined;
  const slot = entity.rules.names.indexOf(field);
  return keyText([entity.normalized.get(slot)?.[task.r] ?? null]) === text
    ? part.record
    : undefined;
}

function reportUnresolved(
  task: RowTask,
  rules: EntityRules,
  { rule, cell, count }: { rule: ReferenceRule; cell: Value; count: number },
): void {
  const { field, column, definition } = rule;
  const code = count === 0 ? 'reference-unknown' : 'reference-ambiguous';
  const params = { value: String(cell), label: definition.label, count };
  reportField(task, rules, { code, severity: 'error', field, column, params });
}
