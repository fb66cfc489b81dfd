import type { PGlite } from '@electric-sql/pglite';
import type { PgliteFolder } from '@importera/server';
import { CliError } from './CliError.ts';

/**
 * An embedded Postgres in a folder, made when it is not there, for this process alone.
 * @throws {CliError} when it can not be opened, or another process has it.
 */
export async function openPglite(folder: string): Promise<PgliteFolder<PGlite>> {
  const { PGlite } = await import('@electric-sql/pglite');
  const { FolderInUse, openPgliteFolder } = await import('@importera/server');
  return await openPgliteFolder(folder, (at) => PGlite.create(at)).catch((error: unknown) => {
    throw error instanceof FolderInUse
      ? new CliError(error.message)
      : unreachable(`the database in "${folder}"`, error);
  });
}

export function unreachable(what: string, error: unknown): CliError {
  const why = error instanceof Error ? error.message : String(error);
  return new CliError(`Cannot open ${what}: ${why}`);
}
