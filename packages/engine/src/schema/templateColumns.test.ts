import { expect, test } from 'vitest';
import { id, text } from './fields.ts';
import type { Entity, Schema } from './Schema.ts';
import { templateColumns } from './templateColumns.ts';

const schema = (entities: Readonly<Record<string, Entity>>): Schema => ({ id: 'crm', entities });
const headers = (entities: Readonly<Record<string, Entity>>): readonly string[] =>
  templateColumns(schema(entities)).map(({ header }) => header);

test('parents come before their children, ids last, custom fields too', () => {
  const columns = templateColumns(
    schema({
      contact: {
        label: 'Contact',
        parent: 'company',
        fields: { email: text({ label: 'E-mail' }) },
      },
      company: {
        label: 'Company',
        fields: {
          id: id({ label: 'Id' }),
          name: text({ label: 'Name' }),
          size: text({ label: 'Size', custom: true }),
        },
      },
    }),
  );
  expect(columns).toEqual([
    { entity: 'company', field: 'name', header: 'Name' },
    { entity: 'company', field: 'size', header: 'Size' },
    { entity: 'contact', field: 'email', header: 'E-mail' },
    { entity: 'company', field: 'id', header: 'Id' },
  ]);
});

test('a label that two entities share gets the entity before it', () => {
  expect(
    headers({
      company: {
        label: 'Company',
        fields: { phone: text({ label: 'Phone' }), name: text({ label: 'Company name' }) },
      },
      contact: { label: 'Contact', fields: { phone: text({ label: 'phone' }) } },
    }),
  ).toEqual(['Company Phone', 'Company name', 'Contact phone']);
});

test('headers stay unique when even the long form is taken', () => {
  expect(
    headers({
      company: {
        label: 'Company',
        fields: {
          a: text({ label: 'Phone' }),
          b: text({ label: 'Phone' }),
          c: text({ label: 'Company Phone' }),
        },
      },
    }),
  ).toEqual(['Company Phone', 'Company Phone (b)', 'Company Company Phone']);
});

test('a field without a label goes by its key', () => {
  expect(headers({ a: { label: 'A', fields: { key: text({ label: ' ' }) } } })).toEqual(['key']);
});
