import type { Entity, Schema } from '../schema/Schema.ts';
import type { ColumnProfile } from '../table/Table.ts';
import type { ColumnTarget } from './Mapping.ts';

/** Places of the columns to match by: of each entity the first `identify` combination that is mapped and filled. */
export function matchColumns(
  targets: readonly (ColumnTarget | null)[],
  columns: readonly { readonly profile?: ColumnProfile }[],
  schema: Schema,
): ReadonlySet<number> {
  // Where nobody has looked, the column is taken to be filled.
  const filled = columns.map(({ profile }) => profile?.filled ?? Infinity);
  const entities = Object.entries(schema.entities);
  return new Set(
    entities.flatMap(([key, entity]) => {
      const own = targets.map((target) =>
        target?.kind === 'field' && target.entity === key ? target.field : null,
      );
      return identifyingColumns(own, filled, entity);
    }),
  );
}

/** Of the cells of an entity's fullest column, a key has to have at least this share (0–1) to be preferred. */
const KEY_FILLED = 0.5;

/** A row without its key finds nothing, so that a combination most records lack gives way to one they have. */
function identifyingColumns(
  fields: readonly (string | null)[],
  filled: readonly number[],
  { identify = [] }: Entity,
): readonly number[] {
  const fullest = Math.max(...fields.map((field, i) => (field === null ? 0 : (filled[i] ?? 0))));
  const keys = identify
    .map((names) => names.map((name) => fields.indexOf(name)))
    .filter((columns) => columns.length > 0 && !columns.includes(-1))
    .map((columns) => ({ columns, cells: Math.min(...columns.map((i) => filled[i] ?? 0)) }))
    .filter(({ cells }) => cells > 0);
  const key = keys.find(({ cells }) => cells >= fullest * KEY_FILLED) ?? keys[0];
  return key?.columns ?? [];
}
