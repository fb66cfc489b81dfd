import { readFileSync } from 'node:fs';
import { defineSchema, parseRecipe, recipeSchema } from '@importera/engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRecipe } from '../http/checkRecipe.ts';
import { recipe as crmRecipe } from '../server.fixture.ts';
import { describeRecipe } from './describeRecipe.ts';

const ajv = new Ajv2020({ strict: false });
const isDraft = ajv.compile(recipeSchema);
const isWhole = ajv.compile(describeRecipe());

function isRead(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

const text = fc.oneof(
  fc.constantFrom('company', 'a.b', 'ignore', '.', 'a.', '.b', 'auto'),
  fc.string(),
);
const count = fc.oneof(fc.nat(9), fc.constantFrom(-1, 0.5, -0, 2 ** 53, 'auto', null, '1'));
const truth = fc.oneof(fc.boolean(), fc.constantFrom(null, 'true', 1));
const odd = fc.jsonValue({ maxDepth: 2 });
/** Members that may be missing, and now and then one that is not known or of any other type. */
const members = (model: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.record(model, { requiredKeys: [] }) },
    { weight: 2, arbitrary: fc.record(model) },
    { weight: 1, arbitrary: fc.record({ ...model, other: odd }, { requiredKeys: [] }) },
    { weight: 1, arbitrary: odd },
  );
const some = (of: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 8, arbitrary: fc.array(of, { maxLength: 2 }) }, { weight: 1, arbitrary: odd });

const kind = fc.constantFrom('field', 'ignore', 'new-field', 'other');
const type = fc.constantFrom('text', 'number', 'choice', 'id', 'url');
const target = fc.oneof(
  fc.constantFrom('company.name', 'ignore', null, 'x', 'a.', '.b', 'a.\n', 'a..', 5),
  fc.record({ kind: fc.constant('field'), entity: text, field: text }),
  members({ kind, entity: text, field: text }),
  members({ kind, entity: text, field: text, label: text, type }),
);
const column = members({
  column: count,
  header: text,
  target,
  match: truth,
  write: fc.constantFrom('overwrite', 'if-empty', 'append', 'never', 'always'),
  clear: truth,
  format: members({
    dateOrder: fc.constantFrom('dmy', 'ydm'),
    decimal: fc.constantFrom('.', ',', ';'),
  }),
  values: some(fc.array(fc.oneof(text, fc.constantFrom(null, 1)), { minLength: 1, maxLength: 3 })),
});
const recipes = members({
  $schema: odd,
  version: fc.constantFrom(1, 1, 1, 2, '1', null),
  kind: text,
  read: members({
    sheet: text,
    encoding: text,
    delimiter: text,
    quote: text,
    headerRow: count,
    skipRows: count,
  }),
  columns: some(column),
  defaults: some(members({ entity: text, field: text, value: text, fixed: truth })),
  policy: members({
    mode: fc.constantFrom('create-and-update', 'create', 'update', 'delete'),
    ambiguous: fc.constantFrom('create', 'skip', 'update'),
    allOrNothing: truth,
  }),
  settings: fc.oneof(fc.dictionary(text, fc.oneof(odd, fc.array(text))), odd),
  edits: some(members({ row: count, column: count, value: text })),
  excluded: some(count),
});

/** A recipe with a value at every place. */
const full = {
  $schema: 'x',
  version: 1,
  kind: 'all',
  read: {
    sheet: 'a',
    encoding: 'utf-8',
    delimiter: ';',
    quote: '"',
    headerRow: 'auto',
    skipRows: 0,
  },
  columns: [
    {
      column: 0,
      header: 'A',
      target: { kind: 'new-field', entity: 'a', field: 'b', label: 'B', type: 'date' },
      match: true,
      write: 'append',
      clear: false,
      format: { dateOrder: 'dmy', decimal: ',' },
      values: [['a', null]],
    },
    { header: 'B', target: 'a.b' },
    { column: 2, target: { kind: 'field', entity: 'a', field: 'b' } },
    { column: 3, target: { kind: 'ignore' } },
    { column: 4, target: null },
  ],
  defaults: [{ entity: 'a', field: 'b', value: 'c', fixed: true }],
  policy: { mode: 'update', ambiguous: 'skip', allOrNothing: true },
  settings: { a: 'b', c: ['d'], e: null, f: 1, g: true },
  edits: [{ row: 2, column: 0, value: 'x' }],
  excluded: [3],
};

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    path,
    ...keys.flatMap((key) =>
      pathsIn((value as Readonly<Record<string | number, unknown>>)[key], [...path, key]),
    ),
  ];
}

