import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import { createImportServer, createImportWorker } from '@importera/server';
import { lineLogger } from '../host/lineLogger.ts';
import { LOCAL_HOST, loadConfig } from '../host/loadConfig.ts';
import { hostDatabase } from '../host/hostDatabase.ts';
import { untilStopped } from '../host/untilStopped.ts';
import type { Command } from '../runCli.ts';

/** Serves imports over HTTP until it is stopped, with a worker in the same process unless there are others. */
export const serve: Command = async (args, { stdout, stderr }) => {
  const host = args.host ?? LOCAL_HOST;
  const { open, close } = hostDatabase(databaseOf(args.database));
  try {
    const options = await loadConfig(args, open);
    const database = await open();
    const logger = lineLogger(stderr);
    const imports = createImportServer({ ...options, database, logger });
    const worker = args.noWorker
      ? null
      : createImportWorker({ ...options, onError: () => undefined, database, logger });
    await imports.start();
    await worker?.start();
    const server = listen({ fetch: imports.fetch, port: args.port ?? 4480, hostname: host });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    stdout.write(
      `Importera serves http://${host.includes(':') ? `[${host}]` : host}:${port}${options.path ?? ''}\n`,
    );
    await untilStopped();
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await worker?.stop();
    await imports.stop();
    return 0;
  } finally {
    await close();
  }
};

/** Where imports are kept: the address or folder that was given, the environment's, or a folder here. */
export function databaseOf(given: string | null): string {
  return given ?? process.env['DATABASE_URL'] ?? 'importera-data';
}
