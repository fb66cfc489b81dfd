import type { SqlQuery } from '@importera/postgres';
import { instantOf, jsonText, optionalText, textOf, type Row } from '@importera/server/parts';
import type { SyncSettings } from '../SyncSettings.ts';

/** What a company chose, by whom and when; null before the first log-in. */
export interface Choice {
  readonly settings: SyncSettings;
  readonly changedBy: string | null;
  /** ISO 8601. */
  readonly changedAt: string;
}

/** Another worker has the company now: this one must end. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

export async function readChoice(sql: SqlQuery, tenant: string): Promise<Choice | null> {
  const { rows } = await sql.query(
    'SELECT settings::text AS settings, changed_by, changed_at FROM importera_sales.companies WHERE tenant = $1',
    [tenant],
  );
  return choiceOf(rows[0]);
}

export async function saveChoice(
  sql: SqlQuery,
  tenant: string,
  { settings, changedBy }: Pick<Choice, 'settings' | 'changedBy'>,
): Promise<void> {
  await sql.query(
    `INSERT INTO importera_sales.companies (tenant, settings, changed_by, changed_at) VALUES ($1, $2::text::json, $3, now())
     ON CONFLICT (tenant) DO UPDATE SET settings = excluded.settings, changed_by = excluded.changed_by,
       changed_at = excluded.changed_at`,
    [tenant, jsonText(settings), changedBy],
  );
}

/** Companies that have something to sync. */
export async function syncedCompanies(sql: SqlQuery): Promise<readonly string[]> {
  const { rows } = await sql.query(
    `SELECT tenant FROM importera_sales.companies WHERE settings->>'source' <> 'none' ORDER BY tenant`,
  );
  return rows.map((row) => textOf(row, 'tenant'));
}

/** Takes the company: whoever had it can store nothing more. Null where nothing was chosen yet. */
export async function claimCompany(
  sql: SqlQuery,
  tenant: string,
  claim: string,
): Promise<Choice | null> {
  const { rows } = await sql.query(
    `UPDATE importera_sales.companies SET claim = $2 WHERE tenant = $1
     RETURNING settings::text AS settings, changed_by, changed_at`,
    [tenant, claim],
  );
  return choiceOf(rows[0]);
}

/** Holds the claim until the transaction ends. @throws ClaimLost when another has it. */
export async function fence(tx: SqlQuery, tenant: string, claim: string): Promise<void> {
  const { rows } = await tx.query(
    'SELECT 1 FROM importera_sales.companies WHERE tenant = $1 AND claim::text = $2 FOR UPDATE',
    [tenant, claim],
  );
  if (rows.length === 0) throw new ClaimLost(`The sync of ${tenant} was taken over.`);
}

function choiceOf(row: Row | undefined): Choice | null {
  const settings = row && optionalText(row, 'settings');
  if (row === undefined || settings == null) return null;
  return {
    settings: JSON.parse(settings) as SyncSettings,
    changedBy: optionalText(row, 'changed_by'),
    changedAt: instantOf(row, 'changed_at') ?? '',
  };
}
