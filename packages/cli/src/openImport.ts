import { completeRecipe, createMapping, createSession } from '@importera/engine';
import type {
  ImportSession,
  PersistenceAdapter,
  Recipe,
  Schema,
  TableInfo,
} from '@importera/engine';
import { fileOf } from './openFile.ts';
import type { Arguments } from './parseArguments.ts';
import { readRecipe, readSchema } from './readJson.ts';

/** A file opened for importing: what was found, and the recipe that goes with it. */
export interface OpenImport {
  readonly schema: Schema;
  readonly session: ImportSession;
  readonly table: TableInfo;
  readonly recipe: Recipe;
}

/** Opens the file of a command line with its schema and recipe; what the recipe leaves out is suggested. */
export async function openImport(
  args: Arguments,
  makeAdapter: (schema: Schema) => PersistenceAdapter,
): Promise<OpenImport> {
  const schema = await readSchema(args);
  const draft = await readRecipe(args);
  const read = { ...draft?.read, ...args.read };
  const { blob, name } = await fileOf(args);
  const session = createSession({ schema, adapter: makeAdapter(schema) });
  await session.open(blob, name, read);
  const table = await session.profile();
  const suggested = createMapping(table.columns, await session.suggest(), schema);
  const recipe = completeRecipe(draft, table, suggested.columns, schema);
  return { schema, session, table, recipe: { ...recipe, read } };
}
