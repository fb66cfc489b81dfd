import { ImportError, type Field, type Schema } from '@importera/engine';
import type { ColumnKind, ColumnLayout, EntityLayout, FieldPlace, Layout } from './Layout.ts';
import { jsonOf, type SqlQuery } from './SqlClient.ts';
import type { EntityNames } from './tableNames.ts';

/**
 * Reads from the catalogue how the entities' tables really are: types, defaults, constraints.
 * @throws ImportError `adapter-failed` when a table or its id is missing.
 */
export async function readLayout(
  db: SqlQuery,
  schema: Schema,
  names: ReadonlyMap<string, EntityNames>,
): Promise<Layout> {
  const tables = JSON.stringify([...names.values()].map(({ quoted }) => quoted));
  const { rows: columns } = await db.query(COLUMNS, [tables]);
  const { rows: constraints } = await db.query(CONSTRAINTS, [tables]);
  const { rows: referrers } = await db.query(REFERRERS, [tables]);
  const entities = new Map<string, EntityLayout>();
  for (const [entity, entityNames] of names) {
    const of = (rows: readonly CatalogRow[]): readonly CatalogRow[] =>
      rows.filter((row) => row['asked'] === entityNames.quoted);
    entities.set(
      entity,
      entityLayout({
        schema,
        entity,
        names: entityNames,
        columns: of(columns),
        constraints: of(constraints),
        referrers: of(referrers),
      }),
    );
  }
  return { entities, collation: await findCollation(db) };
}

type CatalogRow = Readonly<Record<string, unknown>>;

interface EntityFacts {
  readonly schema: Schema;
  readonly entity: string;
  readonly names: EntityNames;
  readonly columns: readonly CatalogRow[];
  readonly constraints: readonly CatalogRow[];
  readonly referrers: readonly CatalogRow[];
}

function entityLayout(facts: EntityFacts): EntityLayout {
  const { schema, entity, names } = facts;
  const columns = new Map(facts.columns.map((row) => [String(row['name']), columnLayout(row)]));
  const id = columns.get(names.id);
  const idRow = facts.columns.find((row) => row['name'] === names.id);
  if (id === undefined || idRow === undefined) throw missing(names, names.id, columns.size > 0);
  const parent = schema.entities[entity]?.parent;
  const parentColumn = columns.get(names.parent);
  if (parent !== undefined && parentColumn === undefined) throw missing(names, names.parent, true);
  const places = fieldPlaces(facts, columns);
  const fields = Object.entries(schema.entities[entity]?.fields ?? {});
  const usual = (name: string): string | null => (columns.has(name) ? name : null);
  return {
    entity,
    rank: rankOf(schema, entity),
    label: schema.entities[entity]?.label ?? entity,
    table: names.quoted,
    regclass: String(idRow['regclass']),
    id,
    newId: newId(idRow, id, names),
    parent:
      parent === undefined || parentColumn === undefined
        ? null
        : { entity: parent, column: parentColumn },
    columns,
    places,
    idFields: new Set(
      fields.filter(([key, { type }]) => type === 'id' && !places.has(key)).map(([key]) => key),
    ),
    custom: columns.get(names.custom)?.type === 'jsonb' ? names.custom : null,
    updatedAt: usual(names.updatedAt),
    changesByItself: idRow['changes_by_itself'] !== false,
    constraints: new Map(
      facts.constraints.map((row) => [String(row['name']), jsonOf(row['columns']) as string[]]),
    ),
    referrers: facts.referrers.map((row) => ({
      table: String(row['table']),
      column: String(row['column']),
      target: String(row['target']),
    })),
  };
}

/** How many parents stand above an entity; parents that go in a circle are counted once. */
function rankOf(schema: Schema, entity: string): number {
  const seen = new Set<string>();
  let above: string | undefined = entity;
  while (above !== undefined && !seen.has(above)) {
    seen.add(above);
    above = schema.entities[above]?.parent;
  }
  return seen.size - 1;
}

function fieldPlaces(
  { schema, entity, names }: EntityFacts,
  columns: ReadonlyMap<string, ColumnLayout>,
): ReadonlyMap<string, FieldPlace> {
  const places = new Map<string, FieldPlace>();
  const custom = columns.get(names.custom)?.type === 'jsonb';
  for (const [key, field] of Object.entries<Field>(schema.entities[entity]?.fields ?? {})) {
    const name = names.columns.get(key)?.find((candidate) => columns.has(candidate));
    const column = name === undefined ? undefined : columns.get(name);
    if (column !== undefined) places.set(key, { in: 'column', field, column });
    else if (custom && field.type !== 'id')
      places.set(key, { in: 'custom', field, key, column: names.custom });
  }
  return places;
}

