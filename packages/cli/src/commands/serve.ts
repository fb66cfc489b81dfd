import { createImportServer, createImportWorker } from '@importera/server';
import type { ImportServer } from '@importera/server';
import { hostDatabase } from '../host/hostDatabase.ts';
import { lineLogger } from '../host/lineLogger.ts';
import { listenOn } from '../host/listenOn.ts';
import { LOCAL_HOST, loadConfig } from '../host/loadConfig.ts';
import { untilStopped } from '../host/untilStopped.ts';
import type { Arguments } from '../parseArguments.ts';
import type { Command, CliStreams } from '../runCli.ts';

/** Serves imports over HTTP until it is stopped, with a worker in the same process unless there are others. */
export const serve: Command = async (args, streams) => {
  const { promise: imports, resolve } = Promise.withResolvers<ImportServer>();
  // The port comes first: what is found taken there is told before anything is made, and nothing has begun that would go on.
  const listener = await listenOn({
    port: args.port ?? 4480,
    host: args.host ?? LOCAL_HOST,
    fetch: async (request) => await (await imports).fetch(request),
  });
  try {
    return await work(args, streams, { origin: listener.origin, ready: resolve });
  } finally {
    listener.close();
  }
};

/** What the port leads to, as it is known. */
interface Listening {
  readonly origin: string;
  readonly ready: (imports: ImportServer) => void;
}

async function work(
  args: Arguments,
  { stdout, stderr }: CliStreams,
  { origin, ready }: Listening,
): Promise<0> {
  const { open, close } = hostDatabase(databaseOf(args.database));
  try {
    const options = await loadConfig(args, open);
    const database = await open();
    const logger = lineLogger(stderr);
    const imports = createImportServer({ ...options, database, logger });
    const worker = args.noWorker
      ? null
      : createImportWorker({ ...options, onError: () => undefined, database, logger });
    try {
      await imports.start();
      await worker?.start();
      ready(imports);
      // Before it is said: whoever hears that it serves may stop it at once.
      const stopped = untilStopped();
      stdout.write(`Importera serves ${origin}${(options.path ?? '').replace(/^(?=[^/])/, '/')}\n`);
      await stopped;
    } finally {
      await worker?.stop();
      await imports.stop();
    }
    return 0;
  } finally {
    await close();
  }
}

/** Where imports are kept: the address or folder that was given, the environment's, or a folder here. */
export function databaseOf(given: string | null): string {
  return given ?? process.env['DATABASE_URL'] ?? 'importera-data';
}
