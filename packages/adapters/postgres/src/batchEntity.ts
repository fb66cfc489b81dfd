import type { Field } from '@importera/engine';
import type { ColumnLayout, EntityLayout, FieldPlace } from './Layout.ts';

/** Where a field of an operation goes. */
export type FieldTarget =
  | { readonly to: 'column'; readonly field: Field; readonly slot: number }
  | { readonly to: 'custom'; readonly field: Field }
  /** An id, or a column that the database computes. */
  | { readonly to: 'nowhere'; readonly field: Field | null }
  | { readonly to: 'unknown' };

/** An entity of a batch: the columns its operations write, each with a slot, found once for all of them. */
export interface BatchEntity {
  readonly layout: EntityLayout;
  readonly columns: readonly ColumnLayout[];
  targetOf(field: string): FieldTarget;
  /** Slot of the column that holds the parent; -1 for an entity without one. */
  readonly parentSlot: number;
}

export function batchEntity(
  layout: EntityLayout,
  places: ReadonlyMap<string, FieldPlace>,
): BatchEntity {
  const columns: ColumnLayout[] = [];
  const targets = new Map<string, FieldTarget>();
  const slotOf = (column: ColumnLayout): number => {
    const known = columns.findIndex(({ name }) => name === column.name);
    return known >= 0 ? known : columns.push(column) - 1;
  };
  const parentSlot = layout.parent === null ? -1 : slotOf(layout.parent.column);
  const find = (field: string): FieldTarget => {
    const place = places.get(field);
    if (layout.idFields.has(field)) return { to: 'nowhere', field: null };
    if (place === undefined) return { to: 'unknown' };
    if (place.in === 'custom') return { to: 'custom', field: place.field };
    if (place.column.isGenerated) return { to: 'nowhere', field: place.field };
    return { to: 'column', field: place.field, slot: slotOf(place.column) };
  };
  return {
    layout,
    columns,
    parentSlot,
    targetOf(field) {
      const known = targets.get(field);
      if (known !== undefined) return known;
      const target = find(field);
      targets.set(field, target);
      return target;
    },
  };
}
