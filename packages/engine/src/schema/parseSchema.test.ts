import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../issue/ImportError.ts';
import { parseSchema } from './parseSchema.ts';

const GOOD = {
  id: 'crm',
  country: 'SE',
  settings: {
    campaign: { type: 'choice', label: 'Campaign', options: ['spring'], multiple: true },
    report: { type: 'emails', label: 'Report to' },
  },
  entities: {
    company: {
      label: 'Company',
      identify: [['orgNumber'], ['name']],
      fields: {
        name: { type: 'text', label: 'Name', aliases: ['Företag'], required: true },
        orgNumber: { type: 'text', label: 'Org.', format: 'se.orgnr' },
      },
    },
    contact: {
      label: 'Contact',
      parent: 'company',
      extendable: true,
      fields: {
        email: { type: 'email', label: 'E-mail', unique: true },
        tags: {
          type: 'choice',
          label: 'Tags',
          options: ['a', { value: 'b', label: 'B', aliases: ['bb'] }],
          multiple: true,
          open: true,
        },
        born: { type: 'date', label: 'Born', min: '1900-01-01', time: false },
        home: { type: 'reference', label: 'Home', to: 'project', by: ['name'] },
        score: { type: 'number', label: 'Score', min: 0, max: 10, integer: true, unit: '%' },
      },
    },
  },
};

test('reads JSON text, with or without a byte-order mark, and parsed JSON', () => {
  const text = JSON.stringify(GOOD);
  expect(parseSchema(text)).toEqual(GOOD);
  expect(parseSchema(`\ufeff${text}`)).toEqual(GOOD);
  expect(parseSchema(GOOD)).toEqual(GOOD);
});

const entity = (more: object): string =>
  JSON.stringify({
    id: 's',
    entities: { e: { label: 'E', fields: { f: { type: 'text', label: 'F' } }, ...more } },
  });
const field = (value: unknown): string => entity({ fields: { f: value } });

describe('names the path of every problem', () => {
  test.each<[string, string, string, RegExp]>([
    ['no JSON', '{', '', /not valid JSON/],
    ['a list', '[]', '', /is a list; write an object/],
    ['nothing', 'null', '', /is null/],
    ['no id', '{"entities":{}}', 'id', /is missing/],
    ['no entities', '{"id":"s"}', 'entities', /is missing; it must be an object/],
    ['entities as a list', '{"id":"s","entities":[]}', 'entities', /is a list/],
    [
      'an unknown key',
      '{"id":"s","entities":{},"entitys":{}}',
      'entitys',
      /not known here; use one of: id, entities/,
    ],
    ['an entity that is a text', '{"id":"s","entities":{"e":"x"}}', 'entities.e', /the text "x"/],
    [
      'an entity without label',
      '{"id":"s","entities":{"e":{"fields":{}}}}',
      'entities.e.label',
      /is missing/,
    ],
    ['identify as one list', entity({ identify: ['f'] }), 'entities.e.identify', /list of lists/],
    ['a field that is a text', field('text'), 'entities.e.fields.f', /"type" and a "label"/],
    [
      'a field without type',
      field({ label: 'F' }),
      'entities.e.fields.f.type',
      /is missing; use one of: text, number/,
    ],
    [
      'an unknown type',
      field({ type: 'string', label: 'F' }),
      'entities.e.fields.f.type',
      /is "string"; use one of/,
    ],
    [
      'a type like a property of objects',
      field({ type: 'constructor', label: 'F' }),
      'entities.e.fields.f.type',
      /use one of/,
    ],
    [
      'a wrong flag',
      field({ type: 'text', label: 'F', required: 'yes' }),
      'entities.e.fields.f.required',
      /must be true or false/,
    ],
    [
      'a wrong limit',
      field({ type: 'number', label: 'F', min: '1' }),
      'entities.e.fields.f.min',
      /must be a number/,
    ],
    [
      'a key of another type',
      field({ type: 'text', label: 'F', options: [] }),
      'entities.e.fields.f.options',
      /not known here/,
    ],
    [
      'no options',
      field({ type: 'choice', label: 'F' }),
      'entities.e.fields.f.options',
      /is missing/,
    ],
    [
      'a wrong option',
      field({ type: 'choice', label: 'F', options: [1] }),
      'entities.e.fields.f.options',
      /list of texts or of objects/,
    ],
    [
      'a wrong setting',
      '{"id":"s","settings":{"a":{"type":"x","label":"A"}},"entities":{}}',
      'settings.a.type',
      /use one of: text, number, date, switch/,
    ],
    ['what only the whole can tell', entity({ parent: 'x' }), 'entities.e.parent', /no entity/],
    [
      'a field twice',
      '{"id":"s","entities":{"e":{"label":"E","fields":{"f":{"type":"text","label":"A"},"f":{"type":"text","label":"B"}}}}}',
      'entities.e.fields.f',
      /stands twice/,
    ],
    [
      '__proto__',
      '{"id":"s","entities":{"e":{"label":"E","fields":{"__proto__":{"type":"text","label":"A"}}}}}',
      'entities.e.fields.__proto__',
      /reserved/,
    ],
  ])('%s', (_, json, path, remedy) => {
    const error = errorOf(json);
    expect(error.code).toBe('schema-invalid');
    expect(error.params['path']).toBe(path);
    expect(error.message).toMatch(remedy);
  });

  test('all at once, and no problem for the same key in different objects or in a text', () => {
    const error = errorOf(
      entity({
        label: 1,
        fields: { f: { type: 'x', label: 'a {"label": "b", "label"' }, g: { type: 'text' } },
      }),
    );
    expect(error.params).toMatchObject({ problems: 1, path: 'entities.e.label' });
    const fields = errorOf(
      entity({
        fields: { f: { type: 'x', label: 'a {"label": "b", "label"' }, g: { type: 'text' } },
      }),
    );
    expect(fields.params).toMatchObject({ problems: 2 });
  });
});

test('any JSON gives a schema or a clear error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.json().map((part) => `{"id":"s","entities":{"e":${part}}}`),
        fc.json().map((part) => field(JSON.parse(part))),
      ),
      (json) => {
        try {
          parseSchema(json);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      },
    ),
  );
});

function errorOf(json: string): ImportError {
  try {
    parseSchema(json);
  } catch (error) {
    if (error instanceof ImportError) return error;
  }
  throw new Error('No ImportError was thrown.');
}
