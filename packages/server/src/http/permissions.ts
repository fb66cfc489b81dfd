import { refusalsOf, type ImportPermissions, type Recipe } from '@importera/engine';
import type { Hono } from 'hono';
import { findRun } from '../store/runs.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import { admit, identified } from './admit.ts';
import { schemaAsked } from './knownSchema.ts';
import { RequestProblem } from './problem.ts';
import type { ImportAction, Person, ServerHost } from './ServerHost.ts';

/** What the host is asked about. */
export interface PermissionQuestion {
  readonly request: Request;
  /** The schema imported by; null where none is named. */
  readonly schemaId: string | null;
}

const NOTHING: Pick<Recipe, 'columns' | 'defaults' | 'settings'> = {
  columns: [],
  defaults: [],
  settings: {},
};

/** Who may import what, told to the interface so that it can explain it beforehand. */
export function permissionRoutes(app: Hono, host: ServerHost): void {
  app.get('/permissions', async (c) => {
    const person = await admit(host, c.req.raw, 'list');
    const schemaId = await schemaAsked(host, person.tenant, c.req.query('schema'));
    return c.json(await permissionsOf(host, person, { request: c.req.raw, schemaId }));
  });
}

async function permissionsOf(
  { permissions }: ServerHost,
  person: Person,
  question: PermissionQuestion,
): Promise<ImportPermissions> {
  return (await permissions?.(person, question)) ?? {};
}

/**
 * Lets a request go on if its person may do what the recipe says; without a recipe, if they may import at all.
 * @throws RequestProblem 403 with the host's reason
 */
export async function permit(
  host: ServerHost,
  question: PermissionQuestion,
  recipe: Recipe | null,
): Promise<void> {
  if (host.permissions === undefined) return;
  const person = await identified(host, question.request);
  const [refused] = refusalsOf(await permissionsOf(host, person, question), recipe ?? NOTHING);
  if (refused === undefined) return;
  const { kind, name, value, reason } = refused;
  throw new RequestProblem(403, 'not-permitted', reason, {
    kind,
    ...(name !== null && { name }),
    ...(value !== null && { value }),
  });
}

/**
 * Lets a request go on if its person may do what an import does: what will be started, or, for what was started before, what it
 * was started with.
 * @throws RequestProblem 403 with the host's reason
 */
export async function permitRun(
  host: ServerHost,
  request: Request,
  { found, action }: { readonly found: StoredImport; readonly action: ImportAction },
): Promise<void> {
  if (host.permissions === undefined) return;
  const { key, run, shown } = found;
  const started = action === 'start' ? null : await findRun(host.database.client, key, run);
  const question = { request, schemaId: shown.schemaId };
  await permit(host, question, started?.recipe ?? shown.recipe);
}
