import { PGlite } from '@electric-sql/pglite';
import { pgliteDatabase } from '@importera/server';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { live, makeWorld, step } from '../syncWorld.fixture.ts';
import { createSalesSyncServer } from './createSalesSyncServer.ts';
import { createSalesSyncWorker } from './createSalesSyncWorker.ts';
import { saveChoice } from './companies.ts';
import { migrateSalesSync } from './migrate.ts';
import { sqlSyncStore } from './sqlSyncStore.ts';
import type { SyncState } from './SyncState.ts';
import type { SyncSystems } from './SyncSystems.ts';

const database = pgliteDatabase(await PGlite.create());
const { client } = database;
await migrateSalesSync(client);

const ports = fc.record({ pageSize: fc.integer({ min: 1, max: 5 }), forgetful: fc.boolean() });
const source = fc.constantFrom('invoices' as const, 'orders' as const);

test('SS6 the same holds with what is remembered in a database', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 30, size: 'max' }),
      ports,
      source,
      async (steps, { pageSize, forgetful }, last) => {
        const store = sqlSyncStore({ client, tenant: crypto.randomUUID() });
        await live(makeWorld({ pageSize, forgetful, store }), steps, last);
      },
    ),
    { numRuns: 60 },
  );
});

test(
  'SS6 the same holds for runs of the queue, done by workers',
  { timeout: 240_000 },
  async () => {
    const companies = new Map<string, SyncSystems>();
    const systems = (tenant: string): SyncSystems => {
      const known = companies.get(tenant);
      if (known === undefined) throw new Error('There is no such company.');
      return known;
    };
    const server = createSalesSyncServer({
      database,
      systems,
      identify: (request) => ({ tenant: request.headers.get('x-tenant') ?? '', user: null }),
      authorize: () => true,
    });
    const workers = [0, 1].map(() =>
      createSalesSyncWorker({ database, systems, retry: { attempts: 1 } }),
    );
    for (const worker of workers) await worker.start();

    const call = async (tenant: string, method: string, path = '/'): Promise<Response> =>
      server.fetch(
        new Request(`http://localhost${path}`, {
          method,
          headers: { 'x-tenant': tenant, 'content-type': 'application/json' },
        }),
      );
    /** One run through the queue; what the history says of it. */
    const performAs =
      (tenant: string): NonNullable<Parameters<typeof makeWorld>[0]['perform']> =>
      async (given, settings) => {
        companies.set(tenant, given);
        await saveChoice(client, tenant, { settings, changedBy: null });
        if (settings.source === 'none')
          return { status: 'completed', counts: none, rejected: [], error: null };
        expect((await call(tenant, 'POST', '/runs')).status).toBe(202);
        const newest = async (): Promise<SyncState['runs'][number] | undefined> => {
          const { runs } = (await (await call(tenant, 'GET')).json()) as SyncState;
          return runs[0];
        };
        await expect
          .poll(async () => (await newest())?.finishedAt ?? null, { timeout: 60_000, interval: 20 })
          .not.toBe(null);
        const run = await newest();
        if (run === undefined) throw new Error('It did not run.');
        return run;
      };
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { maxLength: 20, size: 'max' }),
          ports,
          source,
          async (steps, { pageSize, forgetful }, last) => {
            const tenant = crypto.randomUUID();
            const store = sqlSyncStore({ client, tenant });
            const perform = performAs(tenant);
            await live(makeWorld({ pageSize, forgetful, store, perform }), steps, last);
          },
        ),
        { numRuns: 15 },
      );
    } finally {
      for (const worker of workers) await worker.stop();
      await server.stop();
    }
  },
);

const zero = { created: 0, updated: 0, unchanged: 0 };
const none = { product: zero, deal: zero, document: zero };
