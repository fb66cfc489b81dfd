import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { ImportServer } from '@importera/server';
import { Hono } from 'hono';
import type { Background } from '../scenarios/Background.ts';
import { companyRoutes } from './companyRoutes.ts';
import { IMPORTS_PATH } from './imports.ts';
import type { Company } from './openCompany.ts';

export interface AppOptions {
  readonly companies: readonly Company[];
  readonly imports: ImportServer;
  /** By the path of their scenario. */
  readonly backgrounds: ReadonlyMap<string, Background>;
  readonly pageRoot: string;
  readonly scenariosRoot: string;
}

/** The demo's server: the imports, each company's API, sample files, and the built page for everything else. */
export function createApp({
  companies,
  imports,
  backgrounds,
  pageRoot,
  scenariosRoot,
}: AppOptions): Hono {
  const app = new Hono();
  app.get('/api/health', (context) => context.json({ ok: true }));
  app.all(IMPORTS_PATH, (context) => imports.fetch(context.req.raw));
  app.all(`${IMPORTS_PATH}/*`, (context) => imports.fetch(context.req.raw));
  for (const company of companies) {
    const { path, schema } = company.scenario;
    app.route(`/api/${path}`, companyRoutes(company, backgrounds.get(path)));
    const rewriteRequestPath = (asked: string): string =>
      asked.replace(`/samples/${path}`, `/${schema.id}/samples`);
    app.use(`/samples/${path}/*`, serveStatic({ root: scenariosRoot, rewriteRequestPath }));
  }
  app.all('/api/*', (context) =>
    context.json({ error: { message: 'There is nothing here.' } }, 404),
  );
  app.use('*', serveStatic({ root: pageRoot }));
  // Every other address is a place inside the page.
  app.get('*', async (context) =>
    context.html(await readFile(join(pageRoot, 'index.html'), 'utf8')),
  );
  return app;
}
