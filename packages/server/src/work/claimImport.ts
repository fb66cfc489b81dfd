import type { SqlQuery } from '@importera/postgres';
import { changeImport, type ImportChange } from '../store/imports.ts';
import type { ImportKey, ServerStatus } from '../store/ServerImport.ts';
import { ClaimLost } from './ClaimLost.ts';

/** An import that this worker has, until another takes it. */
export interface Claim {
  readonly token: string;
  /** Changes the import. @throws ClaimLost when another worker has it. */
  change(sql: SqlQuery, change: ImportChange): Promise<void>;
  /** What a person wants: any status but those it was claimed with ends the work. @throws ClaimLost */
  status(sql: SqlQuery): Promise<ServerStatus>;
}

/** Takes an import that is in one of these states; null when it is in another. */
export async function claimImport(
  sql: SqlQuery,
  key: ImportKey,
  statuses: readonly ServerStatus[],
  change: ImportChange = {},
): Promise<Claim | null> {
  const token = crypto.randomUUID();
  if (!(await changeImport(sql, key, { ...change, claim: token }, { statuses }))) return null;
  return {
    token,
    async change(tx, changed) {
      if (await changeImport(tx, key, changed, { claim: token })) return;
      throw new ClaimLost(`Import ${key.id} was taken over.`);
    },
    async status(tx) {
      const { rows } = await tx.query(
        `SELECT status FROM importera.imports WHERE tenant = $1 AND id = $2 AND claim::text = $3`,
        [key.tenant, key.id, token],
      );
      const status = rows[0]?.['status'] as ServerStatus | undefined;
      if (status === undefined) throw new ClaimLost(`Import ${key.id} was taken over.`);
      return status;
    },
  };
}
