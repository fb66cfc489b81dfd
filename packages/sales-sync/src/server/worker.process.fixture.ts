// A worker in a process of its own, to be killed: node worker.process.fixture.ts PORT-OF-POSTGRES URL-OF-PORTS TENANT
import { postgresDatabase } from '@importera/server';
import pg from 'pg';
import { createSalesSyncWorker } from './createSalesSyncWorker.ts';
import { remotePort } from './servePorts.fixture.ts';
import type { SyncSystems } from './SyncSystems.ts';

const [port = '', url = '', company = ''] = process.argv.slice(2);
const pool = new pg.Pool({
  host: '127.0.0.1',
  port: Number(port),
  user: 'postgres',
  password: 'postgres',
  database: 'postgres',
});
const systems = {
  accounting: remotePort(`${url}/accounting`),
  crm: remotePort(`${url}/crm`),
} as SyncSystems;
await createSalesSyncWorker({
  database: postgresDatabase(pool),
  systems(tenant) {
    if (tenant === company) return systems;
    throw new Error(`${tenant} is not known here.`);
  },
  heartbeatSeconds: 10,
}).start();
