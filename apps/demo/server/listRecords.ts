import { RECORD_ID, type ChoiceField, type Schema, type StoredRecord } from '@importera/engine';
import type { Company } from './openCompany.ts';

export interface RecordFilter {
  readonly search?: string;
  /** Records with this choice: by a choice field of their own, or of their parent. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Only what this import wrote (FX20). */
  readonly importId?: string;
  readonly ids?: readonly string[];
  /** Only the children of this record. */
  readonly parent?: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface ListedRecord extends StoredRecord {
  /** The record it belongs to, e.g. the company of a contact. */
  readonly parent: {
    readonly entity: string;
    readonly id: string;
    readonly values: StoredRecord['values'];
  } | null;
  /** The records that reference fields point at, by field. */
  readonly references: Readonly<Record<string, NonNullable<ListedRecord['parent']>>>;
}

export interface RecordList {
  readonly total: number;
  readonly records: readonly ListedRecord[];
}

const TEXTUAL = new Set(['text', 'email', 'phone', 'url', 'choice']);

/** A page of the records of an entity by their first field, with how many there are in all. */
export async function listRecords(
  company: Company,
  entity: string,
  filter: RecordFilter,
): Promise<RecordList> {
  const { client } = company;
  const { from, where, order, params } = query(company, entity, filter);
  const counted = await client.query(
    `SELECT count(*)::int AS total FROM ${from} WHERE ${where}`,
    params,
  );
  const page = await client.query(
    `SELECT r.id::text AS id FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ${filter.limit ?? 0} OFFSET ${filter.offset ?? 0}`,
    params,
  );
  const ids = page.rows.map(({ id }) => String(id));
  return {
    total: Number(counted.rows[0]?.['total'] ?? 0),
    records: await readRecords(company, entity, ids),
  };
}

/** One record with everything that is stored of it. */
export async function readRecord(
  company: Company,
  entity: string,
  id: string,
): Promise<ListedRecord | null> {
  return (await readRecords(company, entity, [id]))[0] ?? null;
}

interface Query {
  readonly from: string;
  readonly where: string;
  readonly order: string;
  readonly params: readonly unknown[];
}

/** Tables and columns are named as the Postgres adapter names them: `orgNumber` is `org_number`. */
function query(company: Company, entity: string, filter: RecordFilter): Query {
  const { databaseSchema, scenario } = company;
  const { schema } = scenario;
  const own = schema.entities[entity];
  const parent = own?.parent;
  const table = (of: string): string => `${databaseSchema}.${nameOf(of)}`;
  const params: unknown[] = [];
  const parts = ['true'];
  const add = (value: unknown, sql: (placeholder: string) => string): void => {
    if (value === undefined) return;
    params.push(value);
    parts.push(sql(`$${params.length}`));
  };
  const columns = [
    ...textColumns(schema, entity).map((name) => `r.${name}`),
    ...(parent === undefined
      ? []
      : textColumns(schema, parent)
          .slice(0, 1)
          .map((name) => `p.${name}`)),
  ];
  add(
    filter.search && likePattern(filter.search),
    (text) => `concat_ws(' ', ${columns.join(', ')}) ILIKE ${text}`,
  );
  for (const [field, value] of Object.entries(filter.choices ?? {})) {
    const place = choicePlace(schema, entity, field);
    if (place === null) continue;
    const column = `${place.alias}.${nameOf(field)}`;
    add(value, (is) =>
      place.field.multiple === true ? `${is} = ANY(${column})` : `${column} = ${is}`,
    );
  }
  add(filter.ids, (ids) => `r.id::text = ANY(${ids})`);
  if (parent !== undefined) add(filter.parent, (id) => `r.parent_id::text = ${id}`);
  // The adapter notes every record an import touched, for undo.
  add(
    filter.importId,
    (id) =>
      `r.id::text IN (SELECT unnest(ids) FROM ${databaseSchema}.importera_writes WHERE import_id = ${id} AND entity = '${entity}')`,
  );
  const [first, second = first] = textColumns(schema, entity);
  return {
    from: `${table(entity)} r${parent === undefined ? '' : ` LEFT JOIN ${table(parent)} p ON p.id = r.parent_id`}`,
    where: parts.join(' AND '),
    order: `${first === undefined ? '' : `lower(r.${first}::text), lower(r.${second}::text), `}r.id`,
    params,
  };
}

function choicePlace(
  schema: Schema,
  entity: string,
  field: string,
): { readonly alias: 'r' | 'p'; readonly field: ChoiceField } | null {
  const own = schema.entities[entity];
  const parent = own?.parent === undefined ? undefined : schema.entities[own.parent];
  const at = [
    { alias: 'r', found: own?.fields[field] },
    { alias: 'p', found: parent?.fields[field] },
  ] as const;
  for (const { alias, found } of at) if (found?.type === 'choice') return { alias, field: found };
  return null;
}

function textColumns(schema: Schema, entity: string): readonly string[] {
  return Object.entries(schema.entities[entity]?.fields ?? {})
    .filter(([, { type }]) => TEXTUAL.has(type))
    .map(([key]) => nameOf(key));
}

function nameOf(key: string): string {
  return key.replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2').toLowerCase();
}

function likePattern(search: string): string {
  return `%${search.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
}

/** Values come from the adapter, so that a list shows what an import compares with, custom fields too. */
async function readRecords(
  { adapter, scenario }: Company,
  entity: string,
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
  const { parent, fields } = scenario.schema.entities[entity] ?? { fields: {} };
  /** The record another entity has for an id; each is read once. */
  const targets = async (
    of: string,
    wanted: readonly unknown[],
  ): Promise<(id: unknown) => ListedRecord['parent']> => {
    const known = wanted.filter((id) => typeof id === 'string');
    const found = await find(of, [...new Set(known)]);
    const values = new Map(found.map((record) => [record.id, record.values]));
    return (id) => {
      const held = typeof id === 'string' ? values.get(id) : undefined;
      return held === undefined ? null : { entity: of, id: String(id), values: held };
    };
  };
  const parentOf =
    parent === undefined
      ? () => null
      : await targets(
          parent,
          records.map(({ parentId }) => parentId),
        );
  const references: Record<string, (id: unknown) => ListedRecord['parent']> = {};
  for (const [key, field] of Object.entries(fields)) {
    if (field.type !== 'reference' || !Object.hasOwn(scenario.schema.entities, field.to)) continue;
    references[key] = await targets(
      field.to,
      records.map(({ values }) => values[key]),
    );
  }
  return records.map((record) => ({
    ...record,
    parent: parentOf(record.parentId),
    references: Object.fromEntries(
      Object.entries(references).flatMap(([key, targetOf]) => {
        const target = targetOf(record.values[key]);
        return target === null ? [] : [[key, target]];
      }),
    ),
  }));
}
