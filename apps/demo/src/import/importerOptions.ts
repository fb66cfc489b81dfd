import type { ImporterOptions, ImportStore, Schema } from '@importera/engine';
import { indexedDbStore } from '@importera/indexeddb';
import { serverSession, type ServerAccess } from '@importera/server/client';

/** Drafts and finished imports of this browser. */
export const importStore: ImportStore = indexedDbStore({ name: 'importera-demo' });

/** One import: its work is done by the server. */
export function importerOptions(
  schema: Schema,
  {
    user,
    permissions,
    access,
    exports,
  }: Pick<ImporterOptions, 'permissions' | 'user'> & {
    readonly access: ServerAccess;
    readonly exports: boolean;
  },
): ImporterOptions {
  return {
    schema,
    session: serverSession({ ...access, schema: schema.id, exports }),
    store: importStore,
    ...(user !== undefined && { user }),
    permissions,
  };
}
