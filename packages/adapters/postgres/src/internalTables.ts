import { qualified } from './tableNames.ts';

/** Importera's own tables, quoted. */
export interface InternalTables {
  /** Batches written, with their outcomes: the same id twice has the effect of once. */
  readonly batches: string;
  /** Records as they were before each write, for undo. */
  readonly changes: string;
  /** Custom fields made by users. */
  readonly fields: string;
}

export function internalTables(databaseSchema: string | undefined): InternalTables {
  return {
    batches: qualified('importera_batches', databaseSchema),
    changes: qualified('importera_changes', databaseSchema),
    fields: qualified('importera_fields', databaseSchema),
  };
}

export function internalTablesSql({ batches, changes, fields }: InternalTables): readonly string[] {
  return [
    `CREATE TABLE IF NOT EXISTS ${batches} (
      id text PRIMARY KEY,
      import_id text NOT NULL,
      outcomes jsonb,
      written_at timestamptz NOT NULL DEFAULT now())`,
    `CREATE INDEX IF NOT EXISTS importera_batches_import ON ${batches} (import_id)`,
    `CREATE TABLE IF NOT EXISTS ${changes} (
      seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      import_id text NOT NULL,
      entity text NOT NULL,
      record_id text NOT NULL,
      before jsonb,
      after text NOT NULL)`,
    `CREATE INDEX IF NOT EXISTS importera_changes_import ON ${changes} (import_id, entity, record_id)`,
    `CREATE TABLE IF NOT EXISTS ${fields} (
      entity text NOT NULL,
      field text NOT NULL,
      definition jsonb NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (entity, field))`,
  ];
}
