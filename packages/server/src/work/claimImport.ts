import type { ServerDatabase } from '../database/ServerDatabase.ts';
import { changeImport, findImport, type ImportChange } from '../store/imports.ts';
import type { ImportKey, ServerStatus, StoredImport } from '../store/ServerImport.ts';
import type { SqlQuery } from '@importera/postgres';

/** Another worker has the import now, or a person wants it to stop: this one must end. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

/** An import that this worker has, until another takes it. */
export interface Claim {
  readonly found: StoredImport;
  /** Changes the import. @throws ClaimLost when another worker has it. */
  change(sql: SqlQuery, change: ImportChange, statuses?: readonly ServerStatus[]): Promise<void>;
  /** What a person wants: any status but those it was claimed with ends the work. */
  status(): Promise<ServerStatus>;
}

/** Takes an import that is in one of these states; null when it is in another. */
export async function claimImport(
  { client }: ServerDatabase,
  key: ImportKey,
  statuses: readonly ServerStatus[],
  change: ImportChange,
): Promise<Claim | null> {
  const claim = crypto.randomUUID();
  if (!(await changeImport(client, key, { ...change, claim }, { statuses }))) return null;
  const found = await findImport(client, key);
  if (found === null) return null;
  return {
    found,
    async change(sql, changed, only) {
      const condition = only === undefined ? { claim } : { claim, statuses: only };
      if (await changeImport(sql, key, changed, condition)) return;
      throw new ClaimLost(`Import ${key.id} was taken over.`);
    },
    async status() {
      const { rows } = await client.query(
        `SELECT status FROM importera.imports WHERE tenant = $1 AND id = $2 AND claim::text = $3`,
        [key.tenant, key.id, claim],
      );
      const status = rows[0]?.['status'] as ServerStatus | undefined;
      if (status === undefined) throw new ClaimLost(`Import ${key.id} was taken over.`);
      return status;
    },
  };
}
