import { ImportError } from '../issue/ImportError.ts';
import type { ColumnMapping } from '../mapping/Mapping.ts';
import type { Schema } from '../schema/Schema.ts';
import { schemaOfKind } from '../schema/schemaOfKind.ts';
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
  whole: Schema,
): Recipe {
  const schema = schemaOfKind(whole, draft?.kind);
  const given = placeColumns(draft?.columns ?? [], table.columns);
  const taken = fieldsTaken(given);
  const columns = suggested.map((column, index) =>
    settle(merge(column, given.get(index), taken, schema)),
  );
  const recipe = createRecipe(schema, columns, draft?.read);
  checkSettings(draft?.settings ?? {}, whole);
  return {
    ...recipe,
    ...(draft?.kind !== undefined && { kind: draft.kind }),
    defaults: draft?.defaults ?? recipe.defaults,
    policy: { ...recipe.policy, ...draft?.policy },
    settings: { ...recipe.settings, ...draft?.settings },
    edits: draft?.edits ?? recipe.edits,
    excluded: draft?.excluded ?? recipe.excluded,
  };
}

/**
 * Finds what the recipe says of each column. An entry that names both position and heading goes by its heading where the
 * file has another there; entries with the same heading take its columns in order.
 */
function placeColumns(
  entries: readonly ColumnRecipe[],
  columns: readonly TableColumn[],
): ReadonlyMap<number, ColumnRecipe> {
  const placed = new Map<number, ColumnRecipe>();
  const byHeader = entries.filter((entry) => !isAtItsPlace(entry, columns));
  for (const entry of entries) {
    if (byHeader.includes(entry)) continue;
    place(placed, entry, entry.column ?? -1);
  }
  for (const entry of byHeader) place(placed, entry, indexByHeader(entry, columns, placed));
  return placed;
}

function place(placed: Map<number, ColumnRecipe>, entry: ColumnRecipe, index: number): void {
  if (placed.has(index)) throw invalid(`it names column ${index} twice (the first is 0)`);
  placed.set(index, entry);
}

function isAtItsPlace({ column, header }: ColumnRecipe, columns: readonly TableColumn[]): boolean {
  if (column === undefined) return false;
  const found = columns[column];
  if (header !== undefined) return found !== undefined && isCalled(found, header);
  if (found !== undefined) return true;
  throw invalid(`it names column ${column}, but the file has ${columns.length} (the first is 0)`);
}

/** Its first column of that heading no other entry has; where all are taken, the first. */
function indexByHeader(
  { header = '' }: ColumnRecipe,
  columns: readonly TableColumn[],
  placed: ReadonlyMap<number, ColumnRecipe>,
): number {
  const called = columns.flatMap((column, index) => (isCalled(column, header) ? [index] : []));
  const index = called.find((free) => !placed.has(free)) ?? called[0];
  if (index !== undefined) return index;
  throw invalid(`it names the column "${header}", which the file does not have`);
}

function isCalled({ header, label }: TableColumn, wanted: string): boolean {
  const name = wanted.trim().toLowerCase();
  return header.trim().toLowerCase() === name || label.toLowerCase() === name;
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

function checkSettings(answers: Recipe['settings'], { settings = {} }: Schema): void {
  const other = Object.keys(answers).find((key) => !Object.hasOwn(settings, key));
  if (other === undefined) return;
  const known = Object.keys(settings).join(', ');
  throw invalid(
    `it answers the setting "${other}", which the schema does not have (${known === '' ? 'it has none' : `it has ${known}`})`,
  );
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
