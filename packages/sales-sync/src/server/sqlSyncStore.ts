import type { SqlClient, SqlQuery } from '@importera/postgres';
import { jsonText, optionalText, textOf } from '@importera/server/parts';
import type { Link, Step, SyncStore } from '../store/SyncStore.ts';
import { fence } from './companies.ts';

/** Whose links and cursors, and in which database. */
export interface SqlSyncStoreOptions {
  readonly client: SqlClient;
  /** Whose sync it is. */
  readonly tenant: string;
  /** Saves only while the company's claim is this one; absent: always. */
  readonly claim?: string;
}

/**
 * Remembers in Postgres or PGlite; the tables are made by `migrateSalesSync`.
 * @throws ClaimLost from `save`, when another worker took the company over.
 */
export function sqlSyncStore({ client, tenant, claim }: SqlSyncStoreOptions): SyncStore {
  return {
    linksOfDocuments: (documents) => linksOf(client, { tenant, end: 'document', keys: documents }),
    linksOfDeals: (deals) => linksOf(client, { tenant, end: 'deal', keys: deals }),
    async position(stream) {
      const { rows } = await client.query(
        'SELECT cursor, again::text AS again FROM importera_sales.positions WHERE tenant = $1 AND stream = $2',
        [tenant, stream],
      );
      const [row] = rows;
      if (row === undefined) return null;
      const again = JSON.parse(textOf(row, 'again')) as readonly string[];
      return { cursor: optionalText(row, 'cursor'), again };
    },
    async save(step) {
      await client.transaction(async (tx) => {
        if (claim !== undefined) await fence(tx, tenant, claim);
        await saveStep(tx, tenant, step);
      });
    },
  };
}

interface LinkQuery {
  readonly tenant: string;
  readonly end: 'document' | 'deal';
  readonly keys: readonly string[];
}

async function linksOf(sql: SqlQuery, { tenant, end, keys }: LinkQuery): Promise<readonly Link[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql.query(
    `SELECT document, deal, basis FROM importera_sales.links
     WHERE tenant = $1 AND ${end} IN (SELECT json_array_elements_text($2::text::json))`,
    [tenant, jsonText(keys)],
  );
  return rows.map((row) => ({
    document: textOf(row, 'document'),
    deal: textOf(row, 'deal'),
    basis: row['basis'] === true,
  }));
}

async function saveStep(tx: SqlQuery, tenant: string, { links, position }: Step): Promise<void> {
  if (links.length > 0)
    await tx.query(
      `INSERT INTO importera_sales.links AS known (tenant, document, deal, basis)
       SELECT $1, link->>'document', link->>'deal', bool_or((link->>'basis')::boolean)
       FROM json_array_elements($2::text::json) AS link
       GROUP BY link->>'document', link->>'deal'
       ON CONFLICT (tenant, document, deal) DO UPDATE SET basis = known.basis OR excluded.basis`,
      [tenant, jsonText(links)],
    );
  if (position === undefined) return;
  await tx.query(
    `INSERT INTO importera_sales.positions (tenant, stream, cursor, again) VALUES ($1, $2, $3, $4::text::json)
     ON CONFLICT (tenant, stream) DO UPDATE SET cursor = excluded.cursor, again = excluded.again`,
    [tenant, position.stream, position.cursor, jsonText(position.again)],
  );
}
