import type { Schema } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import type { Hono } from 'hono';
import type { ImportTargets } from '../Host.ts';
import {
  changeImport,
  createImport,
  findImport,
  listImports,
  removeImport,
  type ImportChange,
  type ListQuery,
} from '../store/imports.ts';
import {
  SERVER_STATUSES,
  STATUS_GROUPS,
  type ImportKey,
  type ImportSummary,
  type ServerImport,
  type ServerStatus,
  type StoredImport,
} from '../store/ServerImport.ts';
import { admit, admitTo, isUuid, mayRead, notFound } from './admit.ts';
import { checkRecipe } from './checkRecipe.ts';
import { bodyOf } from './download.ts';
import { knownSchema, schemaAsked } from './knownSchema.ts';
import { DONE_IN, notNow } from './notNow.ts';
import { permit } from './permissions.ts';
import { RequestProblem } from './problem.ts';
import {
  countParameter,
  readMembers,
  textMember,
  wrongMember,
  wrongParameter,
} from './readBody.ts';
import type { Person, ServerHost } from './ServerHost.ts';
import { targetsFor } from './targetsFor.ts';
import { answerUpload, type UploadedFile } from './tusUploads.ts';

/** Drafts: make, list, upload the file, keep the recipe, remove. */
export function draftRoutes(app: Hono, host: ServerHost, path: string): void {
  const { client } = host.database;

  app.post('/', async (c) => {
    const { tenant, user } = await admit(host, c.req.raw, 'create');
    const { maxJsonBytes } = host.limits;
    const body = await readMembers(c.req.raw, maxJsonBytes, ['schema', 'fileName']);
    const { id: schemaId } = knownSchema(host, textMember(body, 'schema'));
    await permit(host, { request: c.req.raw, schemaId }, null);
    const fileName = body['fileName'] === undefined ? '' : textMember(body, 'fileName', 255);
    const key = { tenant, id: crypto.randomUUID() };
    await createImport(client, key, { schemaId, user, fileName });
    return c.json(await shownAgain(host, { key }), 201);
  });

  app.get('/', async (c) => {
    const person = await admit(host, c.req.raw, 'list');
    const imports = await readableImports(host, c.req.raw, person, {
      schemaId: await schemaAsked(host, person.tenant, c.req.query('schema')),
      statuses: statusesOf(c.req.query('status')),
      user: c.req.query('user') ?? null,
      limit: countParameter(c.req.query('limit'), { name: 'limit', absent: 50, most: 200 }),
      offset: countParameter(c.req.query('offset'), { name: 'offset', absent: 0, most: 1_000_000 }),
    });
    return c.json({ imports });
  });

  app.get('/:id', async (c) => c.json((await admitTo(host, c, 'read')).shown));

  app.patch('/:id', async (c) => {
    const found = await admitTo(host, c, 'change');
    const body = await readMembers(c.req.raw, host.limits.maxJsonBytes, ['recipe', 'step']);
    if (body.recipe === undefined && body.step === undefined)
      throw wrongMember('recipe', 'is missing, and "step" too: name what to change');
    const recipe =
      body['recipe'] === undefined
        ? undefined
        : checkRecipe(body['recipe'], await schemaFor(host, found));
    if (recipe) await permit(host, { request: c.req.raw, schemaId: found.shown.schemaId }, recipe);
    const change: ImportChange = {
      ...(recipe && { recipe }),
      ...(body['step'] !== undefined && { step: textMember(body, 'step', 40) }),
    };
    await changeResting(host, found, change);
    return c.json(await shownAgain(host, found));
  });

  app.delete('/:id', async (c) => {
    const { key } = await admitTo(host, c, 'remove');
    const files = await host.files.filesOf(key.tenant, key.id);
    if (!(await removeImport(client, key, DONE_IN.remove)))
      throw notNow((await shownAgain(host, { key })).status, 'remove');
    for (const { id } of files) await host.files.remove({ tenant: key.tenant, id });
    return c.body(null, 204);
  });

  uploadRoutes(app, host, path);
}

/** Imports asked for at once, at most. */
const PORTION = 200;

/** A page of the imports that a person may see. */
async function readableImports(
  host: ServerHost,
  request: Request,
  person: Person,
  { limit, offset, ...query }: ListQuery,
): Promise<readonly ImportSummary[]> {
  const page: ImportSummary[] = [];
  let passed = 0;
  // Where everything may be seen, one question is enough.
  let portion = Math.min(limit + offset, PORTION);
  for (let from = 0; page.length < limit;) {
    const part = await listImports(host.database.client, person.tenant, {
      ...query,
      limit: portion,
      offset: from,
    });
    for (const shown of part) {
      if (page.length >= limit || !(await mayRead(host, request, { person, shown }))) continue;
      passed += 1;
      if (passed > offset) page.push(shown);
    }
    if (part.length < portion) break;
    from += portion;
    portion = PORTION;
  }
  return page;
}

