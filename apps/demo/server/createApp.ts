import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { fieldRoutes } from './fieldRoutes.ts';
import { importRoutes } from './importRoutes.ts';
import type { Database } from './openDatabase.ts';
import { recordRoutes } from './recordRoutes.ts';
import { sessionRoutes } from './sessionRoutes.ts';

export interface AppOptions {
  readonly database: Database;
  readonly pageRoot: string;
  readonly samplesRoot: string;
}

/** The demo's server: its API under `/api`, sample files, and the built page for everything else. */
export function createApp({ database, pageRoot, samplesRoot }: AppOptions): Hono {
  const app = new Hono();
  app.get('/api/health', (context) => context.json({ ok: true }));
  app.route('/api/session', sessionRoutes());
  app.route('/api/fields', fieldRoutes(database));
  app.route('/api/records', recordRoutes(database));
  app.route('/api/import', importRoutes(database));
  app.all('/api/*', (context) =>
    context.json({ error: { message: 'There is nothing here.' } }, 404),
  );
  app.use(
    '/samples/*',
    serveStatic({ root: samplesRoot, rewriteRequestPath: (path) => path.replace('/samples', '') }),
  );
  app.use('*', serveStatic({ root: pageRoot }));
  // Every other address is a place inside the page.
  app.get('*', async (context) =>
    context.html(await readFile(join(pageRoot, 'index.html'), 'utf8')),
  );
  return app;
}
