import {
  ImportError,
  importScope,
  planBlocks,
  readRecords,
  validateRecords,
  type PersistenceAdapter,
  type PlanBlock,
  type Recipe,
  type RecordBlock,
  type RowOutcome,
  type Schema,
  type Scratch,
  type Table,
} from '@importera/engine';

export interface PlanCall {
  readonly table: Table;
  readonly recipe: Recipe;
  readonly schema: Schema;
  readonly adapter: PersistenceAdapter;
  readonly importId: string;
  /** Who imports. */
  readonly user: string | null;
  /** What earlier runs settled, by row. */
  readonly settled: Pick<ReadonlyMap<number, RowOutcome>, 'get'>;
  /** Awaited before rows up to this one are planned: a place to load what `settled` says of them. */
  readonly reach?: (row: number) => Promise<void>;
  /** Where the plan in the making puts what it seldom reads again; in memory without one. */
  readonly scratch?: Scratch;
  readonly signal?: AbortSignal | undefined;
}

/** Plans a file as the browser does: the same stages of the engine in the same order. */
export function planTable(call: PlanCall): AsyncIterable<PlanBlock> {
  const { table, recipe, adapter, settled, signal } = call;
  const { columns, defaults, edits, excluded, policy } = recipe;
  const { schema, context, given } = importScope(call.schema, recipe, personOf(call));
  checkColumns(recipe, table);
  const records = readRecords(table, schema, { columns, defaults, edits, excluded, given, signal });
  const checked = validateRecords(records, schema, { signal });
  return planBlocks(call.reach === undefined ? checked : reaching(checked, call.reach), {
    schema,
    columns,
    policy,
    adapter,
    context,
    excluded,
    signal,
    ...(call.scratch && { scratch: call.scratch }),
    known: (row) => {
      const outcome = settled.get(row);
      return outcome && { done: true, records: outcome.records };
    },
  });
}

/** The import and who makes it, as the engine tells the adapter. */
export function personOf(by: { readonly importId: string; readonly user: string | null }): {
  readonly importId: string;
  readonly user?: string;
} {
  return { importId: by.importId, ...(by.user !== null && { user: by.user }) };
}

async function* reaching(
  blocks: AsyncIterable<RecordBlock>,
  reach: (row: number) => Promise<void>,
): AsyncIterable<RecordBlock> {
  for await (const block of blocks) {
    await reach(block.rowNumbers.at(-1) ?? 0);
    yield block;
  }
}

/** A recipe made for another file would send values to the wrong fields. */
function checkColumns({ columns }: Recipe, table: Table): void {
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
