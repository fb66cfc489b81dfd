import {
  OUTCOME_STATUSES,
  parseRecipe,
  RECORD_ACTIONS,
  ROW_STATUSES,
  writeTemplate,
  extendSchema,
  schemaOfKind,
  storedFile,
  type ReadOptions,
  type Recipe,
  type RowQuery,
} from '@importera/engine';
import type { Context, Hono } from 'hono';
import { jsonText } from '../database/jsonText.ts';
import { adapterFor } from '../Host.ts';
import { checkColumns } from '../review/planTable.ts';
import { changeImport } from '../store/imports.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import { admit, admitTo, notFound } from './admit.ts';
import { checkRecipe } from './checkRecipe.ts';
import { changeResting, lockImport, schemaFor } from './draftRoutes.ts';
import { bodyOf, download, formatOf } from './download.ts';
import { knownSchema } from './knownSchema.ts';
import { DONE_IN } from './notNow.ts';
import { permit } from './permissions.ts';
import { RequestProblem } from './problem.ts';
import { readBytes, readMembers, textMember, wrongMember } from './readBody.ts';
import type { ServerHost } from './ServerHost.ts';
import { textsAsked } from './textsAsked.ts';

/** What a person looks at before the start: the table, suggestions, the plan and its rows. */
export function reviewRoutes(app: Hono, host: ServerHost): void {
  const { maxJsonBytes, maxFileBytes } = host.limits;

  app.post('/:id/table', async (c) => {
    const found = await admitTo(host, c, 'read');
    const body = await readMembers(c.req.raw, maxJsonBytes, ['read', 'kind', 'whole']);
    const kind = body.kind === undefined ? undefined : textMember(body, 'kind');
    const isWhole = body.whole ?? false;
    if (typeof isWhole !== 'boolean') throw wrongMember('whole', 'must be true or false');
    const answer = await host.open.use(found, readOf(body.read), async ({ session, info }) => {
      const table = isWhole ? await session.profile() : info;
      return { table, suggestions: await session.suggest(kind) };
    });
    await noteRows(host, found, answer.table.rowCount);
    return c.json(answer);
  });

  app.post('/:id/unknown-values', async (c) => {
    const found = await admitTo(host, c, 'read');
    const body = await readMembers(c.req.raw, maxJsonBytes, ['recipe']);
    const recipe = checkRecipe(recipeIn(body), await schemaFor(host, found));
    const values = await host.open.use(found, recipe.read, ({ session }) =>
      session.unknownValues(recipe),
    );
    return c.json({ values });
  });

  app.post('/:id/plan', async (c) => {
    const found = await admitTo(host, c, 'change');
    const { signal } = c.req.raw;
    const body = await readMembers(c.req.raw, maxJsonBytes, ['recipe', 'keep']);
    const isKept = body.keep ?? true;
    if (typeof isKept !== 'boolean') throw wrongMember('keep', 'must be true or false');
    const recipe = await permittedRecipe(host, c.req.raw, { found, given: recipeIn(body) });
    const summary = await host.open.use(found, recipe.read, async (open) => {
      checkColumns(recipe, open.info);
      // Kept before it is planned: what is decided meanwhile is newer, and stays.
      if (isKept && !signal.aborted) await changeResting(host, found, { recipe });
      return await open.plan(found, recipe, signal);
    });
    if (isKept) await noteSummary(host, found, { recipe, rows: summary.rows });
    return c.json({ summary });
  });

  app.post('/:id/rows', async (c) => {
    const found = await admitTo(host, c, 'read');
    const members = [...ROW_MEMBERS, 'recipe'] as const;
    const { recipe, ...body } = await readMembers(c.req.raw, maxJsonBytes, members);
    const query = rowQuery(body);
    const asked = recipe === undefined ? found : await underRecipe(host, c, recipe);
    const read = asked.shown.recipe?.read ?? {};
    return c.json(await host.open.use(asked, read, (open) => open.rows(asked, query)));
  });

  app.post('/:id/corrections', async (c) => {
    const found = await admitTo(host, c, 'read');
    if (c.req.header('content-type') !== 'application/octet-stream') {
      throw new RequestProblem(
        415,
        'file-expected',
        'Send the file: content-type application/octet-stream.',
      );
    }
    const bytes = await readBytes(c.req.raw, maxFileBytes);
    const name = c.req.query('name')?.slice(0, 255) ?? 'errors';
    const read = found.shown.recipe?.read ?? {};
    const corrections = await host.open.use(found, read, (open) =>
      open.corrections(found, bytes, name),
    );
    return c.json(corrections);
  });

  downloadRoutes(app, host);
}

/** A recipe that whoever asks may import by. @throws RequestProblem 403 or 422 */
async function permittedRecipe(
  host: ServerHost,
  request: Request,
  { found, given }: { readonly found: StoredImport; readonly given: unknown },
): Promise<Recipe> {
  const recipe = checkRecipe(given, await schemaFor(host, found));
  await permit(host, { request, schemaId: found.shown.schemaId }, recipe);
  return recipe;
}

/** The import as it would be under a recipe that is not kept; to be asked for like a plan of it. */
async function underRecipe(host: ServerHost, c: Context, given: unknown): Promise<StoredImport> {
  const found = await admitTo(host, c, 'change');
  const recipe = await permittedRecipe(host, c.req.raw, { found, given });
  return { ...found, shown: { ...found.shown, recipe } };
}

/** @throws RequestProblem 422 */
function recipeIn({ recipe }: { readonly recipe?: unknown }): unknown {
  if (recipe !== undefined) return recipe;
  const detail =
    'The body has no "recipe": send { "recipe": { "columns": […] } }, as GET …/openapi.json describes it.';
  throw new RequestProblem(422, 'recipe-invalid', detail, { path: 'recipe' });
}

