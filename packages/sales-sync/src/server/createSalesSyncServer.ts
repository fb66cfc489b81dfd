import type { ServerDatabase } from '@importera/server';
import { expectJson, problemResponse, RequestProblem, type Problem } from '@importera/server/parts';
import { Hono } from 'hono';
import { createSalesSync } from '../createSalesSync.ts';
import type { SyncSettings } from '../SyncSettings.ts';
import { readChoice, saveChoice } from './companies.ts';
import { DEFAULT_CRON } from './createSalesSyncWorker.ts';
import { migrateSalesSync } from './migrate.ts';
import { checkChoices, readSettings } from './readSettings.ts';
import { listRuns, queueRun, type RunOrigin } from './runs.ts';
import { sqlSyncStore } from './sqlSyncStore.ts';
import { openSyncQueue, type SyncQueue } from './syncQueue.ts';
import type { SyncState } from './SyncState.ts';
import type { SystemsOf } from './SyncSystems.ts';

/** All that is said of a failure nobody foresaw: never a stack, nor the words of an unknown error. */
const UNAVAILABLE: Problem = {
  status: 503,
  code: 'unavailable',
  detail:
    'This could not be done just now. Is the accounting system running? Try again in a while.',
};

/** Who asks. */
export interface SyncPerson {
  /** The company; nobody sees another one's sync. */
  readonly tenant: string;
  /** As the host names people; shown in the history. */
  readonly user: string | null;
}

/** What the server works with, and who may do what. */
export interface SalesSyncServerOptions {
  readonly database: ServerDatabase;
  readonly systems: SystemsOf;
  /** Where the handler is mounted, e.g. `/api/sales-sync`; default: at the root. */
  readonly path?: string;
  /** When companies are synced, as a cron expression (UTC); default: every fifth minute. Must be the workers'. */
  readonly cron?: string;
  /** Who sends the request; null answers 401. */
  readonly identify: (request: Request) => SyncPerson | null | Promise<SyncPerson | null>;
  /** Whether a person may do it: `change` is for the settings and their preview; false answers 403. */
  readonly authorize: (
    request: Request,
    action: 'read' | 'change' | 'run',
    person: SyncPerson,
  ) => boolean | Promise<boolean>;
  /** Records of a preview that are listed; default 200. The counts are of all. */
  readonly previewRows?: number;
  /** Runs of the history that are told; default 20. */
  readonly historyRuns?: number;
  /** Told of failures that are not the caller's. Errors may hold data of the systems: take care where they are logged. */
  readonly onError?: (error: unknown) => void;
}

