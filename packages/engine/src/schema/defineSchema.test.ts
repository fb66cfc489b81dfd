import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { ImportError } from '../issue/ImportError.ts';
import { defineSchema } from './defineSchema.ts';
import { entitiesInOrder } from './entitiesInOrder.ts';
import { boolean, choice, date, email, id, number, phone, reference, text, url } from './fields.ts';
import type { InferRecord } from './InferRecord.ts';
import type { Entity, Field, Schema } from './Schema.ts';

const crm = defineSchema({
  id: 'crm',
  country: 'SE',
  entities: {
    contact: {
      label: 'Contact',
      parent: 'company',
      identify: [['email'], ['name', 'phone']],
      fields: {
        id: id({ label: 'Id' }),
        name: text({ label: 'Name', required: true }),
        email: email({ label: 'E-mail', unique: true }),
        phone: phone({ label: 'Phone', country: 'NO' }),
        site: url({ label: 'Site' }),
        active: boolean({ label: 'Active', required: true }),
        born: date({ label: 'Born', min: '1900-01-01' }),
        score: number({ label: 'Score', min: 0, max: 10 }),
        manager: reference({ label: 'Manager', to: 'user', by: ['email'] }),
        org: text({ label: 'Org', format: 'se.orgnr', pattern: String.raw`\d{6}-?\d{4}` }),
      },
    },
    company: {
      label: 'Company',
      fields: {
        size: choice({
          label: 'Size',
          options: ['small', { value: 'large', label: 'Large' }],
          required: true,
        }),
        tags: choice({ label: 'Tags', options: ['a', 'b'], multiple: true }),
        free: choice({ label: 'Free', options: ['a'], open: true }),
        zip: text({ label: 'Zip', check: z.enum(['111', '222']) }),
        amount: number({ label: 'Amount', check: z.number().int(), required: true }),
      },
    },
  },
});

test('a good schema comes back as it is', () => {
  expect(crm.entities.contact.fields.name).toEqual({ type: 'text', label: 'Name', required: true });
  expectTypeOf(crm).toExtend<Schema>();
});

test('records are typed by their fields', () => {
  type Contact = InferRecord<typeof crm, 'contact'>;
  expectTypeOf<Contact['name']>().toEqualTypeOf<string>();
  expectTypeOf<Contact['email']>().toEqualTypeOf<string | null>();
  expectTypeOf<Contact['active']>().toEqualTypeOf<boolean>();
  expectTypeOf<Contact['score']>().toEqualTypeOf<number | null>();
  expectTypeOf<Contact['born']>().toEqualTypeOf<string | null>();
  expectTypeOf<Contact['manager']>().toEqualTypeOf<string | null>();
  type Company = InferRecord<typeof crm, 'company'>;
  expectTypeOf<Company['size']>().toEqualTypeOf<'small' | 'large'>();
  expectTypeOf<Company['tags']>().toEqualTypeOf<readonly ('a' | 'b')[] | null>();
  expectTypeOf<Company['free']>().toEqualTypeOf<string | null>();
  expectTypeOf<Company['zip']>().toEqualTypeOf<'111' | '222' | null>();
  expectTypeOf<Company['amount']>().toEqualTypeOf<number>();
  expect(Object.keys(crm.entities)).toEqual(['contact', 'company']);
});

test('parents come before their children, the rest in the order of the schema', () => {
  const entity = (parent?: string): Entity => ({
    label: 'x',
    fields: {},
    ...(parent === undefined ? {} : { parent }),
  });
  const schema: Schema = {
    id: 's',
    entities: { d: entity('c'), a: entity(), c: entity('b'), b: entity() },
  };
  expect(entitiesInOrder(schema).map(([key]) => key)).toEqual(['b', 'c', 'd', 'a']);
  expect(
    entitiesInOrder({ id: 's', entities: { a: entity('b'), b: entity('a'), c: entity('nope') } }),
  ).toHaveLength(3);
});