function uploadRoutes(app: Hono, host: ServerHost, path: string): void {
  // Hono answers HEAD by the routes of GET.
  app.on(['POST', 'GET', 'PATCH', 'DELETE'], ['/:id/uploads', '/:id/uploads/:file'], async (c) => {
    const found = await admitTo(host, c, 'upload');
    if (c.req.raw.method === 'GET') throw notFound('An uploaded file is at GET …/file.');
    const { tenant, id } = found.key;
    const { status } = found.shown;
    if (!DONE_IN.upload.includes(status)) {
      const detail = `Only a draft takes a file, and this import has the status "${status}". Make a new import for another file.`;
      throw new RequestProblem(409, 'not-a-draft', detail, { status });
    }
    const file = c.req.param('file');
    if (file !== undefined && !isUuid(file)) throw notFound('There is no such upload.');
    return await answerUpload(
      c.req.raw,
      { tenant, importId: id, path: `${path}/${id}/uploads`, fileName: found.shown.fileName },
      {
        files: host.files,
        maxBytes: host.limits.maxFileBytes,
        onError: host.onError,
        onComplete: (_scope, file) => takeFile(host, found, file),
      },
    );
  });

  app.get('/:id/file', async (c) => {
    const { key, shown, fileId } = await admitTo(host, c, 'read');
    if (fileId === null) throw notFound('This import has no file yet: POST …/uploads takes one.');
    const bytes = await bodyOf(host.files.read({ tenant: key.tenant, id: fileId }));
    return c.body(bytes, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(shown.fileName)}`,
    });
  });
}

/** The upload that was completed last is the import's file; the one before it goes. */
async function takeFile(
  host: ServerHost,
  found: StoredImport,
  { fileId, name, size }: UploadedFile,
): Promise<void> {
  const { key } = found;
  const change = { fileId, fileName: name, fileSize: size, rows: null };
  // Of uploads that end at once each removes the one it followed, and none the one that stays.
  const before = await host.database.client.transaction(async (tx) => {
    const { fileId: known, shown } = await lockImport(tx, key);
    if (await changeImport(tx, key, change, { statuses: DONE_IN.upload })) return known;
    throw notNow(shown.status, 'upload');
  });
  if (before !== null && before !== fileId)
    await host.files.remove({ tenant: key.tenant, id: before });
}

function statusesOf(text: string | undefined): readonly ServerStatus[] | null {
  if (text === undefined) return null;
  const group = Object.hasOwn(STATUS_GROUPS, text) ? STATUS_GROUPS[text] : undefined;
  const status = SERVER_STATUSES.find((known) => known === text);
  if (group !== undefined) return group;
  if (status !== undefined) return [status];
  const all = [...new Set([...Object.keys(STATUS_GROUPS), ...SERVER_STATUSES])].join(', ');
  throw wrongParameter('status', `must be one of ${all}, not "${text.slice(0, 80)}"`);
}

/** Changes an import while nothing of it is under way. @throws RequestProblem 409 */
export async function changeResting(
  host: Pick<ServerHost, 'database'>,
  { key }: Pick<StoredImport, 'key'>,
  change: ImportChange,
): Promise<void> {
  if (!(await changeImport(host.database.client, key, change, { statuses: DONE_IN.change })))
    throw notNow((await shownAgain(host, { key })).status, 'change');
}

/** The import as it is now; who else would change it waits until the transaction is through. */
export async function lockImport(tx: SqlQuery, key: ImportKey): Promise<StoredImport> {
  await tx.query(
    `SELECT id FROM importera.imports WHERE tenant = $1 AND id = $2 FOR NO KEY UPDATE`,
    [key.tenant, key.id],
  );
  const found = await findImport(tx, key);
  if (found === null) throw notFound('There is no such import.');
  return found;
}

/** The import after a change of it. */
export async function shownAgain(
  { database }: Pick<ServerHost, 'database'>,
  { key }: Pick<StoredImport, 'key'>,
): Promise<ServerImport> {
  const found = await findImport(database.client, key);
  if (found === null) throw notFound('There is no such import.');
  return found.shown;
}

/** The schema of an import with the host's custom fields. @throws RequestProblem 409 when it is not served any more. */
export async function schemaFor(host: ImportTargets, found: StoredImport): Promise<Schema> {
  return (await targetsFor(host, found)).schema;
}
