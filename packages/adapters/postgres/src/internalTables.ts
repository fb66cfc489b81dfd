import { qualified } from './tableNames.ts';

/** Importera's own tables, quoted. */
export interface InternalTables {
  /** Batches written, with their outcomes: the same id twice has the effect of once. */
  readonly batches: string;
  /** What each statement of an import wrote, and how the records were before: for undo. */
  readonly writes: string;
  /** Records of imports that are being undone, one a row. */
  readonly undo: string;
  /** Custom fields made by users. */
  readonly fields: string;
}

export function internalTables(databaseSchema: string | undefined): InternalTables {
  return {
    batches: qualified('importera_batches', databaseSchema),
    writes: qualified('importera_writes', databaseSchema),
    undo: qualified('importera_undo', databaseSchema),
    fields: qualified('importera_fields', databaseSchema),
  };
}

export function internalTablesSql({
  batches,
  writes,
  undo,
  fields,
}: InternalTables): readonly string[] {
  return [
    `CREATE TABLE IF NOT EXISTS ${batches} (
      id text PRIMARY KEY,
      import_id text NOT NULL,
      outcomes jsonb,
      written_at timestamptz NOT NULL DEFAULT now())`,
    // Ids for the greater part: to compress them takes four times as long as to write them.
    `ALTER TABLE ${batches} ALTER COLUMN outcomes SET STORAGE EXTERNAL`,
    `CREATE INDEX IF NOT EXISTS importera_batches_import ON ${batches} (import_id)`,
    // Thousands of records a row: an entry of its own for each, with its index, would double what an import writes.
    `CREATE TABLE IF NOT EXISTS ${writes} (
      import_id text NOT NULL,
      seq bigint GENERATED ALWAYS AS IDENTITY,
      entity text NOT NULL,
      ids text[] NOT NULL,
      befores jsonb[],
      was bigint[],
      became bigint[] NOT NULL,
      PRIMARY KEY (import_id, seq))`,
    // Random by nature: to try and compress them costs more than writing them.
    `ALTER TABLE ${writes} ALTER COLUMN ids SET STORAGE EXTERNAL, ALTER COLUMN was SET STORAGE EXTERNAL,
      ALTER COLUMN became SET STORAGE EXTERNAL`,
    `CREATE TABLE IF NOT EXISTS ${undo} (
      import_id text NOT NULL,
      entity text NOT NULL,
      record_id text NOT NULL,
      before jsonb,
      was bigint,
      became bigint NOT NULL,
      state text NOT NULL,
      PRIMARY KEY (import_id, entity, record_id))`,
    `CREATE TABLE IF NOT EXISTS ${fields} (
      entity text NOT NULL,
      field text NOT NULL,
      definition jsonb NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (entity, field))`,
  ];
}
