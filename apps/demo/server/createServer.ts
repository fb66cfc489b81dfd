import { serve, type ServerType } from '@hono/node-server';
import { createApp } from './createApp.ts';
import { openDatabase } from './openDatabase.ts';
import { seedDatabase } from './seedDatabase.ts';

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the records are kept; null keeps them in memory. */
  readonly dataFolder: string | null;
  /** The built page. */
  readonly pageRoot: string;
  readonly samplesRoot: string;
}

export interface DemoServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Starts the demo. The port comes first: whoever has it has the database too, and two processes must
 * never open the same one.
 * @throws Error with a sentence to show when the port is taken.
 */
export async function createServer(options: ServerOptions): Promise<DemoServer> {
  const { promise: app, resolve, reject } = Promise.withResolvers<ReturnType<typeof createApp>>();
  app.catch(() => {});
  const { server, port } = await listen(options.port, async (request) =>
    (await app).fetch(request),
  );
  try {
    const database = await openDatabase(options.dataFolder);
    await seedDatabase(database.adapter);
    resolve(createApp({ ...options, database }));
    return {
      port,
      async close() {
        server.close();
        if ('closeAllConnections' in server) server.closeAllConnections();
        await database.db.close();
      },
    };
  } catch (error) {
    reject(error);
    server.close();
    throw error;
  }
}

function listen(
  port: number,
  fetch: (request: Request) => Promise<Response>,
): Promise<{ readonly server: ServerType; readonly port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, (address) =>
      resolve({ server, port: address.port }),
    );
    server.once('error', (error: Error & { readonly code?: string }) =>
      reject(error.code === 'EADDRINUSE' ? new Error(portTaken(port)) : error),
    );
  });
}

function portTaken(port: number): string {
  return `Port ${port} is already in use. Is the demo running already? Stop what uses the port, or choose another one: PORT=${port + 1} npm start`;
}
