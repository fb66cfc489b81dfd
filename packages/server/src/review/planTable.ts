import {
  ImportError,
  planRecipe,
  type PlanBlock,
  type PlanRecipeOptions,
  type Recipe,
  type RowOutcome,
  type Table,
} from '@importera/engine';

export interface PlanCall extends Omit<PlanRecipeOptions, 'by' | 'settled'> {
  readonly table: Table;
  readonly recipe: Recipe;
  readonly importId: string;
  /** Who imports. */
  readonly user: string | null;
  /** What earlier runs settled, by row. */
  readonly settled: Pick<ReadonlyMap<number, RowOutcome>, 'get'>;
}

/** Plans a file as the browser does, if the recipe was made for it. */
export function planTable({
  table,
  recipe,
  settled,
  importId,
  user,
  ...call
}: PlanCall): AsyncIterable<PlanBlock> {
  checkColumns(recipe, table);
  const by = personOf({ importId, user });
  return planRecipe(table, recipe, { ...call, by, settled: (row) => settled.get(row) });
}

/** The import and who makes it, as the engine tells the adapter. */
export function personOf(by: { readonly importId: string; readonly user: string | null }): {
  readonly importId: string;
  readonly user?: string;
} {
  return { importId: by.importId, ...(by.user !== null && { user: by.user }) };
}

/** A recipe made for another file would send values to the wrong fields. */
export function checkColumns({ columns }: Recipe, table: Pick<Table, 'columns'>): void {
  const wrong = columns.find(({ column, header }) => table.columns[column]?.header !== header);
  if (wrong === undefined && columns.length === table.columns.length) return;
  const problem =
    wrong === undefined
      ? `it has ${columns.length} columns, but the file has ${table.columns.length}`
      : `its column ${wrong.column} is "${wrong.header}", but the file's is not`;
  throw new ImportError('recipe-invalid', `The recipe does not fit this file: ${problem}.`, {
    params: { problem },
  });
}
