import { memoryAdapter } from '@importera/engine';
import type { PersistenceAdapter, Schema } from '@importera/engine';
import { CliError } from '../CliError.ts';
import { isPostgres } from '../openPool.ts';
import { openNdjson } from './openNdjson.ts';
import { openFolder, openPostgres } from './openTables.ts';

/** Where `importera run` writes. */
export interface Target {
  readonly adapter: PersistenceAdapter;
  /** Makes lasting what is not yet. */
  save(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens `memory:`, `ndjson:PATH`, `pglite:DIR` or a `postgres://` address.
 * @throws {CliError} for anything else.
 */
export async function openTarget(address: string, schema: Schema): Promise<Target> {
  if (address === 'memory:' || address === 'memory') {
    return { adapter: memoryAdapter(schema), save: async () => {}, close: async () => {} };
  }
  if (address.startsWith('ndjson:')) return openNdjson(address.slice('ndjson:'.length), schema);
  if (address.startsWith('pglite:')) return openFolder(address.slice('pglite:'.length), schema);
  if (isPostgres(address)) return openPostgres(address, schema);
  throw new CliError(
    `--to takes memory:, ndjson:PATH, pglite:DIR or postgres://…, not "${address}".`,
  );
}
