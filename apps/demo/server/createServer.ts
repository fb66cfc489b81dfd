import { serve, type ServerType } from '@hono/node-server';
import { createApp } from './createApp.ts';
import { importServer, importWorker } from './imports.ts';
import { openCompany } from './openCompany.ts';
import { openDatabase, type DatabaseOptions, type OpenDatabase } from './openDatabase.ts';
import { startBackgrounds } from './startBackgrounds.ts';
import { scenarios } from './scenarios.ts';

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly database: DatabaseOptions;
  /** Runs imports in this process; without it they wait for `npm run worker`. */
  readonly work: boolean;
  /** Where mails go, e.g. `smtp://localhost:1025`; without it they are put aside and shown in the page. */
  readonly smtp: string | undefined;
  /** The built page. */
  readonly pageRoot: string;
  /** The folders of the scenarios, for their sample files. */
  readonly scenariosRoot: string;
}

export interface DemoServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Starts the demo. The port comes first: what is found taken there is told at once.
 * @throws Error with a sentence to show when the port is taken, or another process has the folder of the data.
 */
export async function createServer(options: ServerOptions): Promise<DemoServer> {
  const { promise: app, resolve, reject } = Promise.withResolvers<ReturnType<typeof createApp>>();
  app.catch(() => {});
  const { server, port } = await listen(options.port, async (request) =>
    (await app).fetch(request),
  );
  let running: Running | null = null;
  try {
    running = await run(options, port);
    resolve(running.app);
  } catch (error) {
    reject(error);
    server.close();
    throw error;
  }
  const { close } = running;
  return {
    port,
    async close() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await close();
    },
  };
}

interface Running {
  readonly app: ReturnType<typeof createApp>;
  close(): Promise<void>;
}

/** Opens the database, makes what is missing in it, and starts what works behind the pages. */
async function run(options: ServerOptions, port: number): Promise<Running> {
  const opened: OpenDatabase = await openDatabase(options.database);
  try {
    const { database } = opened;
    const companies = [];
    for (const scenario of scenarios) companies.push(await openCompany(database.client, scenario));
    const imports = importServer(database, companies);
    await imports.start();
    const origin = `http://localhost:${port}`;
    const worker = importWorker(database, companies, { origin, smtp: options.smtp });
    if (options.work) await worker.start();
    const backgrounds = await startBackgrounds(database, {
      work: options.work,
      folder: options.database.folder,
    });
    return {
      app: createApp({ ...options, companies, imports, backgrounds }),
      async close() {
        for (const background of backgrounds.values()) await background.stop();
        await worker.stop();
        await imports.stop();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
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
