import type { PGlite } from '@electric-sql/pglite';
import { CliError } from './CliError.ts';

/** An embedded Postgres in a folder, made when it is not there. @throws {CliError} when it can not be opened. */
export async function openPglite(folder: string): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  return await PGlite.create(folder).catch((error: unknown) => {
    throw unreachable(`the database in "${folder}"`, error);
  });
}

export function unreachable(what: string, error: unknown): CliError {
  const why = error instanceof Error ? error.message : String(error);
  return new CliError(`Cannot open ${what}: ${why}`);
}
