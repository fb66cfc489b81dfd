import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { followImports } from './client/followImports.ts';
import { uploadFile } from './client/uploadFile.ts';
import { CUSTOMERS, openApi, pglite, pgliteServerDatabase, type Api } from './server.fixture.ts';
import type { ImportSummary } from './store/ServerImport.ts';

// How docs/hosting.md says that hosts mount the server, really mounted.
const HOSTS: Readonly<Record<string, (fetch: (request: Request) => Promise<Response>) => Server>> =
  {
    'Node http': (fetch) => createServer(getRequestListener(fetch)),
    Express: (fetch) => {
      const app = express();
      app.all('/api/imports{/*rest}', getRequestListener(fetch));
      app.use(express.json());
      return createServer(app);
    },
    Hono: (fetch) => {
      const app = new Hono();
      app.all('/api/imports/*', (c) => fetch(c.req.raw));
      return createServer(getRequestListener(app.fetch));
    },
    'a Next.js route': (fetch) => {
      // app/api/imports/[[...rest]]/route.ts exports these.
      const route = { GET: fetch, POST: fetch, PATCH: fetch, DELETE: fetch, HEAD: fetch };
      return createServer(
        getRequestListener((request) => route[request.method as keyof typeof route](request)),
      );
    },
  };

describe('mounted in', { timeout: 120_000 }, () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase());
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  test.each(Object.entries(HOSTS))(
    '%s, it takes a file over HTTP, and tells what happens',
    async (_name, mount) => {
      const server = mount(api.server.fetch);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/imports`;
      const headers = { 'x-user': `${api.tenant}/ann` };
      const stop = new AbortController();
      const seen: ImportSummary[] = [];
      const following = followImports({
        url,
        headers: () => headers,
        signal: stop.signal,
        onChange: (now) => void seen.push(now),
      });
      const made = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ schema: 'crm', fileName: 'a.csv' }),
      });
      const { id } = (await made.json()) as ImportSummary;
      await uploadFile({ url, headers: () => headers }, id, {
        file: new Blob([CUSTOMERS]),
        name: 'a.csv',
      });
      expect(await (await fetch(`${url}/${id}/file`, { headers })).text()).toBe(CUSTOMERS);
      expect((await fetch(`${url}/openapi.json`)).status).toBe(200);
      await vi.waitFor(() => expect(seen.some((one) => one.id === id)).toBe(true), {
        timeout: 20_000,
      });
      stop.abort();
      await following;
      server.closeAllConnections();
      server.close();
    },
  );
});
