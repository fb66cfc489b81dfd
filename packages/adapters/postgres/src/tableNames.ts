import type { Schema } from '@importera/engine';
import { nameColumns, nameTables } from './nameTables.ts';
import { quoteName } from './quoteName.ts';
import type { TableOptions } from './TableOptions.ts';

/** Raw names of an entity's table and columns, the host's first. */
export interface EntityNames {
  readonly table: string;
  readonly schema: string | undefined;
  /** `"schema"."table"`. */
  readonly quoted: string;
  readonly id: string;
  readonly parent: string;
  readonly custom: string;
  readonly updatedAt: string;
  /** Candidates for each field's column, the best first. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** The host named the table, so it is the host's and never altered. */
  readonly isHosts: boolean;
}

export interface NameOptions {
  readonly schema: Schema;
  readonly tables: Readonly<Record<string, TableOptions>>;
  readonly databaseSchema: string | undefined;
}

export function tableNames({
  schema,
  tables,
  databaseSchema,
}: NameOptions): ReadonlyMap<string, EntityNames> {
  const defaults = nameTables(schema);
  const names = new Map<string, EntityNames>();
  for (const [entity, defaultTable] of defaults) {
    const options = (Object.hasOwn(tables, entity) ? tables[entity] : undefined) ?? {};
    const table = options.table ?? defaultTable;
    const inSchema = options.schema ?? databaseSchema;
    names.set(entity, {
      table,
      schema: inSchema,
      quoted: qualified(table, inSchema),
      id: options.id ?? 'id',
      parent: options.parent ?? 'parent_id',
      custom: options.custom ?? 'custom',
      updatedAt: options.updatedAt ?? 'updated_at',
      columns: columnCandidates(schema, entity, options),
      isHosts: Object.hasOwn(tables, entity),
    });
  }
  return names;
}

export function qualified(table: string, schema: string | undefined): string {
  return schema === undefined ? quoteName(table) : `${quoteName(schema)}.${quoteName(table)}`;
}

/** The database schemas the tables are in, where any is named. */
export function databaseSchemas(
  names: ReadonlyMap<string, EntityNames>,
  databaseSchema: string | undefined,
): readonly string[] {
  const all = [databaseSchema, ...[...names.values()].map(({ schema }) => schema)];
  return [...new Set(all.filter((schema) => schema !== undefined))];
}

function columnCandidates(
  schema: Schema,
  entity: string,
  { columns = {}, ...options }: TableOptions,
): ReadonlyMap<string, readonly string[]> {
  const candidates = new Map<string, readonly string[]>();
  const isHosts = options.table !== undefined || Object.keys(columns).length > 0;
  for (const [field, name] of nameColumns(schema, entity)) {
    if (Object.hasOwn(columns, field)) candidates.set(field, [columns[field] ?? name]);
    else candidates.set(field, isHosts ? [field, name] : [name]);
  }
  return candidates;
}
