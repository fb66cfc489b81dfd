import type { SqlClient } from '@importera/postgres';

/**
 * What a sync asks of the CRM's own tables: a reference that makes one deal only, the rows of a deal, and a place in the log
 * of changes, whoever changes a deal and however. The lock lets changes get their place in the order they are committed, so
 * that one who follows them misses none.
 */
export async function dealTables(client: SqlClient): Promise<void> {
  for (const statement of [
    'ALTER TABLE sales_sync.deal ADD COLUMN IF NOT EXISTS reference text',
    `ALTER TABLE sales_sync.deal ADD COLUMN IF NOT EXISTS lines json NOT NULL DEFAULT '[]'`,
    'ALTER TABLE sales_sync.deal ADD COLUMN IF NOT EXISTS changed bigint',
    'CREATE UNIQUE INDEX IF NOT EXISTS deal_of_reference ON sales_sync.deal (reference)',
    'CREATE UNIQUE INDEX IF NOT EXISTS product_of_number ON sales_sync.product (number)',
    'CREATE INDEX IF NOT EXISTS deal_changes ON sales_sync.deal (changed)',
    'CREATE SEQUENCE IF NOT EXISTS sales_sync.changes',
    `CREATE OR REPLACE FUNCTION sales_sync.note_change() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM pg_advisory_xact_lock(hashtext('sales_sync.changes'));
       NEW.changed := nextval('sales_sync.changes');
       RETURN NEW;
     END $$`,
    `CREATE OR REPLACE TRIGGER note_change BEFORE INSERT OR UPDATE ON sales_sync.deal
     FOR EACH ROW EXECUTE FUNCTION sales_sync.note_change()`,
  ])
    await client.query(statement);
}
