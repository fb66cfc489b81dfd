/**
 * The tables of the sales sync, step by step. Forward only: a step that was released is never changed, a new one is added.
 * Every table is keyed by the tenant first, so that a database which spreads tables over machines can do it by tenant.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE importera_sales.companies (
      tenant text PRIMARY KEY,
      settings json,
      changed_by text,
      changed_at timestamptz,
      claim uuid)`,
    `CREATE TABLE importera_sales.positions (
      tenant text NOT NULL,
      stream text NOT NULL,
      cursor text,
      again json NOT NULL,
      PRIMARY KEY (tenant, stream))`,
    `CREATE TABLE importera_sales.links (
      tenant text NOT NULL,
      document text NOT NULL,
      deal text NOT NULL,
      basis boolean NOT NULL,
      PRIMARY KEY (tenant, document, deal))`,
    `CREATE INDEX links_of_deal ON importera_sales.links (tenant, deal)`,
    `CREATE TABLE importera_sales.runs (
      tenant text NOT NULL,
      id uuid NOT NULL,
      reason text NOT NULL,
      user_id text,
      status text NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      settings json,
      counts json NOT NULL,
      rejected_count integer NOT NULL DEFAULT 0,
      rejected json NOT NULL,
      quiet boolean NOT NULL DEFAULT false,
      error text,
      claim uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      started_at timestamptz,
      finished_at timestamptz,
      PRIMARY KEY (tenant, id))`,
    `CREATE INDEX runs_newest ON importera_sales.runs (tenant, created_at DESC, id)`,
  ],
];
