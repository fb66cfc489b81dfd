// Syncs that survive: settings, links and history in Postgres or PGlite, runs by schedule from the queue of @importera/server.
export { createSalesSyncServer } from './server/createSalesSyncServer.ts';
export type {
  SalesSyncServer,
  SalesSyncServerOptions,
  SyncPerson,
} from './server/createSalesSyncServer.ts';
export { createSalesSyncWorker } from './server/createSalesSyncWorker.ts';
export type { SalesSyncWorker, SalesSyncWorkerOptions } from './server/createSalesSyncWorker.ts';
export { migrateSalesSync } from './server/migrate.ts';
export { sqlSyncStore } from './server/sqlSyncStore.ts';
export type { SqlSyncStoreOptions } from './server/sqlSyncStore.ts';
export type { SyncRun } from './server/SyncRun.ts';
export type { SyncState } from './server/SyncState.ts';
export type { SyncSystems, SystemsOf } from './server/SyncSystems.ts';
