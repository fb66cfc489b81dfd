import type { CellEdit, ColumnMapping } from '../mapping/Mapping.ts';
import type { ImporterEvent } from './ImporterState.ts';
import type { Recipe } from './Recipe.ts';

/**
 * The recipe after a person's decision; the same object when the event decides nothing about it,
 * so that `!==` tells whether anything changed.
 */
export function editRecipe(recipe: Recipe, event: ImporterEvent): Recipe {
  if (isOfNothing(event)) return recipe;
  switch (event.type) {
    case 'column-mapped':
      return editColumn(recipe, event.column, (column) => ({
        ...column,
        target: event.target,
        // A match key and a value map belong to the field they were made for.
        match:
          event.target?.kind === 'field' && sameField(column, event.target) ? column.match : false,
        values: event.target !== null && sameField(column, event.target) ? column.values : [],
      }));
    case 'match-changed':
      return editColumn(recipe, event.column, (column) => ({ ...column, match: event.match }));
    case 'write-changed':
      return editColumn(recipe, event.column, (column) => ({
        ...column,
        write: event.write,
        clear: event.clear,
      }));
    case 'format-changed':
      return editColumn(recipe, event.column, (column) => ({ ...column, format: event.format }));
    case 'value-mapped':
      return mapValues(recipe, [event]);
    case 'values-mapped':
      return mapValues(recipe, event.values);
    case 'open-columns-ignored':
      return {
        ...recipe,
        columns: recipe.columns.map((column) =>
          column.target === null ? { ...column, target: { kind: 'ignore' } } : column,
        ),
      };
    case 'defaults-changed':
      return { ...recipe, defaults: event.defaults };
    case 'policy-changed':
      return { ...recipe, policy: event.policy };
    case 'setting-changed':
      return { ...recipe, settings: { ...recipe.settings, [event.key]: event.value } };
    case 'kind-chosen':
      return withKind(recipe, event);
    case 'cell-edited':
      return { ...recipe, edits: mergeEdits(recipe.edits, [event]) };
    case 'cells-edited':
      return { ...recipe, edits: mergeEdits(recipe.edits, event.edits) };
    case 'row-excluded':
      return { ...recipe, excluded: toggleRows(recipe.excluded, [event.row], event.excluded) };
    case 'rows-excluded':
      return { ...recipe, excluded: toggleRows(recipe.excluded, event.rows, event.excluded) };
    default:
      return recipe;
  }
}

/** Values for records that are no longer imported go; the settings stay, should the kind come back. */
function withKind(
  recipe: Recipe,
  {
    kind,
    columns = recipe.columns,
    entities,
  }: Extract<ImporterEvent, { readonly type: 'kind-chosen' }>,
): Recipe {
  const defaults =
    entities === undefined
      ? recipe.defaults
      : recipe.defaults.filter(({ entity }) => entities.includes(entity));
  return { ...recipe, kind, columns, defaults };
}

function editColumn(
  recipe: Recipe,
  index: number,
  edit: (column: ColumnMapping) => ColumnMapping,
): Recipe {
  const columns = recipe.columns.map((column) => (column.column === index ? edit(column) : column));
  return { ...recipe, columns };
}

function sameField(column: ColumnMapping, target: NonNullable<ColumnMapping['target']>): boolean {
  const old = column.target;
  return (
    old?.kind === 'field' &&
    target.kind === 'field' &&
    old.entity === target.entity &&
    old.field === target.field
  );
}

/** Many changes of which there is none: no step to take back, and the plan stays. */
function isOfNothing(event: ImporterEvent): boolean {
  switch (event.type) {
    case 'values-mapped':
      return event.values.length === 0;
    case 'cells-edited':
      return event.edits.length === 0;
    case 'rows-excluded':
      return event.rows.length === 0;
    default:
      return false;
  }
}

interface MappedValue {
  readonly column: number;
  readonly text: string;
  readonly value: string | null | undefined;
}

function mapValues(recipe: Recipe, values: readonly MappedValue[]): Recipe {
  const columns = recipe.columns.map((mapping) => {
    const decided = values.filter(({ column }) => column === mapping.column);
    return decided.length === 0 ? mapping : { ...mapping, values: decidedValues(mapping, decided) };
  });
  return { ...recipe, columns };
}

function decidedValues(
  { values }: ColumnMapping,
  decided: readonly MappedValue[],
): ColumnMapping['values'] {
  const all = new Map(values);
  for (const { text, value } of decided) {
    // What was decided last stands last.
    all.delete(text);
    if (value !== undefined) all.set(text, value);
  }
  return [...all];
}

/** Later edits of a cell replace earlier ones. */
function mergeEdits(edits: readonly CellEdit[], added: readonly CellEdit[]): readonly CellEdit[] {
  const cells = new Map(edits.map((edit) => [`${edit.row}:${edit.column}`, edit]));
  for (const { row, column, value } of added) cells.set(`${row}:${column}`, { row, column, value });
  return [...cells.values()];
}

function toggleRows(
  rows: readonly number[],
  toggled: readonly number[],
  excluded: boolean,
): readonly number[] {
  const chosen = new Set(toggled);
  const others = rows.filter((known) => !chosen.has(known));
  return excluded ? [...others, ...chosen].toSorted((a, b) => a - b) : others;
}