/** Settings, preview and history as a fetch handler, to be mounted in any host. */
export interface SalesSyncServer {
  /** Answers a request under `path`. */
  fetch(request: Request): Promise<Response>;
  /** Makes or updates the tables. Called by the first request otherwise. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Serves the settings, their preview, the history and "sync now": a fetch handler for any host with `Request` and `Response`.
 * The work is done by `createSalesSyncWorker`, in this process or in others.
 * @example
 * const sales = createSalesSyncServer({ database, systems, path: '/api/sales-sync', identify, authorize });
 * app.all('/api/sales-sync/*', (c) => sales.fetch(c.req.raw));
 */
export function createSalesSyncServer(options: SalesSyncServerOptions): SalesSyncServer {
  const { database, onError = () => undefined } = options;
  let starting: Promise<SyncQueue> | null = null;
  const queue = (): Promise<SyncQueue> => {
    const now =
      starting ??
      migrateSalesSync(database.client).then(() => openSyncQueue(database, { onError }));
    starting = now;
    now.catch(() => (starting = null));
    return now;
  };
  const app = routes(options, queue);
  app.onError((error) => {
    if (error instanceof RequestProblem) return problemResponse(error.problem);
    onError(error);
    return problemResponse(UNAVAILABLE);
  });
  app.notFound(() =>
    problemResponse({ status: 404, code: 'not-found', detail: 'There is nothing here.' }),
  );
  return {
    fetch: async (request) => await app.fetch(request),
    start: async () => void (await queue()),
    async stop() {
      await (await starting)?.stop();
      starting = null;
    },
  };
}

function routes(options: SalesSyncServerOptions, queue: () => Promise<SyncQueue>): Hono {
  const { database, systems, path = '', cron = DEFAULT_CRON } = options;
  const { client } = database;
  const app = new Hono().basePath(path === '' ? '/' : path);
  app.use(async (c, next) => {
    await queue();
    await next();
    c.res.headers.set('cache-control', 'no-store');
    c.res.headers.set('x-content-type-options', 'nosniff');
  });
  app.get('/', async (c) => {
    const person = await admit(options, c.req.raw, 'read');
    return c.json(await stateOf(options, c.req.raw, person));
  });
  app.post('/preview', async (c) => {
    const { tenant } = await admit(options, c.req.raw, 'change');
    const settings = await readSettings(c.req.raw);
    const both = await systems(tenant);
    await checkChoices(both, settings);
    const sync = createSalesSync({ ...both, settings, store: sqlSyncStore({ client, tenant }) });
    return c.json(await sync.preview(settings, { rows: options.previewRows ?? 200 }));
  });
  app.put('/settings', async (c) => {
    const person = await admit(options, c.req.raw, 'change');
    const settings = await readSettings(c.req.raw);
    await checkChoices(await systems(person.tenant), settings);
    await saveSettings(options, await queue(), { person, settings, cron });
    return c.json(await stateOf(options, c.req.raw, person));
  });
  app.post('/runs', async (c) => {
    const person = await admit(options, c.req.raw, 'run');
    const choice = await readChoice(client, person.tenant);
    if (choice === null || choice.settings.source === 'none')
      throw new RequestProblem(409, 'nothing-chosen', 'Choose what sales are read from first.');
    await askForRun(options, await queue(), person, 'person');
    return c.json(await stateOf(options, c.req.raw, person), 202);
  });
  return app;
}

async function admit(
  { identify, authorize }: SalesSyncServerOptions,
  request: Request,
  action: 'read' | 'change' | 'run',
): Promise<SyncPerson> {
  const person = await identify(request);
  if (person === null) throw new RequestProblem(401, 'not-signed-in', 'Sign in first.');
  if (action !== 'read') expectJson(request);
  if (await authorize(request, action, person)) return person;
  throw new RequestProblem(403, 'not-allowed', 'Only administrators may do this.');
}

async function stateOf(
  { database: { client }, systems, authorize, historyRuns = 20 }: SalesSyncServerOptions,
  request: Request,
  person: SyncPerson,
): Promise<SyncState> {
  const { tenant } = person;
  const choice = await readChoice(client, tenant);
  const { crm, accounting } = await systems(tenant);
  const [users, priceLists, change, run] = await Promise.all([
    crm.users().catch(() => null),
    accounting.priceLists().catch(() => null),
    authorize(request, 'change', person),
    authorize(request, 'run', person),
  ]);
  return {
    settings: choice?.settings ?? null,
    changedBy: choice?.changedBy ?? null,
    changedAt: choice?.changedAt ?? null,
    may: { change, run },
    // A host's users may have more to them than the browser needs to know.
    users: users?.map(({ id, name }) => ({ id, name })) ?? null,
    priceLists,
    runs: await listRuns(client, tenant, historyRuns),
  };
}

interface Change {
  readonly person: SyncPerson;
  readonly settings: SyncSettings;
  readonly cron: string;
}

async function saveSettings(
  options: SalesSyncServerOptions,
  queue: SyncQueue,
  { person, settings, cron }: Change,
): Promise<void> {
  const { tenant, user } = person;
  await saveChoice(options.database.client, tenant, { settings, changedBy: user });
  if (settings.source === 'none') return queue.unschedule(tenant);
  await queue.schedule(tenant, cron);
  await askForRun(options, queue, person, 'settings');
}

/** Where a run waits already, that one will do. */
async function askForRun(
  { database: { client } }: SalesSyncServerOptions,
  queue: SyncQueue,
  { tenant, user }: SyncPerson,
  reason: RunOrigin['reason'],
): Promise<void> {
  await client.transaction(async (tx) => {
    const id = await queue.send(tx, tenant);
    if (id !== null) await queueRun(tx, { tenant, id }, { reason, user });
  });
}
