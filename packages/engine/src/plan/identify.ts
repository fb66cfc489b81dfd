import type { StoredRecord } from '../adapter/PersistenceAdapter.ts';
import { normalizeKey } from '../records/normalizeKey.ts';
import type { Field, Value } from '../schema/Schema.ts';
import { findInside, SEVERAL } from './entityIndex.ts';
import type { EntityRules } from './entityRules.ts';
import { keyText } from './keyText.ts';
import type { TextNumbers } from './packed/textNumbers.ts';
import { markedRecord, type Identity, type RowPart, type RowTask } from './PlanRun.ts';
import { keyAt, type RowKey } from './preparedBlock.ts';
import { recordNames } from './recordNames.ts';
import type { Ask } from './storedLookups.ts';

/** Resolved references by slot. */
type References = RowPart['references'];

/** Undefined everywhere below: the adapter must be asked first (see `RowTask.asks`). */
type Asked<T> = T | undefined;

/**
 * Finds the record a row means: by its id column, by what an earlier run did, by its match key among the earlier rows of the
 * file and then in the store, or, for a parent without a key, by its child.
 */
export function identify(
  task: RowTask,
  rules: EntityRules,
  references: References,
): Asked<Identity> {
  const entity = task.block.entities[rules.index];
  if (entity === undefined) return undefined;
  const id = entity.ids?.[task.r] ?? null;
  const ticked = rules.idIsKey && id === null;
  if (id !== null) {
    const found = byId(task, rules, id);
    if (found !== null) return found === undefined ? undefined : { ...found, byId: true };
    reportUnknownId(task, rules, id);
  }
  const knownId = task.known?.records.find((record) => record.entity === rules.entity)?.id ?? null;
  if (knownId !== null) {
    const found = byId(task, rules, knownId);
    if (found !== null) return found;
  }
  if (entity.keys !== undefined) return byKey(task, rules, keyAt(entity, task.r, references));
  if (rules.foundBy.length > 0) return byChild(task, rules);
  return { ...NO_MATCH, keyEmpty: ticked };
}

/** Asks the store's answers; what is not known yet is noted as a question. */
export function ask(task: RowTask, question: Ask): Asked<readonly StoredRecord[]> {
  const answer = task.stored.find(question);
  if (answer === undefined) task.asks.push(question);
  return answer;
}

/** Whether a stored record still has a value after what earlier rows changed. */
export function stillHas(
  { run }: RowTask,
  { entity, id }: StoredRef,
  fields: readonly FieldValue[],
): boolean {
  const record = run.indexes[entity]?.ids.get(id);
  if (record === undefined) return true;
  const { states } = run;
  const names = run.rules[entity]?.names ?? [];
  return fields.every(({ field, definition, value }) => {
    const slot = names.indexOf(field);
    if (!states.changed(record, slot)) return true;
    return keyText([normalizeKey(definition, states.value(record, slot))]) === keyText([value]);
  });
}

/** A stored record by the index of its entity in the plan (-1: not in the file) and its id. */
export interface StoredRef {
  readonly entity: number;
  readonly id: string;
}

export interface FieldValue {
  readonly field: string;
  readonly definition: Field;
  /** Normalised. */
  readonly value: Value;
}

const NO_MATCH: Identity = {
  match: 'none',
  keyEmpty: false,
  record: -1,
  stored: null,
  candidates: [],
  byId: false,
};

function inFile(record: number): Identity {
  return { ...NO_MATCH, match: 'file', record };
}

/** Null: there is no such record. */
function byId(task: RowTask, rules: EntityRules, id: string): Asked<Identity | null> {
  const record = task.run.indexes[rules.index]?.ids.get(id);
  if (record !== undefined) return inFile(record);
  const found = ask(task, {
    group: rules.idGroup,
    key: [id],
    text: keyText([id]) ?? '',
    parentId: null,
  });
  if (found === undefined) return undefined;
  return found[0] === undefined ? null : fromStore(task, rules, found[0]);
}

function fromStore(task: RowTask, rules: EntityRules, stored: StoredRecord): Identity {
  // An earlier row may have hit it by another key.
  const record = task.run.indexes[rules.index]?.ids.get(stored.id);
  return record === undefined
    ? { ...NO_MATCH, match: 'stored', stored }
    : { ...inFile(record), match: 'stored' };
}

function byKey(task: RowTask, rules: EntityRules, { key, text }: RowKey): Asked<Identity> {
  if (text === null) return { ...NO_MATCH, keyEmpty: true };
  const scope = scopeOf(task, rules);
  const record = inFileByKey(task, rules, { key: text, parent: scope?.parent });
  if (record === SEVERAL) return { ...NO_MATCH, match: 'ambiguous' };
  if (record !== undefined) return inFile(record);
  if (scope?.parentId === null) return NO_MATCH;
  const fits = storedByKey(task, rules, { key, text, parentId: scope?.parentId ?? null });
  if (fits === undefined) return undefined;
  if (fits.length > 1)
    return {
      ...NO_MATCH,
      match: 'ambiguous',
      candidates: fits.map(({ id }) => id),
      names: recordNames(rules.definitions, fits),
    };
  return fits[0] === undefined ? NO_MATCH : fromStore(task, rules, fits[0]);
}

