import type { MigrationStep } from './applyMigrations.ts';
import { packOutcomes } from './packOutcomes.ts';

/**
 * The tables of the server, step by step. Forward only: a step that was released is never changed, a new one is added.
 * Every table is keyed by the tenant first, so that a database which spreads tables over machines can do it by tenant.
 */
export const MIGRATIONS: readonly (readonly MigrationStep[])[] = [
  [
    `CREATE TABLE importera.imports (
      tenant text NOT NULL,
      id uuid NOT NULL,
      schema_id text NOT NULL,
      status text NOT NULL,
      user_id text,
      file_id uuid,
      file_name text NOT NULL,
      rows integer,
      step text NOT NULL,
      recipe json,
      run integer NOT NULL DEFAULT 0,
      claim uuid,
      progress json,
      report json,
      error json,
      undo json,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      started_at timestamptz,
      finished_at timestamptz,
      PRIMARY KEY (tenant, id))`,
    `CREATE INDEX imports_newest ON importera.imports (tenant, updated_at DESC, id)`,
    `CREATE TABLE importera.runs (
      tenant text NOT NULL,
      import_id uuid NOT NULL,
      number integer NOT NULL,
      recipe json NOT NULL,
      batch_rows integer NOT NULL,
      summary json,
      PRIMARY KEY (tenant, import_id, number),
      FOREIGN KEY (tenant, import_id) REFERENCES importera.imports ON DELETE CASCADE)`,
    `CREATE TABLE importera.plan_blocks (
      tenant text NOT NULL,
      import_id uuid NOT NULL,
      run integer NOT NULL,
      number integer NOT NULL,
      block bytea NOT NULL,
      PRIMARY KEY (tenant, import_id, run, number),
      FOREIGN KEY (tenant, import_id, run) REFERENCES importera.runs ON DELETE CASCADE)`,
    `CREATE TABLE importera.outcomes (
      tenant text NOT NULL,
      import_id uuid NOT NULL,
      row integer NOT NULL,
      run integer NOT NULL,
      status text NOT NULL,
      records jsonb NOT NULL,
      issues jsonb NOT NULL,
      PRIMARY KEY (tenant, import_id, row),
      FOREIGN KEY (tenant, import_id) REFERENCES importera.imports ON DELETE CASCADE)`,
    `CREATE TABLE importera.files (
      tenant text NOT NULL,
      id uuid NOT NULL,
      import_id uuid NOT NULL,
      name text NOT NULL,
      size bigint NOT NULL,
      received bigint NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (tenant, id))`,
    `CREATE INDEX files_of_import ON importera.files (tenant, import_id)`,
    `CREATE TABLE importera.file_chunks (
      tenant text NOT NULL,
      file_id uuid NOT NULL,
      start bigint NOT NULL,
      bytes bytea NOT NULL,
      PRIMARY KEY (tenant, file_id, start),
      FOREIGN KEY (tenant, file_id) REFERENCES importera.files ON DELETE CASCADE)`,
    `CREATE TABLE importera.outbox (
      tenant text NOT NULL,
      id text NOT NULL,
      import_id uuid NOT NULL,
      message json NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (tenant, id))`,
  ],
  [
    // An import knows the size of its file, wherever files are kept.
    `ALTER TABLE importera.imports ADD COLUMN file_size bigint`,
    `UPDATE importera.imports i SET file_size = f.size FROM importera.files f WHERE f.tenant = i.tenant AND f.id = i.file_id`,
    // What is followed: imports of a tenant that are under way.
    `CREATE INDEX imports_live ON importera.imports (tenant, id)
     WHERE status IN ('queued', 'running', 'pausing', 'paused', 'cancelling', 'undoing')`,
    // Parts of files whose bytes are objects of a bucket.
    `CREATE TABLE importera.file_objects (
      tenant text NOT NULL,
      file_id uuid NOT NULL,
      start bigint NOT NULL,
      length bigint NOT NULL,
      object text NOT NULL,
      PRIMARY KEY (tenant, file_id, start),
      FOREIGN KEY (tenant, file_id) REFERENCES importera.files ON DELETE CASCADE)`,
    `CREATE INDEX outbox_newest ON importera.outbox (tenant, created_at DESC, id)`,
  ],
  [
    // A run is written by many workers at once, batch by batch.
    `ALTER TABLE importera.runs
      ADD COLUMN planner uuid,
      ADD COLUMN rows_planned integer NOT NULL DEFAULT 0,
      ADD COLUMN open_batches integer,
      ADD COLUMN written_from timestamptz,
      ADD COLUMN error json`,
    `CREATE TABLE importera.batches (
      tenant text NOT NULL,
      import_id uuid NOT NULL,
      run integer NOT NULL,
      number integer NOT NULL,
      rows integer NOT NULL,
      worker uuid,
      rows_done integer NOT NULL DEFAULT 0,
      written integer NOT NULL DEFAULT 0,
      skipped integer NOT NULL DEFAULT 0,
      rejected integer NOT NULL DEFAULT 0,
      done_at timestamptz,
      PRIMARY KEY (tenant, import_id, run, number),
      FOREIGN KEY (tenant, import_id, run) REFERENCES importera.runs ON DELETE CASCADE)`,
    `CREATE TABLE importera.plan_pieces (
      tenant text NOT NULL,
      import_id uuid NOT NULL,
      run integer NOT NULL,
      number integer NOT NULL,
      batch integer NOT NULL,
      block bytea NOT NULL,
      settled json,
      PRIMARY KEY (tenant, import_id, run, number),
      FOREIGN KEY (tenant, import_id, run) REFERENCES importera.runs ON DELETE CASCADE)`,
    `CREATE INDEX plan_pieces_of_batch ON importera.plan_pieces (tenant, import_id, run, batch, number)`,
    // What became of the rows of a batch, column by column: ids and actions as arrays, so that the database can add them up.
    `CREATE TABLE importera.outcome_blocks (
      tenant text NOT NULL,
      import_id uuid NOT NULL,
      run integer NOT NULL,
      batch integer NOT NULL,
      digest text NOT NULL,
      first_row integer NOT NULL,
      last_row integer NOT NULL,
      size integer NOT NULL,
      states text NOT NULL,
      row_numbers bytea NOT NULL,
      statuses bytea NOT NULL,
      entities text[] NOT NULL,
      actions smallint[] NOT NULL,
      ids text[] NOT NULL,
      issues json,
      noted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (tenant, import_id, run, batch, digest),
      FOREIGN KEY (tenant, import_id) REFERENCES importera.imports ON DELETE CASCADE)`,
    `CREATE INDEX outcome_blocks_in_order ON importera.outcome_blocks (tenant, import_id, first_row)`,
    `CREATE INDEX outcome_blocks_newest ON importera.outcome_blocks (tenant, import_id, noted_at)`,
    // Plans made before are one batch each.
    `INSERT INTO importera.plan_pieces (tenant, import_id, run, number, batch, block)
     SELECT tenant, import_id, run, number, 0, block FROM importera.plan_blocks`,
    `INSERT INTO importera.batches (tenant, import_id, run, number, rows, done_at)
     SELECT r.tenant, r.import_id, r.number, 0, (r.summary->>'rows')::integer,
       CASE WHEN i.run > r.number OR i.status IN ('completed', 'undoing', 'undone') THEN now() END
     FROM importera.runs r JOIN importera.imports i ON i.tenant = r.tenant AND i.id = r.import_id
     WHERE r.summary IS NOT NULL`,
    `UPDATE importera.runs r SET rows_planned = (r.summary->>'rows')::integer, open_batches = (
       SELECT count(*) FROM importera.batches b
       WHERE b.tenant = r.tenant AND b.import_id = r.import_id AND b.run = r.number AND b.done_at IS NULL)
     WHERE r.summary IS NOT NULL`,
    packOutcomes,
    `DROP TABLE importera.plan_blocks`,
    `DROP TABLE importera.outcomes`,
  ],
  [
    // Ids, and what is packed already: to compress them takes several times as long as to write them.
    `ALTER TABLE importera.outcome_blocks ALTER COLUMN ids SET STORAGE EXTERNAL`,
    `ALTER TABLE importera.plan_pieces ALTER COLUMN block SET STORAGE EXTERNAL`,
  ],
  [
    // What whoever started an import reads: it is told of by mail when they are gone.
    `ALTER TABLE importera.imports ADD COLUMN languages text`,
  ],
];
