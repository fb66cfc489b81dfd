import type { Operation } from '@importera/engine';
import type { EntityLayout } from './Layout.ts';

/** An operation's wave: after the one before it on the same record, and not before the records it needs exist. */
export function waves(
  operations: readonly Operation[],
  layoutOf: (entity: string) => EntityLayout,
): readonly number[] {
  const last = new Map<string | number, number>();
  const created = new Map<number, { readonly wave: number; readonly rank: number }>();
  return operations.map((operation) => {
    const { rank } = layoutOf(operation.entity);
    const record = recordName(operation);
    let wave = (last.get(record) ?? -1) + 1;
    for (const need of needsOf(operation)) {
      const made = created.get(need);
      if (made !== undefined) wave = Math.max(wave, made.wave + (made.rank < rank ? 0 : 1));
    }
    last.set(record, wave);
    if (operation.action === 'create') created.set(operation.record, { wave, rank });
    return wave;
  });
}

const NONE: readonly number[] = [];

/** Records (by number) that must have been created by this batch. */
export function needsOf(operation: Operation): readonly number[] {
  const { action, id, parentId, parentRecord, references } = operation;
  const own = action === 'update' && id === null;
  const parent = parentId === null && parentRecord !== null;
  if (!own && !parent && references === undefined) return NONE;
  return [
    ...(own ? [operation.record] : []),
    ...(parent ? [parentRecord] : []),
    ...Object.values(references ?? {}),
  ];
}

function recordName({ entity, id, record }: Operation): string | number {
  return id === null ? record : `${entity}\0${id}`;
}