describe('a schema that can not be used', () => {
  const label = 'X';
  const withField = (field: Field): Schema => ({
    id: 's',
    entities: { e: { label, fields: { f: field } } },
  });
  const withEntity = (more: Partial<Entity>): Schema => ({
    id: 's',
    entities: { e: { label, fields: { f: text({ label }) }, ...more } },
  });
  const proto = JSON.parse('{"__proto__":{"type":"text","label":"X"}}') as Record<string, Field>;

  test.each<[string, Schema, string, RegExp]>([
    [
      'no id',
      { id: '', entities: { e: { label, fields: { f: text({ label }) } } } },
      'id',
      /give the schema a name/,
    ],
    ['no entity', { id: 's', entities: {} }, 'entities', /at least one entity/],
    ['no field', withEntity({ fields: {} }), 'entities.e.fields', /at least one field/],
    ['an unknown parent', withEntity({ parent: 'x' }), 'entities.e.parent', /no entity/],
    ['itself as parent', withEntity({ parent: 'e' }), 'entities.e.parent', /circle \(e → e\)/],
    [
      'parent like a property of objects',
      withEntity({ parent: 'constructor' }),
      'entities.e.parent',
      /no entity/,
    ],
    [
      'an unknown key field',
      withEntity({ identify: [['f', 'g']] }),
      'entities.e.identify[0]',
      /"g", which is no field.*use one of: f/,
    ],
    [
      'an empty key',
      withEntity({ identify: [['f'], []] }),
      'entities.e.identify[1]',
      /at least one/,
    ],
    [
      'a repeated key field',
      withEntity({ identify: [['f', 'f']] }),
      'entities.e.identify[0]',
      /twice/,
    ],
    ['a reserved name', withEntity({ fields: proto }), 'entities.e.fields.__proto__', /reserved/],
    [
      'a reserved name in a literal',
      withEntity({
        fields: { __proto__: text({ label }), g: text({ label }) } as unknown as Record<
          string,
          Field
        >,
      }),
      'entities.e.fields.__proto__',
      /reserved/,
    ],
    [
      'keys that differ in case',
      withEntity({ fields: { f: text({ label }), F: text({ label }) } }),
      'entities.e.fields.F',
      /only in case/,
    ],
    [
      'a key with a dot',
      withEntity({ fields: { 'a.b': text({ label }) } }),
      'entities.e.fields.a.b',
      /"\."/,
    ],
    [
      'a reference to an unknown field',
      withField(reference({ label, to: 'e', by: ['x'] })),
      'entities.e.fields.f.by[0]',
      /no field of "e"; use one of: f/,
    ],
    [
      'a reference by nothing',
      withField(reference({ label, to: 'user', by: [] })),
      'entities.e.fields.f.by',
      /name the fields/,
    ],
    [
      'no options',
      withField(choice({ label, options: [] })),
      'entities.e.fields.f.options',
      /open: true/,
    ],
    [
      'repeated options',
      withField(choice({ label, options: ['a', { value: 'a' }] })),
      'entities.e.fields.f.options[1]',
      /repeats "a"/,
    ],
    [
      'limits the wrong way round',
      withField(number({ label, min: 2, max: 1 })),
      'entities.e.fields.f.min',
      /more than max/,
    ],
    [
      'lengths the wrong way round',
      withField(text({ label, minLength: 2, maxLength: 1 })),
      'entities.e.fields.f.minLength',
      /more than maxLength/,
    ],
    [
      'a limit that is no date',
      withField(date({ label, min: '1/1/2024' })),
      'entities.e.fields.f.min',
      /ISO date/,
    ],
    [
      'a broken pattern',
      withField(text({ label, pattern: '(' })),
      'entities.e.fields.f.pattern',
      /no regular expression/,
    ],
    [
      'an odd format',
      withField(text({ label, format: 'orgnr' })),
      'entities.e.fields.f.format',
      /se\.orgnr/,
    ],
    [
      'an odd country',
      withField(phone({ label, country: 'Sweden' })),
      'entities.e.fields.f.country',
      /two-letter/,
    ],
  ])('with %s is refused with path and remedy', (_, schema, path, remedy) => {
    const error = errorOf(() => defineSchema(schema));
    expect(error.code).toBe('schema-invalid');
    expect(error.params).toMatchObject({ path });
    expect(error.message).toMatch(remedy);
  });

  test('with a circle of parents is refused once for each of its entities', () => {
    const entity = (parent: string): Entity => ({ label, parent, fields: { f: text({ label }) } });
    const error = errorOf(() =>
      defineSchema({ id: 's', entities: { a: entity('b'), b: entity('c'), c: entity('b') } }),
    );
    expect(error.params).toMatchObject({ problems: 2, path: 'entities.b.parent' });
    expect(error.message).toContain('b → c → b');
  });

  test('tells everything at once', () => {
    const error = errorOf(() =>
      defineSchema({
        id: '',
        entities: { e: { label, parent: 'x', identify: [['y']], fields: {} } },
      }),
    );
    expect(error.params).toMatchObject({ problems: 4 });
  });
});

function errorOf(act: () => unknown): ImportError {
  try {
    act();
  } catch (error) {
    if (error instanceof ImportError) return error;
  }
  throw new Error('No ImportError was thrown.');
}
