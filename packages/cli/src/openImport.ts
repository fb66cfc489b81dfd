import {
  completeRecipe,
  createMapping,
  createSession,
  extendSchema,
  schemaOfKind,
  settingProblems,
} from '@importera/engine';
import type {
  ColumnSuggestion,
  ImportSession,
  PersistenceAdapter,
  ReadOptions,
  Recipe,
  RecipeDraft,
  Schema,
  Table,
} from '@importera/engine';
import { CliError } from './CliError.ts';
import { checkSheet, fileOf } from './openFile.ts';
import type { Arguments } from './parseArguments.ts';
import { readAnswers } from './readAnswers.ts';
import { readRecipe } from './readJson.ts';

/** What a command line says of an import, before its file is read. */
export interface Decisions {
  /** With the adapter's settings and fields. */
  readonly schema: Schema;
  readonly draft: RecipeDraft;
  readonly read: ReadOptions;
  readonly user: string | undefined;
}

export async function readDecisions(
  args: Arguments,
  base: Schema,
  adapter: PersistenceAdapter,
): Promise<Decisions> {
  const user = args.user ?? undefined;
  const schema = await extendSchema(base, adapter, undefined, user);
  const draft = draftOf(args, await readRecipe(args), schema);
  return { schema, draft, read: { ...draft.read, ...args.read }, user };
}

/** The recipe that goes with a table: what was decided, and for what that leaves out what is suggested. */
export function recipeFor(
  { schema, draft, read }: Decisions,
  table: Pick<Table, 'columns'>,
  suggestions: readonly ColumnSuggestion[],
): Recipe {
  const part = schemaOfKind(schema, draft.kind);
  const suggested = createMapping(table.columns, suggestions, part);
  return { ...completeRecipe(draft, table, suggested.columns, schema), read };
}

/** A file opened for importing: what was found, and the recipe that goes with it. */
export interface OpenImport {
  readonly schema: Schema;
  readonly session: ImportSession;
  readonly recipe: Recipe;
}

/** Opens the file of a command line to be planned, written and looked at again. */
export async function openImport(
  args: Arguments,
  base: Schema,
  adapter: PersistenceAdapter,
): Promise<OpenImport> {
  const decided = await readDecisions(args, base, adapter);
  const { schema, draft, read, user } = decided;
  const { blob, name } = await fileOf(args);
  const session = createSession({ schema, adapter, user });
  checkSheet(args, await session.open(blob, name, read));
  const table = await session.profile();
  const recipe = recipeFor(decided, table, await session.suggest(draft.kind));
  return { schema, session, recipe };
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
