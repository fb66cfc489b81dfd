import { createMapping } from '../mapping/createMapping.ts';
import type { ColumnMapping } from '../mapping/Mapping.ts';
import type { Schema } from '../schema/Schema.ts';
import { schemaOfKind } from '../schema/schemaOfKind.ts';
import type { Importer } from './Importer.ts';
import { editingPart } from './steps.ts';
import type { WorkLanes } from './workLanes.ts';

/** What changing the kind needs; `schema` is the whole one. */
export interface KindChange {
  readonly importer: Importer;
  readonly lanes: WorkLanes;
  readonly schema: Schema;
}

/** Imports another kind. Columns of an open file keep what still fits; the others are suggested anew. */
export async function setKind(change: KindChange, kind: string): Promise<void> {
  const { importer, lanes } = change;
  const { session, dispatch, getState } = importer;
  if (!Object.hasOwn(change.schema.kinds ?? {}, kind)) return;
  if (editingPart(getState()) === null) return dispatch({ type: 'kind-chosen', kind });
  await lanes.run('kind', async (signal) => {
    const suggestions = await session.suggest(kind);
    const editing = editingPart(getState());
    if (signal.aborted || editing === null) return;
    const schema = schemaOfKind(change.schema, kind);
    const fresh = createMapping(editing.table.columns, suggestions, schema).columns;
    const columns = fittingColumns(editing.recipe.columns, fresh, schema);
    const entities = Object.keys(schema.entities);
    dispatch({ type: 'kind-chosen', kind, columns, entities, suggestions });
  });
}

function fittingColumns(
  decided: readonly ColumnMapping[],
  fresh: readonly ColumnMapping[],
  schema: Schema,
): readonly ColumnMapping[] {
  const kept = decided.map((column) => (fits(column, schema) ? column : null));
  const taken = new Set(kept.flatMap((column) => nameOf(column?.target ?? null)));
  return fresh.map((column, index) => {
    const own = kept[index];
    if (own != null) return own;
    // A field that a column still has is not given to another.
    return nameOf(column.target).some((name) => taken.has(name))
      ? { ...column, target: null, match: false }
      : column;
  });
}

/** An open column is suggested anew, too. */
function fits({ target }: ColumnMapping, schema: Schema): boolean {
  if (target === null) return false;
  return target.kind === 'ignore' || Object.hasOwn(schema.entities, target.entity);
}

function nameOf(target: ColumnMapping['target']): readonly string[] {
  return target === null || target.kind === 'ignore' ? [] : [`${target.entity}.${target.field}`];
}
