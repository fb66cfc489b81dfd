import { RECORD_ID } from '@importera/engine';
import type { StoredRecord } from '@importera/engine';
import type { Database } from './openDatabase.ts';

export interface RecordFilter {
  readonly search?: string;
  readonly segment?: string;
  /** Only what this import wrote (FX20). */
  readonly importId?: string;
  readonly ids?: readonly string[];
  /** Only the children of this record. */
  readonly parent?: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface ListedRecord extends StoredRecord {
  /** The company a contact belongs to. */
  readonly parent: { readonly id: string; readonly name: string } | null;
}

export interface RecordList {
  readonly total: number;
  readonly records: readonly ListedRecord[];
}

const lists = {
  company: {
    from: 'company r',
    order: 'lower(r.name), r.id',
    search: `concat_ws(' ', r.name, r.org_number, r.customer_number, r.city, r.phone, r.website)`,
    segment: 'r.segment',
    parent: 'null',
  },
  contact: {
    from: 'contact r LEFT JOIN company p ON p.id = r.parent_id',
    order: 'lower(r.last_name), lower(r.first_name), r.id',
    search: `concat_ws(' ', r.first_name, r.last_name, r.email, r.phone, r.mobile, r.title, p.name)`,
    segment: 'p.segment',
    parent: 'r.parent_id::text',
  },
} as const;

export type EntityName = keyof typeof lists;

export function isEntity(name: string): name is EntityName {
  return Object.hasOwn(lists, name);
}

/** A page of companies or contacts by name, with how many there are in all. */
export async function listRecords(
  database: Database,
  entity: EntityName,
  filter: RecordFilter,
): Promise<RecordList> {
  const { from, order } = lists[entity];
  const { where, params } = condition(entity, filter);
  const counted = await database.db.query<{ readonly total: number }>(
    `SELECT count(*)::int AS total FROM ${from} WHERE ${where}`,
    params,
  );
  const page = await database.db.query<{ readonly id: string }>(
    `SELECT r.id::text AS id FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ${filter.limit ?? 0} OFFSET ${filter.offset ?? 0}`,
    params,
  );
  const ids = page.rows.map(({ id }) => id);
  return { total: counted.rows[0]?.total ?? 0, records: await readRecords(database, entity, ids) };
}

/** One record with everything that is stored of it. */
export async function readRecord(
  database: Database,
  entity: EntityName,
  id: string,
): Promise<ListedRecord | null> {
  return (await readRecords(database, entity, [id]))[0] ?? null;
}

function condition(
  entity: EntityName,
  filter: RecordFilter,
): { readonly where: string; readonly params: unknown[] } {
  const { search, segment, parent } = lists[entity];
  const params: unknown[] = [];
  const parts = ['true'];
  const add = (value: unknown, sql: (placeholder: string) => string): void => {
    if (value === undefined) return;
    params.push(value);
    parts.push(sql(`$${params.length}`));
  };
  add(filter.search && likePattern(filter.search), (text) => `${search} ILIKE ${text}`);
  add(filter.segment, (value) => `${value} = ANY(${segment})`);
  add(filter.ids, (ids) => `r.id::text = ANY(${ids})`);
  add(filter.parent, (id) => `${parent} = ${id}`);
  // The adapter notes every record an import touched, for undo.
  add(
    filter.importId,
    (id) =>
      `r.id::text IN (SELECT record_id FROM importera_changes WHERE import_id = ${id} AND entity = '${entity}')`,
  );
  return { where: parts.join(' AND '), params };
}

function likePattern(search: string): string {
  return `%${search.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
}

/** Values come from the adapter, so that a list shows what an import compares with, custom fields too. */
async function readRecords(
  { adapter }: Database,
  entity: EntityName,
  ids: readonly string[],
): Promise<readonly ListedRecord[]> {
  const context = { importId: 'list', settings: {} };
  const find = async (of: string, wanted: readonly string[]): Promise<readonly StoredRecord[]> => {
    if (wanted.length === 0) return [];
    const keys = wanted.map((id) => [id]);
    const { matches } = await adapter.lookup({ entity: of, fields: [RECORD_ID], keys }, context);
    return matches.flat();
  };
  const records = await find(entity, ids);
  const parentIds = records.flatMap(({ parentId }) => parentId ?? []);
  const parents = new Map(
    (await find('company', [...new Set(parentIds)])).map(({ id, values }) => [
      id,
      String(values['name'] ?? ''),
    ]),
  );
  return records.map((record) => ({ ...record, parent: parentOf(record, parents) }));
}

function parentOf(
  { parentId }: StoredRecord,
  names: ReadonlyMap<string, string>,
): ListedRecord['parent'] {
  if (parentId == null) return null;
  return { id: parentId, name: names.get(parentId) ?? '' };
}
