import { ImportError } from '../issue/ImportError.ts';
import type { ColumnMapping } from '../mapping/Mapping.ts';
import type { Schema } from '../schema/Schema.ts';
import type { TableColumn } from '../table/Table.ts';
import type { ColumnRecipe, RecipeDraft } from './parseRecipe.ts';
import { createRecipe } from './Recipe.ts';
import type { Recipe } from './Recipe.ts';

/**
 * The whole recipe for a table: what the draft says, and the suggested mapping for what it leaves out.
 * A column still open after that is not imported.
 * @param suggested one mapping for each column of the table.
 * @throws {ImportError} `recipe-invalid` when it names a column or field that is not there.
 */
export function completeRecipe(
  draft: RecipeDraft | null,
  table: { readonly columns: readonly TableColumn[] },
  suggested: readonly ColumnMapping[],
  schema: Schema,
): Recipe {
  const given = new Map(
    (draft?.columns ?? []).map((column) => [columnIndex(column, table.columns), column]),
  );
  const taken = fieldsTaken(given);
  const columns = suggested.map((column, index) =>
    settle(merge(column, given.get(index), taken, schema)),
  );
  const recipe = createRecipe(schema, columns, draft?.read);
  return {
    ...recipe,
    defaults: draft?.defaults ?? recipe.defaults,
    policy: { ...recipe.policy, ...draft?.policy },
    settings: { ...recipe.settings, ...draft?.settings },
    edits: draft?.edits ?? recipe.edits,
    excluded: draft?.excluded ?? recipe.excluded,
  };
}

function columnIndex(column: ColumnRecipe, columns: readonly TableColumn[]): number {
  if (column.column !== undefined) {
    if (column.column < columns.length) return column.column;
    throw invalid(
      `it names column ${column.column}, but the file has ${columns.length} (the first is 0)`,
    );
  }
  const wanted = column.header?.trim().toLowerCase();
  const index = columns.findIndex(
    ({ header, label }) => header.trim().toLowerCase() === wanted || label.toLowerCase() === wanted,
  );
  if (index >= 0) return index;
  throw invalid(`it names the column "${column.header ?? ''}", which the file does not have`);
}

function fieldsTaken(given: ReadonlyMap<number, ColumnRecipe>): ReadonlySet<string> {
  const targets = [...given.values()].map(({ target }) => target);
  return new Set(
    targets.flatMap((target) =>
      target?.kind === 'field' ? [`${target.entity}.${target.field}`] : [],
    ),
  );
}

function merge(
  suggested: ColumnMapping,
  given: ColumnRecipe | undefined,
  taken: ReadonlySet<string>,
  schema: Schema,
): ColumnMapping {
  if (given === undefined) return freed(suggested, taken);
  const { column: _column, header: _header, ...decided } = given;
  if (decided.target?.kind === 'field') checkField(decided.target, schema);
  const match = decided.target === undefined ? suggested.match : false;
  return { ...suggested, match, ...decided };
}

/** A guess gives way to a column that was put on the same field by hand. */
function freed(column: ColumnMapping, taken: ReadonlySet<string>): ColumnMapping {
  const { target } = column;
  if (target?.kind !== 'field' || !taken.has(`${target.entity}.${target.field}`)) return column;
  return { ...column, target: null, match: false };
}

function settle(column: ColumnMapping): ColumnMapping {
  return column.target === null ? { ...column, target: { kind: 'ignore' } } : column;
}

function checkField(
  target: { readonly entity: string; readonly field: string },
  schema: Schema,
): void {
  const entity = Object.hasOwn(schema.entities, target.entity)
    ? schema.entities[target.entity]
    : undefined;
  if (entity !== undefined && Object.hasOwn(entity.fields, target.field)) return;
  throw invalid(
    `it sends a column to "${target.entity}.${target.field}", which the schema does not have`,
  );
}

function invalid(problem: string): ImportError {
  return new ImportError('recipe-invalid', `The recipe does not fit this file: ${problem}.`, {
    params: { problem },
  });
}
