import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { followImports } from './client/followImports.ts';
import { uploadFile } from './client/uploadFile.ts';
import {
  CUSTOMERS,
  largeFile,
  openApi,
  pglite,
  pgliteServerDatabase,
  type Api,
} from './server.fixture.ts';
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

/** The server in a host, listening. */
async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/imports`;
}

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

  test.each(Object.entries(HOSTS))(
    '%s, it takes a file that is sent whole',
    async (_name, mount) => {
      const server = mount(api.server.fetch);
      const url = await listening(server);
      const send = async (body: Uint8Array, query: string): Promise<string> => {
        const { id } = await api.json<ImportSummary>('POST', '', {
          schema: 'crm',
          fileName: 'own.csv',
        });
        const response = await fetch(`${url}/${id}/uploads${query}`, {
          method: 'POST',
          headers: { 'x-user': `${api.tenant}/ann`, 'content-type': 'application/octet-stream' },
          body: body as BodyInit,
        });
        expect([response.status, await response.text()]).toEqual([201, '']);
        return id;
      };
      const large = new TextEncoder().encode(largeFile(40_000));
      const named = await send(large, '?name=kunder%20%C3%A5.csv');
      expect(await api.json('GET', `/${named}`)).toMatchObject({
        fileName: 'kunder å.csv',
        fileSize: large.byteLength,
      });
      const file = await (await api.call('GET', `/${named}/file`)).arrayBuffer();
      expect(Buffer.from(file).equals(large)).toBe(true);
      const bare = await send(new TextEncoder().encode(CUSTOMERS), '');
      expect(await api.json('GET', `/${bare}`)).toMatchObject({ fileName: 'own.csv' });
      expect(await api.json('POST', `/${bare}/table`, { whole: true })).toMatchObject({
        table: { rowCount: 4 },
      });
      server.close();
    },
  );
});
