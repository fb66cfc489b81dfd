import { normalizeKey, type ListRequest, type ListResult } from '@importera/engine';
import { askedSql, askedText, fitsKind, keySql, placeKind } from './keySql.ts';
import { matchesKey, storedRecord, type LookupOptions } from './lookupRecords.ts';
import { quoteName } from './quoteName.ts';
import type { SqlQuery } from './SqlClient.ts';
import { readSql } from './storedValue.ts';

/** A part of the records of an entity, by their ids. */
export async function listRecords(
  db: SqlQuery,
  request: ListRequest,
  options: LookupOptions,
): Promise<ListResult> {
  const { layout, places } = options;
  const asked = conditions(request, options);
  if (asked === null) return { records: [], next: null };
  const id = `o.${quoteName(layout.id.name)}`;
  const parent = layout.parent === null ? 'NULL' : `o.${quoteName(layout.parent.column.name)}`;
  const values = [...places.values()].map(
    (place, index) => `${readSql(place, 'o.')} AS "${index}"`,
  );
  const { rows } = await db.query(
    `SELECT ${id}::text AS id, ${parent}::text AS parent,
       (SELECT to_jsonb(r) FROM (SELECT ${values.join(', ')}) r) AS "values"
     FROM ${layout.table} o WHERE ${asked.sql.join(' AND ')} ORDER BY ${id} LIMIT ${Math.max(1, Math.trunc(request.limit)) + 1}`,
    asked.params,
  );
  const part = rows.slice(0, request.limit);
  const where = Object.entries(request.where ?? {});
  const key = where.map(([name, value]) => keyOf(options, name, value));
  const fields = where.map(([name]) => [name, places.get(name)] as const);
  const records = part.map((row) => storedRecord(row, layout, places));
  return {
    // The database compares a little coarser.
    records: records.filter((record) => matchesKey(record, key, fields)),
    next: rows.length > part.length ? String(part.at(-1)?.['id']) : null,
  };
}

interface Conditions {
  readonly sql: readonly string[];
  readonly params: readonly string[];
}

/** Null where nothing can fit. */
function conditions(
  { where = {}, parentIds, after }: ListRequest,
  options: LookupOptions,
): Conditions | null {
  const { layout, places, collation } = options;
  const params: string[] = [];
  const sql = ['true'];
  const add = (param: string, condition: (name: string) => string): void => {
    sql.push(condition(`$${params.push(param)}::text`));
  };
  if (after !== null)
    add(after, (name) => `o.${quoteName(layout.id.name)} > ${name}::${layout.id.type}`);
  for (const [field, value] of Object.entries(where)) {
    const place = places.get(field);
    const text =
      place === undefined ? null : askedText(placeKind(place), keyOf(options, field, value));
    if (place === undefined || text === null) return null;
    add(text, (name) => `${keySql(place, 'o.', collation)} = ${askedSql(place, name, collation)}`);
  }
  if (parentIds === undefined) return { sql, params };
  const column = layout.parent?.column;
  const ids = parentIds.filter((id) => column !== undefined && fitsKind(column.kind, id));
  if (column === undefined || ids.length === 0) return null;
  const elements = (name: string): string =>
    `(SELECT e::${column.type} FROM jsonb_array_elements_text(${name}::jsonb) AS e)`;
  add(JSON.stringify(ids), (name) => `o.${quoteName(column.name)} IN ${elements(name)}`);
  return { sql, params };
}

function keyOf(
  { places }: LookupOptions,
  name: string,
  value: NonNullable<ListRequest['where']>[string],
): ReturnType<typeof normalizeKey> {
  const place = places.get(name);
  return place === undefined ? value : normalizeKey(place.field, value);
}
