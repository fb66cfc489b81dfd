import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** The demo's server: its API under `/api`, and the built page for everything else. */
export function createApp(pageRoot: string): Hono {
  const app = new Hono();
  app.get('/api/health', (context) => context.json({ ok: true }));
  app.use('*', serveStatic({ root: pageRoot }));
  return app;
}
