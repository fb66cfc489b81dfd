import type { PersistenceAdapter, Schema } from '@importera/engine';

/** Whose import it is. */
export interface ImportScope {
  readonly tenant: string;
  /** Who made the import, as the host names people. */
  readonly user: string | null;
  readonly importId: string;
  readonly schemaId: string;
}

/** What server and worker must know alike to do the same with a file. */
export interface ImportTargets {
  readonly schemas: readonly Schema[];
  /** Where the records of an import go. One adapter for all, or one for each scope. */
  readonly adapter:
    | PersistenceAdapter
    | ((scope: ImportScope) => PersistenceAdapter | Promise<PersistenceAdapter>);
}

export async function adapterFor(
  { adapter }: Pick<ImportTargets, 'adapter'>,
  scope: ImportScope,
): Promise<PersistenceAdapter> {
  return typeof adapter === 'function' ? await adapter(scope) : adapter;
}

export function schemaOf(
  { schemas }: Pick<ImportTargets, 'schemas'>,
  id: string,
): Schema | undefined {
  return schemas.find((schema) => schema.id === id);
}