function columnLayout(row: CatalogRow): ColumnLayout {
  const type = String(row['type']);
  return {
    name: String(row['name']),
    type,
    kind: columnKind(type, String(row['category'])),
    hasDefault: row['default'] !== null,
    isGenerated: row['generated'] === true,
  };
}

function columnKind(type: string, category: string): ColumnKind {
  if (type === 'uuid' || type === 'date' || type === 'boolean') return type;
  if (type === 'json' || type === 'jsonb') return 'json';
  if (type === 'smallint' || type === 'integer' || type === 'bigint') return 'integer';
  if (category === 'N') return 'decimal';
  if (category === 'A') return 'list';
  return type.startsWith('timestamp') ? 'timestamp' : 'text';
}

/** Ids are made before the insert, so that an insert of many rows tells which id is whose. */
function newId(row: CatalogRow, id: ColumnLayout, names: EntityNames): string {
  if (typeof row['sequence'] === 'string')
    return `nextval('${row['sequence'].replaceAll("'", "''")}'::regclass)`;
  if (typeof row['default'] === 'string') return row['default'];
  if (id.kind === 'uuid') return 'gen_random_uuid()';
  if (id.kind === 'text') return 'gen_random_uuid()::text';
  throw new ImportError(
    'adapter-failed',
    `Column ${names.id} of table ${names.quoted} has no default, so new records would get no id. Make it an identity column.`,
    { params: { table: names.table, column: names.id } },
  );
}

function missing(names: EntityNames, column: string, tableExists: boolean): ImportError {
  const what = tableExists
    ? `Table ${names.quoted} has no column ${column}`
    : `There is no table ${names.quoted}`;
  return new ImportError(
    'adapter-failed',
    `${what}. Call createTables(), or name the host's own table and its columns in the adapter's option tables.`,
    { params: { table: names.table, column } },
  );
}

/** Unicode lower-casing that does not depend on how the database was set up. */
async function findCollation(db: SqlQuery): Promise<string | null> {
  const { rows } = await db.query(
    `SELECT current_setting('server_encoding') AS encoding,
       (SELECT collname::text FROM pg_collation WHERE collname IN ('pg_c_utf8', 'und-x-icu')
        ORDER BY collname = 'pg_c_utf8' DESC LIMIT 1) AS collation`,
  );
  if (rows[0]?.['encoding'] !== 'UTF8') return null;
  return String(rows[0]['collation'] ?? 'default');
}

const ASKED = `jsonb_array_elements_text($1::text::jsonb) AS asked
  JOIN pg_class c ON c.oid = to_regclass(asked)`;

const COLUMNS = `
SELECT asked, c.oid::regclass::text AS regclass, a.attname::text AS name, format_type(COALESCE(NULLIF(t.typbasetype, 0), a.atttypid), NULL) AS type,
  COALESCE(b.typcategory, t.typcategory)::text AS category,
  a.attgenerated <> '' AS generated,
  CASE WHEN a.attidentity <> '' THEN 'identity' ELSE pg_get_expr(d.adbin, d.adrelid) END AS default,
  pg_get_serial_sequence(asked, a.attname) AS sequence,
  c.relkind <> 'r' OR c.relhasrules OR c.relhassubclass OR EXISTS (
    SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal AND (g.tgtype & 16) > 0) AS changes_by_itself
FROM ${ASKED}
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_type b ON b.oid = t.typbasetype
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
ORDER BY a.attnum`;

const CONSTRAINTS = `
SELECT asked, k.conname::text AS name, to_jsonb(ARRAY(
  SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey))) AS columns
FROM ${ASKED}
JOIN pg_constraint k ON k.conrelid = c.oid
UNION ALL
SELECT asked, ic.relname::text, to_jsonb(ARRAY(
  SELECT DISTINCT a.attname::text FROM pg_depend d
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
  WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid AND d.refobjid = c.oid AND d.refobjsubid > 0))
FROM ${ASKED}
JOIN pg_index i ON i.indrelid = c.oid AND i.indisunique
JOIN pg_class ic ON ic.oid = i.indexrelid
WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = c.oid)`;

const REFERRERS = `
SELECT asked, k.conrelid::regclass::text AS table, quote_ident(a.attname) AS column, quote_ident(f.attname) AS target
FROM ${ASKED}
JOIN pg_constraint k ON k.confrelid = c.oid AND k.contype = 'f' AND array_length(k.conkey, 1) = 1
JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = k.confkey[1]`;
