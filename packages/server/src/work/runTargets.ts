import { extendSchema, ImportError, type PersistenceAdapter, type Schema } from '@importera/engine';
import { adapterFor, schemaOf, type ImportScope, type ImportTargets } from '../Host.ts';
import type { StoredImport } from '../store/ServerImport.ts';

/** Where the records of an import go. */
export interface RunTargets {
  readonly adapter: PersistenceAdapter;
  /** With the host's custom fields. */
  readonly schema: Schema;
}

/** @throws ImportError `schema-invalid` where this worker does not know the import's schema. */
export async function runTargets(
  host: ImportTargets,
  found: StoredImport,
  signal?: AbortSignal,
): Promise<RunTargets> {
  const { schemaId, user } = found.shown;
  const base = schemaOf(host, schemaId);
  if (base === undefined) {
    const message = `This worker does not know the schema "${schemaId}".`;
    throw new ImportError('schema-invalid', message, { params: { schema: schemaId } });
  }
  const adapter = await adapterFor(host, scopeOf(found));
  return { adapter, schema: await extendSchema(base, adapter, signal, user ?? undefined) };
}

export function scopeOf({ key, shown }: StoredImport): ImportScope {
  const { schemaId, user } = shown;
  return { tenant: key.tenant, user, importId: key.id, schemaId };
}
