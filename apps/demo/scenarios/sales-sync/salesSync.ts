import {
  createSalesSyncServer,
  createSalesSyncWorker,
  type SyncSystems,
} from '@importera/sales-sync/server';
import { Hono } from 'hono';
import type { Background, BackgroundHost } from '../Background.ts';
import { accountingOverHttp } from './accountingOverHttp.ts';
import { crmOverSql } from './crmOverSql.ts';
import { dealRoutes } from './dealRoutes.ts';
import { people } from './people.ts';
import { schema } from './schema.ts';
import { startAccounting } from './startAccounting.ts';

const TENANT = schema.id;
const PATH = '/api/sales/own/sync';

/** The sync of the company's sales: its server, its worker, and the accounting system to sync with. */
export async function salesSync(host: BackgroundHost): Promise<Background> {
  const { database, work, folder } = host;
  const accounting = await reachAccounting(folder);
  // #region server
  const systems = (): SyncSystems => ({
    accounting: accountingOverHttp(accounting.url),
    crm: crmOverSql(database.client, people),
  });
  const cron = process.env['SYNC_CRON'] ?? '* * * * *';
  const server = createSalesSyncServer({
    database,
    systems,
    cron,
    path: PATH,
    identify(request) {
      const person = host.signedIn(request);
      return person && { tenant: TENANT, user: person.id };
    },
    authorize: (request, action) =>
      action === 'read' || host.signedIn(request)?.isAdministrator === true,
    onError: (error) => console.error(error),
  });
  const worker = createSalesSyncWorker({ database, systems, cron, heartbeatSeconds: 10 });
  await server.start();
  if (work) await worker.start();
  const routes = new Hono();
  routes.all('/sync', (c) => server.fetch(c.req.raw));
  routes.all('/sync/*', (c) => server.fetch(c.req.raw));
  // #endregion
  routes.get('/accounting', (c) => c.json({ url: accounting.url }));
  routes.route('/deals', dealRoutes(database.client, host));
  return {
    routes,
    async stop() {
      await worker.stop();
      await server.stop();
      accounting.stop();
    },
  };
}

/** The one at `ACCOUNTING_URL`, or one of our own. */
async function reachAccounting(
  folder: string | null,
): Promise<{ readonly url: string; stop(): void }> {
  const url = process.env['ACCOUNTING_URL'];
  if (url !== undefined) return { url, stop: () => undefined };
  const demoPort = Number(process.env['PORT'] ?? 4400);
  const port = Number(process.env['ACCOUNTING_PORT'] ?? (demoPort === 0 ? 0 : demoPort + 1));
  const file =
    process.env['ACCOUNTING_DATA'] ?? (folder === null ? null : `${folder}/accounting.sqlite`);
  // Another program may have the port.
  return startAccounting(port, file).catch(() => startAccounting(0, file));
}
