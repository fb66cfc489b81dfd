import { expect, test } from 'vitest';
import type { Schema } from '../schema/Schema.ts';
import { completeness } from './completeness.ts';
import type { ColumnMapping, ColumnTarget } from './Mapping.ts';

const schema: Schema = {
  id: 'crm',
  entities: {
    company: {
      label: 'Company',
      fields: {
        name: { type: 'text', label: 'Name', required: true },
        city: { type: 'text', label: 'City' },
      },
    },
    contact: {
      label: 'Contact',
      fields: { email: { type: 'email', label: 'E-mail', required: true } },
    },
  },
};
const field = (entity: string, key: string): ColumnTarget => ({
  kind: 'field',
  entity,
  field: key,
});
const columns = (...targets: readonly (ColumnTarget | null)[]): readonly ColumnMapping[] =>
  targets.map((target, column) => ({
    column,
    header: `H${column}`,
    target,
    match: false,
    write: 'overwrite',
    clear: false,
    format: {},
    values: [],
  }));

test('complete when every column is dealt with', () => {
  const result = completeness(columns(field('company', 'name'), { kind: 'ignore' }), schema);
  expect(result).toEqual({ complete: true, open: [], missing: [], duplicates: [], issues: [] });
});

test('open columns are named', () => {
  const result = completeness(columns(field('company', 'name'), null), schema);
  expect(result).toMatchObject({ complete: false, open: [1] });
  expect(result.issues).toEqual([
    { code: 'column-open', severity: 'error', column: 1, params: { header: 'H1' } },
  ]);
});

test('a field that is mapped twice is an issue, also one made on the spot', () => {
  const made = (column: string): ColumnTarget => ({
    kind: 'new-field',
    entity: 'company',
    field: 'vip',
    label: column,
    type: 'text',
  });
  const twice = columns(field('company', 'name'), made('a'), field('company', 'name'), made('b'));
  expect(completeness(twice, schema)).toMatchObject({
    complete: false,
    duplicates: [
      { entity: 'company', field: 'name', columns: [0, 2] },
      { entity: 'company', field: 'vip', columns: [1, 3] },
    ],
  });
});

test('required fields are asked for in the entities that are imported, and may have a default', () => {
  const city = columns(field('company', 'city'));
  expect(completeness(city, schema)).toMatchObject({
    complete: true,
    missing: [{ entity: 'company', field: 'name' }],
    issues: [{ code: 'required-not-mapped', severity: 'warning' }],
  });
  const defaults = [{ entity: 'company', field: 'name', value: 'Unknown' }];
  expect(completeness(city, schema, defaults).missing).toEqual([]);
});
