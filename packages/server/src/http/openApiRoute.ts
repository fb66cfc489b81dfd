import type { Hono } from 'hono';
import { describeApi } from '../openapi/describeApi.ts';

/** The description of the API, for anybody: it says nothing of anybody's imports. */
export function openApiRoute(app: Hono, path: string): void {
  const described = describeApi(path);
  app.get('/openapi.json', (c) =>
    c.json(described, 200, { 'cache-control': 'public, max-age=3600' }),
  );
}
