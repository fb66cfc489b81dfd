import type { MemoryState } from './memoryState.ts';
import type { MemoryRecord } from './memoryTable.ts';
import type { UndoReport } from './PersistenceAdapter.ts';

/** One write of an import, with the record as it was before (null: it was made). */
export interface MemoryChange {
  readonly entity: string;
  readonly id: string;
  readonly before: MemoryRecord | null;
  /** The record's version after the write. */
  readonly version: number;
}

/**
 * Puts every record back as it was before the import, newest first; keeps what others changed since.
 * @param write false only counts.
 */
export function memoryUndo(
  state: MemoryState,
  changes: readonly MemoryChange[],
  write: boolean,
): UndoReport {
  const children = countChildren(state);
  let reversed = 0;
  const spans = spansOf(changes);
  for (const span of spans) {
    if (!isUntouched(state, span, children)) continue;
    const parent = state.schema.entities[span.entity]?.parent;
    const parentId = state.table(span.entity).records.get(span.id)?.parentId ?? null;
    if (write) state.table(span.entity).set(span.id, span.before);
    if (span.before === null && parent !== undefined) add(children, childKey(parent, parentId), -1);
    reversed += 1;
  }
  return { reversed, kept: spans.length - reversed, failed: 0 };
}

/** One change for each record: from before its first write to after its last; records made last come first. */
function spansOf(changes: readonly MemoryChange[]): readonly MemoryChange[] {
  const spans = new Map<string, MemoryChange>();
  for (const change of changes) {
    const key = JSON.stringify([change.entity, change.id]);
    spans.set(key, { ...change, before: (spans.get(key) ?? change).before });
  }
  return [...spans.values()].reverse();
}

function isUntouched(
  state: MemoryState,
  span: MemoryChange,
  children: ReadonlyMap<string, number>,
): boolean {
  if (state.table(span.entity).records.get(span.id)?.version !== span.version) return false;
  return span.before !== null || (children.get(childKey(span.entity, span.id)) ?? 0) === 0;
}

function countChildren(state: MemoryState): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [entity, { parent }] of Object.entries(state.schema.entities)) {
    if (parent === undefined) continue;
    for (const { parentId } of state.table(entity).records.values())
      add(counts, childKey(parent, parentId), 1);
  }
  return counts;
}

function childKey(parent: string, id: string | null): string {
  return JSON.stringify([parent, id]);
}

function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
