import { extendSchema, ImportError, type PersistenceAdapter, type Schema } from '@importera/engine';
import { adapterFor, schemaOf, type ImportTargets } from '../Host.ts';
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
  { key, shown }: StoredImport,
  signal?: AbortSignal,
): Promise<RunTargets> {
  const { schemaId, user } = shown;
  const base = schemaOf(host, schemaId);
  if (base === undefined) {
    const message = `This worker does not know the schema "${schemaId}".`;
    throw new ImportError('schema-invalid', message, { params: { schema: schemaId } });
  }
  const scope = { tenant: key.tenant, user, importId: key.id, schemaId };
  const adapter = await adapterFor(host, scope);
  return { adapter, schema: await extendSchema(base, adapter, signal, user ?? undefined) };
}