/** @throws RequestProblem 409 when another recipe was kept while this one was planned: a start would take that one */
async function noteSummary(
  host: ServerHost,
  found: StoredImport,
  { recipe, rows }: { readonly recipe: Recipe; readonly rows: number },
): Promise<void> {
  await host.database.client.transaction(async (tx) => {
    const { key, shown } = await lockImport(tx, found.key);
    if (JSON.stringify(shown.recipe) !== JSON.stringify(JSON.parse(jsonText(recipe)))) {
      const detail =
        'The recipe was changed while this one was planned, and is kept as it was changed. Look at it again, and plan it then.';
      throw new RequestProblem(409, 'recipe-changed', detail);
    }
    if (rows !== shown.rows) await changeImport(tx, key, { rows }, { statuses: DONE_IN.change });
  });
}

/** The list of drafts tells how long their files are (FX5), as soon as one was read to its end. */
async function noteRows(
  { database }: ServerHost,
  { key, shown }: StoredImport,
  rows: number | null,
): Promise<void> {
  if (rows === null || rows === shown.rows) return;
  await changeImport(database.client, key, { rows }, { statuses: ['draft'] });
}

/** Files made on demand: templates, what is stored, error files. */
function downloadRoutes(app: Hono, host: ServerHost): void {
  const { maxJsonBytes } = host.limits;
  app.get('/templates/:schema/:format', async (c) => {
    const { tenant, user } = await admit(host, c.req.raw, 'template');
    const schema = knownSchema(host, c.req.param('schema'), 404);
    const format = formatOf(c, ['csv', 'xlsx', 'xls']);
    const scope = { tenant, user, importId: '', schemaId: schema.id };
    const adapter = await adapterFor(host, scope);
    const known = await extendSchema(schema, adapter, undefined, user ?? undefined);
    const bytes = await writeTemplate(schemaOfKind(known, c.req.query('kind')), format);
    return download(c, bytes, { name: 'template', format });
  });

  // What is stored, as an example that imports back (AP3). What it belongs to must be what the person may import into.
  app.post('/exports/:schema/:format', async (c) => {
    const { tenant, user } = await admit(host, c.req.raw, 'export');
    const schema = knownSchema(host, c.req.param('schema'), 404);
    const format = formatOf(c, ['csv', 'xlsx', 'xls']);
    const adapter = await adapterFor(host, { tenant, user, importId: '', schemaId: schema.id });
    if (adapter.list === undefined) throw notFound('Nothing can be exported here.');
    const known = await extendSchema(schema, adapter, undefined, user ?? undefined);
    const { kind, settings } = await readMembers(c.req.raw, maxJsonBytes, ['kind', 'settings']);
    const recipe = checkRecipe({ settings, ...(kind !== undefined && { kind }) }, known);
    await permit(host, { request: c.req.raw, schemaId: schema.id }, recipe);
    const file = storedFile({
      schema: known,
      adapter,
      format,
      scope: recipe,
      signal: c.req.raw.signal,
      ...(user !== null && { user }),
    });
    return download(c, await bodyOf(file), { name: schema.id, format });
  });

  app.get('/:id/errors/:format', async (c) => {
    const found = await admitTo(host, c, 'read');
    const format = formatOf(c, ['csv', 'xlsx']);
    const read = found.shown.recipe?.read ?? {};
    const texts = textsAsked(c, host.texts);
    const blob = await host.open.use(found, read, (open) => open.errorFile(found, format, texts));
    c.header('content-language', texts.language);
    return download(c, blob.stream() as ReadableStream, { name: 'errors', format });
  });
}

function readOf(read: unknown): ReadOptions {
  return parseRecipe({ read: read ?? {} }).read ?? {};
}

const ACTIONS = RECORD_ACTIONS.filter((action) => action !== 'none');

/** What each member of a row query must be. */
const ROW_QUERY: Readonly<
  Record<keyof RowQuery, readonly [fits: (value: unknown) => boolean, must: string]>
> = {
  offset: [(value) => isCount(value, 1e9), 'must be a whole number from 0 on'],
  limit: [(value) => isCount(value, 1_000), 'must be a whole number from 0 to 1000'],
  statuses: listOf(ROW_STATUSES),
  actions: listOf(ACTIONS),
  outcomes: listOf(OUTCOME_STATUSES),
  search: [
    (value) => typeof value === 'string' && value.length <= 1_000,
    'must be a text of at most 1000 characters',
  ],
  issue: [isIssue, 'must be { code, field, value }, the last two a text or null'],
};
const ROW_MEMBERS = Object.keys(ROW_QUERY) as readonly (keyof RowQuery)[];

/** @throws RequestProblem 400 */
function rowQuery(body: Readonly<Partial<Record<keyof RowQuery, unknown>>>): RowQuery {
  for (const name of ROW_MEMBERS) {
    const [fits, must] = ROW_QUERY[name];
    if (body[name] !== undefined && !fits(body[name])) throw wrongMember(name, must);
  }
  return { offset: 0, limit: 100, ...(body as Partial<RowQuery>) };
}

function listOf(known: readonly string[]): (typeof ROW_QUERY)[keyof RowQuery] {
  const fits = (value: unknown): boolean =>
    Array.isArray(value) && value.every((item) => known.includes(item as string));
  return [fits, `must be a list of ${known.join(', ')}`];
}

function isCount(value: unknown, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

function isIssue(value: unknown): boolean {
  const issue = value as Partial<NonNullable<RowQuery['issue']>> | null;
  const isText = (part: unknown): boolean => part === null || typeof part === 'string';
  return (
    typeof issue?.code === 'string' &&
    isText(issue.field) &&
    isText(issue.value) &&
    isText(issue.entity ?? null)
  );
}
