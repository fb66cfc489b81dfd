import {
  completeRecipe,
  createMapping,
  createSession,
  extendSchema,
  schemaOfKind,
  settingProblems,
} from '@importera/engine';
import type {
  ImportSession,
  PersistenceAdapter,
  Recipe,
  RecipeDraft,
  Schema,
  TableInfo,
} from '@importera/engine';
import { CliError } from './CliError.ts';
import { fileOf } from './openFile.ts';
import type { Arguments } from './parseArguments.ts';
import { readAnswers } from './readAnswers.ts';
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
  const base = await readSchema(args);
  const adapter = makeAdapter(base);
  const user = args.user ?? undefined;
  const schema = await extendSchema(base, adapter, undefined, user);
  const draft = draftOf(args, await readRecipe(args), schema);
  const read = { ...draft.read, ...args.read };
  const { blob, name } = await fileOf(args);
  const session = createSession({ schema, adapter, user });
  await session.open(blob, name, read);
  const table = await session.profile();
  const part = schemaOfKind(schema, draft.kind);
  const suggested = createMapping(table.columns, await session.suggest(draft.kind), part);
  const recipe = completeRecipe(draft, table, suggested.columns, schema);
  return { schema, session, table, recipe: { ...recipe, read } };
}

/** The recipe of the file, with what the command line says in its place. */
function draftOf(args: Arguments, recipe: RecipeDraft | null, schema: Schema): RecipeDraft {
  const settings = { ...recipe?.settings, ...readAnswers(args.set, schema) };
  return { ...recipe, settings, ...(args.kind !== null && { kind: args.kind }) };
}

/** @throws {CliError} where a setting that must be answered is not. */
export function checkAnswered({ schema, recipe }: Pick<OpenImport, 'schema' | 'recipe'>): void {
  const open = settingProblems(schemaOfKind(schema, recipe.kind), recipe.settings);
  const missing = open.filter(({ code }) => code === 'missing').map(({ setting }) => setting);
  if (missing.length === 0) return;
  const remedy = missing.map((key) => `--set ${key}=…`).join(' ');
  throw new CliError(`Some settings need an answer: ${remedy} (or "settings" in the recipe).`);
}
