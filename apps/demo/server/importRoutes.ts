import { serveAdapter } from '@importera/http';
import { Hono } from 'hono';
import type { Database } from './openDatabase.ts';
import { administratorsOnly, refusal } from './sessionRoutes.ts';

/** What the import in the page asks of this server, for administrators alone (FX1). */
export function importRoutes({ adapter }: Database): Hono {
  const routes = new Hono();
  const serve = serveAdapter(adapter, {
    authorize: (request) => refusal(request) === null,
    onError: (error) => console.error(error),
  });
  // Nobody else's request is even read.
  routes.use(administratorsOnly);
  routes.all('/*', (context) => serve(context.req.raw));
  return routes;
}
