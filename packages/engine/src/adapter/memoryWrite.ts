import { normalizeKey } from '../records/normalizeKey.ts';
import { ownValue } from '../schema/ownValue.ts';
import type { RecordValues } from '../schema/Schema.ts';
import type { MemoryState } from './memoryState.ts';
import type { MemoryRecord } from './memoryTable.ts';
import type { MemoryChange } from './memoryUndo.ts';
import type { Operation, OperationOutcome, WriteBatch } from './PersistenceAdapter.ts';

type Refusal = Extract<OperationOutcome, { status: 'refused' }>;

interface BatchRun {
  readonly state: MemoryState;
  /** New ids by record number. */
  readonly ids: Map<number, string>;
  readonly changes: MemoryChange[];
}

/** Applies a batch row by row; a row that is refused leaves no trace. */
export function memoryWrite(
  state: MemoryState,
  batch: WriteBatch,
): { readonly outcomes: readonly OperationOutcome[]; readonly changes: readonly MemoryChange[] } {
  const run: BatchRun = { state, ids: new Map(), changes: [] };
  const outcomes = rowsOf(batch.operations).flatMap((operations) => writeRow(run, operations));
  const refused = outcomes.some(({ status }) => status === 'refused');
  if (!refused || batch.allOrNothing !== true) return { outcomes, changes: run.changes };
  rollBack(run, 0);
  return {
    outcomes: outcomes.map((outcome) => (outcome.status === 'refused' ? outcome : leftOut())),
    changes: [],
  };
}

/** Consecutive operations of the same row. */
function rowsOf(operations: readonly Operation[]): readonly (readonly Operation[])[] {
  const rows: Operation[][] = [];
  for (const operation of operations) {
    const last = rows.at(-1);
    if (last?.[0]?.row === operation.row) last.push(operation);
    else rows.push([operation]);
  }
  return rows;
}

function writeRow(run: BatchRun, operations: readonly Operation[]): readonly OperationOutcome[] {
  const before = run.changes.length;
  const outcomes: OperationOutcome[] = operations.map((operation) => writeOne(run, operation));
  if (outcomes.every(({ status }) => status === 'written')) return outcomes;
  rollBack(run, before);
  for (const { action, record } of operations) if (action === 'create') run.ids.delete(record);
  return outcomes.map((outcome) =>
    outcome.status === 'refused'
      ? outcome
      : refused('row-refused', 'Another part of this row was refused.'),
  );
}

function writeOne(run: BatchRun, operation: Operation): OperationOutcome {
  const values = resolved(run, operation);
  const parentId = operation.parentId ?? idOf(run, operation.parentRecord);
  if (values === null || parentId === undefined) return dependsOnRefused();
  if (operation.action === 'create') {
    return store(run, operation, { id: '', values: withoutNulls(values), parentId, version: 0 });
  }
  const id = operation.id ?? idOf(run, operation.record);
  if (id === undefined || id === null) return dependsOnRefused();
  const stored = run.state.table(operation.entity).records.get(id);
  if (stored === undefined)
    return refused('not-found', `There is no ${operation.entity} with id ${id} any more.`);
  return store(run, operation, {
    ...stored,
    values: withoutNulls({ ...stored.values, ...values }),
  });
}

function store(run: BatchRun, operation: Operation, record: MemoryRecord): OperationOutcome {
  const { entity } = operation;
  const table = run.state.table(entity);
  const duplicate = duplicateField(run.state, entity, record);
  if (duplicate !== undefined) {
    return {
      ...refused('unique-violation', `Another ${entity} has this ${duplicate}.`),
      field: duplicate,
    };
  }
  const id = record.id === '' ? run.state.nextId(entity) : record.id;
  run.changes.push({
    entity,
    id,
    before: table.records.get(id) ?? null,
    version: record.version + 1,
  });
  table.set(id, { ...record, id, version: record.version + 1 });
  if (operation.action === 'create') run.ids.set(operation.record, id);
  return { status: 'written', id };
}

function duplicateField(
  state: MemoryState,
  entity: string,
  record: MemoryRecord,
): string | undefined {
  return state.unique(entity).find((field) => {
    const key = normalizeKey(state.field(entity, field), ownValue(record.values, field) ?? null);
    return [...state.table(entity).find([field], [key])].some((id) => id !== record.id);
  });
}

/** The values with references to records of this batch filled in; null when one of those was refused. */
function resolved(run: BatchRun, { values, references }: Operation): RecordValues | null {
  if (references === undefined) return values;
  const targets = Object.entries(references).map(
    ([field, record]) => [field, run.ids.get(record)] as const,
  );
  if (targets.some(([, id]) => id === undefined)) return null;
  return { ...values, ...Object.fromEntries(targets.map(([field, id]) => [field, id ?? null])) };
}

/** Null: none was asked for. Undefined: the record was refused. */
function idOf(run: BatchRun, record: number | null): string | null | undefined {
  return record === null ? null : run.ids.get(record);
}

function rollBack(run: BatchRun, length: number): void {
  for (const { entity, id, before } of run.changes.splice(length).reverse())
    run.state.table(entity).set(id, before);
}

function withoutNulls(values: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function refused(code: string, message: string): Refusal {
  return { status: 'refused', code, message };
}

function dependsOnRefused(): Refusal {
  return refused('depends-on-refused', 'It needs a record that was refused.');
}

function leftOut(): Refusal {
  return refused('all-or-nothing', 'Another row of the import was refused.');
}
