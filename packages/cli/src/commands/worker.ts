import { createImportWorker } from '@importera/server';
import { CliError } from '../CliError.ts';
import { lineLogger } from '../host/lineLogger.ts';
import { loadConfig } from '../host/loadConfig.ts';
import { hostDatabase } from '../host/hostDatabase.ts';
import { untilStopped } from '../host/untilStopped.ts';
import { isPostgres } from '../openPool.ts';
import type { Command } from '../runCli.ts';
import { databaseOf } from './serve.ts';

/** Runs imports that were started at a server, beside others on the same Postgres, until it is stopped. */
export const worker: Command = async (args, { stdout, stderr }) => {
  const address = databaseOf(args.database);
  if (!isPostgres(address)) {
    throw new CliError(
      'A worker of its own needs Postgres: --database postgres://…. On a folder, `importera serve` does the work.',
    );
  }
  const { open, close } = hostDatabase(address);
  try {
    const options = await loadConfig(args, open);
    const database = await open();
    const logger = lineLogger(stderr);
    const running = createImportWorker({ ...options, onError: () => undefined, database, logger });
    await running.start();
    // Before it is said: whoever hears that it works may stop it at once.
    const stopped = untilStopped();
    stdout.write('Importera works.\n');
    await stopped;
    await running.stop();
    return 0;
  } finally {
    await close();
  }
};
