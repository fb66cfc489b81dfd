import type { InferSettings } from '@importera/engine';
import type { AfterWrite, SqlClient } from '@importera/postgres';
import { Hono } from 'hono';
import { folderTemplates } from './folderTemplates.ts';
import type { schema } from './schema.ts';

/** What the client portal has beside records: folders of accounts, invitations that were sent. */
export async function makePortalTables(client: SqlClient): Promise<void> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS taxdome.folder (
       account_id uuid NOT NULL, name text NOT NULL, PRIMARY KEY (account_id, name))`,
  );
  await client.query(
    `CREATE TABLE IF NOT EXISTS taxdome.invitation (
       contact_id uuid PRIMARY KEY, sent_at timestamptz NOT NULL DEFAULT now())`,
  );
}

// #region portal
/** In the transaction of a batch: folders for its new accounts (TD10), invitations only where somebody asked for them (TD7). */
export const furnish: AfterWrite = async (tx, written, context) => {
  const { folderTemplate, invite } = context.settings as InferSettings<typeof schema>;
  const made = written.filter(({ action }) => action === 'create');
  const idsOf = (entity: string): string =>
    `{${made.flatMap((record) => (record.entity === entity ? [record.id] : [])).join(',')}}`;
  await tx.query(
    `INSERT INTO taxdome.folder (account_id, name)
     SELECT account, folder FROM unnest($1::text::uuid[]) account, unnest(string_to_array($2, '|')) folder
     ON CONFLICT DO NOTHING`,
    [idsOf('account'), folderTemplates[folderTemplate ?? '']?.join('|') ?? null],
  );
  if (!invite) return;
  await tx.query(
    `INSERT INTO taxdome.invitation (contact_id)
     SELECT id FROM taxdome.contact WHERE id = ANY ($1::text::uuid[]) AND email IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [idsOf('contact')],
  );
};
// #endregion

/** An account's folders. */
export interface AccountFolders {
  readonly account: string;
  readonly folders: readonly string[];
}

export interface Portal {
  readonly accounts: readonly AccountFolders[];
  /** Whom invitations were sent to. */
  readonly invited: readonly string[];
}

export function portalRoutes(client: SqlClient): Hono {
  const routes = new Hono();
  routes.get('/portal', async (c) => c.json(await readPortal(client)));
  return routes;
}

async function readPortal(client: SqlClient): Promise<Portal> {
  const folders = await client.query(
    `SELECT a.name, string_agg(f.name, '|' ORDER BY f.name) AS folders
     FROM taxdome.folder f JOIN taxdome.account a ON a.id = f.account_id
     GROUP BY a.id, a.name ORDER BY lower(a.name), a.id LIMIT 1000`,
  );
  const invited = await client.query(
    `SELECT c.email FROM taxdome.invitation i JOIN taxdome.contact c ON c.id = i.contact_id
     ORDER BY i.sent_at DESC, c.email LIMIT 1000`,
  );
  return {
    accounts: folders.rows.map((row) => ({
      account: String(row['name']),
      folders: String(row['folders']).split('|'),
    })),
    invited: invited.rows.map(({ email }) => String(email)),
  };
}
