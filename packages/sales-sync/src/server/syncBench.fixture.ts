import { expect } from 'vitest';
import type { ServerDatabase } from '@importera/server';
import type { SyncSettings } from '../SyncSettings.ts';
import { memoryAccounting, type MemoryAccounting } from '../testing/memoryAccounting.ts';
import { memoryCrm, type MemoryCrm } from '../testing/memoryCrm.ts';
import { createSalesSyncServer, type SalesSyncServer } from './createSalesSyncServer.ts';
import {
  createSalesSyncWorker,
  type SalesSyncWorker,
  type SalesSyncWorkerOptions,
} from './createSalesSyncWorker.ts';
import type { SyncState } from './SyncState.ts';
import type { SyncSystems } from './SyncSystems.ts';

export const USERS = [
  { id: 'anna', name: 'Anna Ek' },
  { id: 'catch', name: 'Catch All' },
];
export const INVOICES: SyncSettings = {
  source: 'invoices',
  catchAllUser: 'catch',
  priceList: null,
};

export interface SyncBench {
  readonly tenant: string;
  readonly accounting: MemoryAccounting;
  readonly crm: MemoryCrm;
  readonly server: SalesSyncServer;
  worker(options?: Partial<SalesSyncWorkerOptions>): Promise<SalesSyncWorker>;
  call(method: string, path: string, body?: unknown, person?: string): Promise<Response>;
  state(): Promise<SyncState>;
  save(settings: SyncSettings): Promise<SyncState>;
  /** Until the newest run ended, and nothing waits. */
  quiet(): Promise<SyncState>;
  close(): Promise<void>;
}

/** A company of its own: both systems in memory, the server in front; `x-person` says who asks. */
export function openBench(
  database: ServerDatabase,
  { cron, ...given }: Partial<SyncSystems> & { readonly cron?: string } = {},
): SyncBench {
  const tenant = `Åkeri ${crypto.randomUUID()}`;
  const accounting = memoryAccounting({ pageSize: 5 });
  const crm = memoryCrm({ pageSize: 5, users: USERS });
  const systems = (asked: string): SyncSystems =>
    asked === tenant ? { accounting, crm, ...given } : emptySystems();
  const schedule = cron === undefined ? {} : { cron };
  const server = createSalesSyncServer({
    database,
    systems,
    path: '/api/sales-sync',
    identify(request) {
      const user = request.headers.get('x-person');
      return user === null ? null : { tenant: user === 'stranger' ? 'other' : tenant, user };
    },
    authorize: (_, action, { user }) => action === 'read' || user === 'administrator',
    ...schedule,
  });
  const workers: SalesSyncWorker[] = [];
  const call: SyncBench['call'] = async (method, path, body, person = 'administrator') =>
    server.fetch(
      new Request(`http://localhost/api/sales-sync${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(person === '' ? {} : { 'x-person': person }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const state = async (): Promise<SyncState> => (await call('GET', '')).json();
  return {
    tenant,
    accounting,
    crm,
    server,
    call,
    state,
    async worker(options = {}) {
      const worker = createSalesSyncWorker({ database, systems, ...schedule, ...options });
      await worker.start();
      workers.push(worker);
      return worker;
    },
    async save(settings) {
      const response = await call('PUT', '/settings', settings);
      expect(response.status).toBe(200);
      return response.json();
    },
    async quiet() {
      const ended = async (): Promise<boolean> => {
        const { runs } = await state();
        return runs.length > 0 && runs.every(({ finishedAt }) => finishedAt !== null);
      };
      await expect.poll(ended, { timeout: 100_000, interval: 50 }).toBe(true);
      return state();
    },
    async close() {
      // Its schedule would go on, and the queue is everybody's.
      await call('PUT', '/settings', { source: 'none', catchAllUser: '', priceList: null });
      for (const worker of workers) await worker.stop();
      await server.stop();
    },
  };
}

function emptySystems(): SyncSystems {
  return { accounting: memoryAccounting(), crm: memoryCrm() };
}