/** The value with another one at a place of it; undefined takes the place out. */
function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  const inside = changed((value as Readonly<Record<string | number, unknown>>)[key], rest, to);
  if (Array.isArray(value))
    return value.flatMap((item: unknown, at) =>
      at !== key ? [item] : inside === undefined ? [] : [inside],
    );
  return { ...(value as object), [key]: inside };
}

describe('the JSON Schema of a recipe', () => {
  test.each<[string, fc.Arbitrary<unknown>, number]>([
    ['anything like a recipe', recipes, 0],
    [
      'a whole recipe with another value at one place',
      fc
        .record({
          path: fc.constantFrom(...pathsIn(full)),
          to: fc.oneof(text, count, target, odd, fc.constant(undefined)),
        })
        .map(({ path, to }) => changed(full, path, to) ?? null),
      200,
    ],
  ])('takes what is read, and nothing else: %s', (_name, given, least) => {
    let taken = 0;
    fc.assert(
      fc.property(given, (value) => {
        const json: unknown = JSON.parse(JSON.stringify(value));
        const isTaken = isRead(() => parseRecipe(json));
        taken += isTaken ? 1 : 0;
        expect(isDraft(json), JSON.stringify(isDraft.errors)).toBe(isTaken);
      }),
      { numRuns: 1_500 },
    );
    expect(taken).toBeGreaterThanOrEqual(least);
  });

  // Of any schema and file: what names fields that are not there is told by the answer alone.
  test('refuses no recipe that the server takes', () => {
    const given = {
      ...crmRecipe,
      read: { headerRow: null },
      edits: [{ row: 2, column: 0, value: '' }],
    };
    expect(isWhole(given), JSON.stringify(isWhole.errors)).toBe(true);
  });

  test.each<[string, unknown]>([
    ['members of another thing', { version: 1, rows: [] }],
    ['a column without its place', { columns: [{ header: 'E-mail', target: 'contact.email' }] }],
    ['a column without its heading', { columns: [{ column: 0, target: 'contact.email' }] }],
    ['a target that is none', { columns: [{ column: 0, header: 'a', target: 'email' }] }],
    ['a policy that is none', { policy: { mode: 'replace' } }],
    ['a default without its value', { defaults: [{ entity: 'contact', field: 'email' }] }],
  ])('refuses %s, as the server does', (_name, json) => {
    const schema = defineSchema({
      id: 'crm',
      entities: {
        contact: { label: 'Contact', fields: { email: { type: 'email', label: 'E-mail' } } },
      },
    });
    expect(isWhole(json)).toBe(false);
    expect(() => checkRecipe(json, schema)).toThrow('The recipe ');
  });

  test('says of every member what it is', () => {
    const { properties = {} } = describeRecipe() as { properties?: Record<string, object> };
    expect(Object.keys(properties)).toEqual(
      expect.arrayContaining([
        'read',
        'columns',
        'defaults',
        'policy',
        'settings',
        'edits',
        'excluded',
      ]),
    );
    const { version: _version, ...others } = properties;
    for (const [name, member] of Object.entries(others))
      expect([name, 'description' in member]).toEqual([name, true]);
  });

  test('takes the examples of the pages', () => {
    const example = new URL('../../../../docs/examples/crm.recipe.json', import.meta.url);
    expect(isDraft(JSON.parse(readFileSync(example, 'utf8')))).toBe(true);
    const page = readFileSync(new URL('../../../../docs/server.md', import.meta.url), 'utf8');
    const shown = /```json\n(\{\n {2}"recipe".*?)```/s.exec(page)?.[1] ?? '';
    expect(isWhole((JSON.parse(shown) as { readonly recipe: unknown }).recipe)).toBe(true);
  });
});