function inFileByKey(
  { run }: RowTask,
  rules: EntityRules,
  { key, parent }: { readonly key: string; readonly parent: number | undefined },
): number | undefined {
  const index = run.indexes[rules.index];
  if (index === undefined || parent === undefined) return index?.keys.get(key);
  return findInside(index, { parent, key }, run.states.parent);
}

function storedByKey(
  task: RowTask,
  rules: EntityRules,
  question: Omit<Ask, 'group'>,
): Asked<readonly StoredRecord[]> {
  // A field that is about to be made holds nothing yet, and nothing stored points at a record that is about to be made.
  const isNew =
    rules.keyGroup === null || question.key.some((part) => markedRecord(part) !== undefined);
  if (rules.keyGroup === null || isNew) return [];
  const found = ask(task, { group: rules.keyGroup, ...question });
  // As for most rows of most files.
  if (found === undefined || found.length === 0) return found;
  const values = rules.match.map(({ field, definition }, i) => ({
    field,
    definition,
    value: question.key[i] ?? null,
  }));
  return found.filter(({ id }) => stillHas(task, { entity: rules.index, id }, values));
}

/**
 * Where a child's key is looked for: inside the parent of its row (`parentId` null: the parent is new, so nothing is stored
 * inside). Null: everywhere, for there is no parent in the row or none that is known by itself.
 */
function scopeOf(
  task: RowTask,
  rules: EntityRules,
): { parent: number; parentId: string | null } | null {
  const parent = task.parts[rules.parent];
  if (parent === undefined || (task.run.rules[rules.parent]?.foundBy.length ?? 0) > 0) return null;
  return {
    parent: parent.record,
    parentId: parent.stored?.id ?? task.run.states.id(parent.record),
  };
}

/** A parent without a key is the parent its child has; else the one an earlier row wrote just the same. */
function byChild(task: RowTask, rules: EntityRules): Asked<Identity> {
  for (const c of rules.foundBy) {
    const found = parentOfChild(task, rules, c);
    if (found !== null) return found;
  }
  const whole = task.block.entities[rules.index]?.wholeKeys?.[task.r] ?? null;
  const record = whole === null ? undefined : task.run.indexes[rules.index]?.whole.get(whole);
  return record === undefined ? NO_MATCH : inFile(record);
}

function parentOfChild(task: RowTask, rules: EntityRules, c: number): Asked<Identity | null> {
  const child = task.block.entities[c];
  const index = task.run.indexes[c];
  if (child === undefined || index === undefined || child.present[task.r] !== 1) return null;
  const id = child.ids?.[task.r] ?? null;
  // A key with a reference is not known before its own turn.
  const { key, text } = child.rules.match.some(({ definition }) => definition.type === 'reference')
    ? NO_KEY
    : keyAt(child, task.r, new Map());
  const record = valueAt(index.ids, id) ?? (text === null ? undefined : index.keys.get(text));
  if (record !== undefined) return parentOf(task, rules, record);
  const found = storedChild(task, child.rules, { id, key, text });
  if (found === undefined) return undefined;
  const parentId = found.length === 1 ? (found[0]?.parentId ?? null) : null;
  return parentId === null ? null : byId(task, rules, parentId);
}

const NO_KEY: RowKey = { key: [], text: null };

function valueAt(numbers: TextNumbers, key: string | null): number | undefined {
  return key === null ? undefined : numbers.get(key);
}

function parentOf(task: RowTask, rules: EntityRules, record: number): Asked<Identity | null> {
  if (record === SEVERAL) return null;
  const parent = task.run.states.parent(record);
  if (parent >= 0) return inFile(parent);
  const parentId = task.run.states.parentId(record);
  return parentId === null ? null : byId(task, rules, parentId);
}

function storedChild(
  task: RowTask,
  child: EntityRules,
  { id, key, text }: RowKey & { readonly id: string | null },
): Asked<readonly StoredRecord[]> {
  if (id !== null) {
    const found = ask(task, {
      group: child.idGroup,
      key: [id],
      text: keyText([id]) ?? '',
      parentId: null,
    });
    if (found === undefined || found.length > 0) return found;
  }
  return text === null ? [] : storedByKey(task, child, { key, text, parentId: null });
}

function reportUnknownId(task: RowTask, rules: EntityRules, id: string): void {
  const field = rules.names[rules.idSlot] ?? '';
  const column = task.block.entities[rules.index]?.columns[rules.idSlot]?.column ?? null;
  task.issues.push({
    code: 'id-unknown',
    severity: 'warning',
    row: task.row,
    ...(column === null ? {} : { column }),
    entity: rules.entity,
    field,
    params: { value: id },
  });
}
