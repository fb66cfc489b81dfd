// A worker in a process of its own, to be killed: node worker.process.fixture.ts PORT SCHEMA
import { postgresAdapter } from '@importera/postgres';
import pg from 'pg';
import { postgresDatabase } from './database/ServerDatabase.ts';
import { crm } from './server.fixture.ts';
import { createImportWorker } from './work/createImportWorker.ts';

const [port = '', databaseSchema = ''] = process.argv.slice(2);
const pool = new pg.Pool({
  host: '127.0.0.1',
  port: Number(port),
  user: 'postgres',
  password: 'postgres',
  database: 'postgres',
});
const database = postgresDatabase(pool);
const adapter = postgresAdapter({ schema: crm, client: database.client, databaseSchema });
await createImportWorker({ schemas: [crm], adapter, database }).start();
