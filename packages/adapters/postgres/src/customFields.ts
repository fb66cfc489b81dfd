import { ImportError, type Field, type NewField } from '@importera/engine';
import type { EntityLayout, FieldPlace } from './Layout.ts';
import { jsonOf, type SqlQuery } from './SqlClient.ts';

/** The custom fields made so far, by key. */
export async function readCustomFields(
  db: SqlQuery,
  table: string,
  entity: string,
): Promise<Readonly<Record<string, Field>>> {
  const { rows } = await db.query(
    `SELECT field, definition FROM ${table} WHERE entity = $1 ORDER BY made_at, field`,
    [entity],
  );
  return Object.fromEntries(
    rows.map((row) => [String(row['field']), jsonOf(row['definition']) as Field]),
  );
}

/**
 * Files the definition of a custom field; one that exists stays as it is.
 * @throws ImportError `adapter-failed` when the entity's table has no column for custom fields.
 */
export async function makeCustomField(
  db: SqlQuery,
  field: NewField,
  { table, layout }: { readonly table: string; readonly layout: EntityLayout },
): Promise<void> {
  if (layout.custom === null) {
    throw new ImportError(
      'adapter-failed',
      `Table ${layout.table} has no jsonb column for custom fields, so ${field.label} can not be made. Add one and name it in tables.${field.entity}.custom.`,
      { params: { entity: field.entity, field: field.field } },
    );
  }
  await db.query(
    `INSERT INTO ${table} (entity, field, definition) VALUES ($1, $2, $3::text::jsonb) ON CONFLICT DO NOTHING`,
    [field.entity, field.field, JSON.stringify(definition(field))],
  );
}

/** Where custom fields are stored, by key. */
export function customPlaces(
  layout: EntityLayout,
  fields: Readonly<Record<string, Field>>,
): ReadonlyMap<string, FieldPlace> {
  const { custom } = layout;
  if (custom === null) return new Map();
  const places = Object.entries(fields).map(([key, field]): [string, FieldPlace] => [
    key,
    { in: 'custom', field, key, column: custom },
  ]);
  return new Map(places);
}

function definition({ label, type }: NewField): Field {
  const base = { label, custom: true };
  if (type === 'choice') return { ...base, type, options: [], open: true };
  // Neither a target nor an id can be made on the spot.
  if (type === 'reference' || type === 'id') return { ...base, type: 'text' };
  return { ...base, type };
}
