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
  type RowQuery,
} from '@importera/engine';
import type { Hono } from 'hono';
import { adapterFor } from '../Host.ts';
import { changeImport } from '../store/imports.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import { admit, admitTo, notFound } from './admit.ts';
import { checkRecipe } from './checkRecipe.ts';
import { changeResting, schemaFor } from './draftRoutes.ts';
import { bodyOf, download, formatOf } from './download.ts';
import { knownSchema } from './knownSchema.ts';
import { permit } from './permissions.ts';
import { RequestProblem } from './problem.ts';
import { readBytes, readMembers, textMember, wrongMember } from './readBody.ts';
import type { ServerHost } from './ServerHost.ts';
import { textsAsked } from './textsAsked.ts';

/** What a person looks at before the start: the table, suggestions, the plan and its rows. */
export function reviewRoutes(app: Hono, host: ServerHost): void {
  const { maxJsonBytes, maxFileBytes } = host.limits;

  const readRecipe = async (request: Request): Promise<unknown> => {
    const { recipe } = await readMembers(request, maxJsonBytes, ['recipe']);
    if (recipe !== undefined) return recipe;
    const detail =
      'The body has no "recipe": send { "recipe": { "columns": […] } }, as GET …/openapi.json describes it.';
    throw new RequestProblem(422, 'recipe-invalid', detail, { path: 'recipe' });
  };

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
    const recipe = checkRecipe(await readRecipe(c.req.raw), await schemaFor(host, found));
    const values = await host.open.use(found, recipe.read, ({ session }) =>
      session.unknownValues(recipe),
    );
    return c.json({ values });
  });

  app.post('/:id/plan', async (c) => {
    const found = await admitTo(host, c, 'change');
    const recipe = checkRecipe(await readRecipe(c.req.raw), await schemaFor(host, found));
    await permit(host, { request: c.req.raw, schemaId: found.shown.schemaId }, recipe);
    const summary = await host.open.use(found, recipe.read, (open) =>
      open.plan(found, recipe, c.req.raw.signal),
    );
    await changeResting(host, found, { recipe, rows: summary.rows });
    return c.json({ summary });
  });

  app.post('/:id/rows', async (c) => {
    const found = await admitTo(host, c, 'read');
    const query = rowQuery(await readMembers(c.req.raw, maxJsonBytes, ROW_MEMBERS));
    const read = found.shown.recipe?.read ?? {};
    return c.json(await host.open.use(found, read, (open) => open.rows(found, query)));
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
