import type { ServerDatabase } from '@importera/server';
import { postgresDatabase } from '@importera/server';
import { openPglite } from '../openPglite.ts';
import { isPostgres, openPool } from '../openPool.ts';

/** The database of a server: opened when it is first asked for, so that a mistake in what is given leaves no folder behind. */
export interface HostDatabase {
  open(): Promise<ServerDatabase>;
  close(): Promise<void>;
}

interface OpenDatabase {
  readonly database: ServerDatabase;
  close(): Promise<void>;
}

/** A Postgres by its address, or an embedded one in a folder, made when it is not there. */
export function hostDatabase(address: string): HostDatabase {
  let opened: Promise<OpenDatabase> | undefined;
  return {
    async open() {
      opened ??= isPostgres(address) ? openPostgres(address) : openPglite(address);
      return (await opened).database;
    },
    async close() {
      const database = await opened?.catch(() => undefined);
      await database?.close();
    },
  };
}

async function openPostgres(address: string): Promise<OpenDatabase> {
  const pool = await openPool(address, 20);
  return { database: postgresDatabase(pool), close: () => pool.end() };
}
