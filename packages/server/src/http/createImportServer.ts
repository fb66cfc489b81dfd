import type { IssueTexts } from '@importera/engine';
import { sv } from '@importera/engine/locales/sv';
import { Hono } from 'hono';
import { migrate } from '../database/migrate.ts';
import type { ServerDatabase } from '../database/ServerDatabase.ts';
import { databaseFiles } from '../files/databaseFiles.ts';
import type { FileStore } from '../files/FileStore.ts';
import { removeLeftSpools } from '../files/spoolFile.ts';
import type { ImportTargets } from '../Host.ts';
import { SILENT, type Logger } from '../logs/Logger.ts';
import { failureTold, type ServerFailure } from '../logs/ServerFailure.ts';
import { openImports } from '../review/openImports.ts';
import { openQueue, type ImportQueue } from '../work/importQueue.ts';
import { HostResponse } from './admit.ts';
import { checkOptions, mountPath } from './checkOptions.ts';
import { draftRoutes } from './draftRoutes.ts';
import { eventRoutes } from './eventRoutes.ts';
import { importFeed } from './importFeed.ts';
import { logRequests } from './logRequests.ts';
import { nothingHere } from './nothingHere.ts';
import { openApiRoute } from './openApiRoute.ts';
import { permissionRoutes } from './permissions.ts';
import { problemOf, problemResponse } from './problem.ts';
import { resultRoutes } from './resultRoutes.ts';
import { reviewRoutes } from './reviewRoutes.ts';
import { runRoutes } from './runRoutes.ts';
import { undoRoutes } from './undoRoutes.ts';
import type { Gate, Limits, ServerHost } from './ServerHost.ts';

/** What a server works with, who may do what, and its bounds. */
export interface ImportServerOptions extends ImportTargets, Gate {
  readonly database: ServerDatabase;
  /** Where the handler is mounted, e.g. `/api/imports`; default: at the root. */
  readonly path?: string;
  /** Where uploaded files are kept; default: in the database. */
  readonly files?: FileStore;
  /** Defaults: files of 256 MiB and 5,000,000 rows, JSON bodies of 16 MiB. */
  readonly limits?: Partial<Limits>;
  /**
   * Languages in which error files can be asked for (`?language=`, or by `Accept-Language`), or own wordings of those that are
   * there: English, which stands in for what is not known, and Swedish.
   */
  readonly texts?: readonly IssueTexts[];
  /** Files kept open between requests; default 8. */
  readonly maxOpen?: number;
  /** Rows with which a batch is full; default 5,000, on PGlite 1,000. */
  readonly batchRows?: number;
  /** Seconds without a sign of life after which another worker takes an import up; at least 10, which is the default. */
  readonly heartbeatSeconds?: number;
  /** Milliseconds between two looks at an import that is followed; default 500. */
  readonly followMs?: number;
  /** Told of requests and failures, without data of imports; pino fits. Default: nothing is said. */
  readonly logger?: Logger;
  /** Told of every failure that is not the caller's fault, without the words of the error it came from: those may hold data. */
  readonly onError?: (error: ServerFailure) => void;
}

/** The server as a fetch handler, to be mounted in any host. */
export interface ImportServer {
  /** Answers a request under `path`. */
  fetch(request: Request): Promise<Response>;
  /** Makes or updates the server's tables. Called by the first request otherwise. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Takes files and recipes, keeps drafts, starts imports and tells how they go: a fetch handler for any host with `Request`
 * and `Response`. The work is done by `createImportWorker`, in this process or in others.
 * @throws TypeError when an option that must be given is not
 * @example
 * const imports = createImportServer({ schemas: [crm], adapter, database, path: '/api/imports', identify, authorize });
 * app.all('/api/imports/*', (c) => imports.fetch(c.req.raw));
 */
export function createImportServer(options: ImportServerOptions): ImportServer {
  checkOptions(options);
  const { database, heartbeatSeconds, logger = SILENT } = options;
  const path = mountPath(options.path ?? '');
  const onError = failureTold(logger, options.onError);
  const files = options.files ?? databaseFiles(database.client);
  const limits: Limits = {
    maxFileBytes: 256 * 1024 * 1024,
    maxRows: 5_000_000,
    maxJsonBytes: 16 * 1024 * 1024,
    ...options.limits,
  };
  const { schemas, adapter, identify, authorize, maxOpen = 8 } = options;
  const open = openImports({ schemas, adapter, database, files, maxRows: limits.maxRows, maxOpen });

  let starting: Promise<ImportQueue> | null = null;
  const started = (): Promise<ImportQueue> => {
    const now =
      starting ??
      migrate(database.client).then(async () => {
        await removeLeftSpools();
        return await openQueue(database, {
          onError,
          ...(heartbeatSeconds && { heartbeatSeconds }),
        });
      });
    starting = now;
    now.catch(() => (starting = null));
    return now;
  };

  const followMs = options.followMs ?? 500;
  const feed = importFeed(database, followMs);
  const host: ServerHost = {
    schemas,
    adapter,
    identify,
    authorize,
    permissions: options.permissions,
    rate: options.rate,
    database,
    files,
    limits,
    texts: [...(options.texts ?? []), sv],
    open,
    queue: started,
    onError,
    feed,
    followMs,
    // One connection is busy as long as a batch is written: a smaller one lets others in sooner.
    batchRows: options.batchRows ?? (database.backend === 'pglite' ? 1_000 : 5_000),
  };
  const app = routes(host, path, { logger, onError });
  return {
    fetch: async (request) => await app.fetch(request),
    start: async () => void (await started()),
    async stop() {
      feed.stop();
      await open.close();
      await (await starting)?.stop();
      starting = null;
    },
  };
}

interface Told {
  readonly logger: Logger;
  readonly onError: (error: unknown) => void;
}

/** The routes; `openapi/routes.ts` describes them. */
export function routes(host: ServerHost, path: string, { logger, onError }: Told): Hono {
  const app = new Hono({ strict: false }).basePath(path === '' ? '/' : path);
  app.use(logRequests(logger));
  app.use(async (c, next) => {
    await host.queue();
    await next();
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
    c.res.headers.set('x-content-type-options', 'nosniff');
    // Hono answers HEAD by the routes of GET, and drops the body: what would go on making it is to know.
    if (c.req.raw.method === 'HEAD') await c.res.body?.cancel();
  });
  // Before what is named by an id.
  openApiRoute(app, path);
  eventRoutes(app, host);
  permissionRoutes(app, host);
  draftRoutes(app, host, path);
  reviewRoutes(app, host);
  runRoutes(app, host);
  resultRoutes(app, host);
  undoRoutes(app, host);
  app.notFound((c) => nothingHere(c.req.raw, path));
  app.onError((error, c) => {
    if (error instanceof HostResponse) return error.response;
    if (c.req.raw.signal.aborted) {
      return problemResponse({ status: 400, code: 'aborted', detail: 'The caller hung up.' });
    }
    const problem = problemOf(error);
    if (problem.status >= 500) onError(error);
    return problemResponse(problem);
  });
  return app;
}
