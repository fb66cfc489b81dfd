import { describe, expect, test } from 'vitest';
import type { Schema } from '../schema/Schema.ts';
import type { ColumnProfile } from '../table/Table.ts';
import { createMapping } from './createMapping.ts';
import type { ColumnSuggestion } from './Mapping.ts';
import { suggestMapping } from './suggestMapping.ts';

const schema: Schema = {
  id: 'crm',
  entities: {
    company: {
      label: 'Company',
      identify: [['orgNumber'], ['name', 'postalCode'], ['name']],
      fields: {
        name: { type: 'text', label: 'Company name' },
        orgNumber: { type: 'text', label: 'Organisation number' },
        postalCode: { type: 'text', label: 'Postal code' },
        founded: { type: 'date', label: 'Founded' },
        revenue: { type: 'number', label: 'Revenue' },
        segments: { type: 'choice', label: 'Segments', options: ['A'], multiple: true },
        size: { type: 'choice', label: 'Size', options: ['S'] },
      },
    },
  },
};
const profile = (changes: Partial<ColumnProfile>): ColumnProfile => ({
  filled: 1,
  empty: 0,
  distinct: [],
  distinctComplete: true,
  maxLength: 10,
  likely: { number: 0, date: 0, boolean: 0, email: 0, phone: 0, url: 0 },
  evidence: { dateOrders: [], decimals: [] },
  ...changes,
});
function create(columns: Readonly<Record<string, Partial<ColumnProfile>>>) {
  const list = Object.entries(columns).map(([header, changes], index) => ({
    index,
    header,
    samples: [],
    profile: profile(changes),
  }));
  return createMapping(list, suggestMapping(list, schema), schema).columns;
}
const ticked = (columns: ReturnType<typeof create>): readonly string[] =>
  columns.filter(({ match }) => match).map(({ header }) => header);

test('good guesses are targets, the rest is open', () => {
  expect(create({ Företagsnamn: {}, Zwobbel: {} })).toMatchObject([
    {
      target: { kind: 'field', entity: 'company', field: 'name' },
      write: 'overwrite',
      clear: false,
    },
    { target: null, match: false, values: [] },
  ]);
});

test('a guess below the threshold leaves the column open', () => {
  const guess = { entity: 'company', field: 'name', score: 0.6, reason: 'similar' } as const;
  const suggestion: ColumnSuggestion = { column: 0, header: 'Namm', guess, runnerUp: null };
  const columns = [{ index: 0, header: 'Namm' }];
  const target = (threshold: number) =>
    createMapping(columns, [suggestion], schema, { threshold }).columns[0]?.target;
  expect(target(0.7)).toBeNull();
  expect(target(0.6)).toMatchObject({ field: 'name' });
});

test('columns of an error file and columns without anything are ignored', () => {
  const columns = create({ 'Importera: row': {}, ' ': { filled: 0 }, '': { filled: 2 } });
  expect(columns.map(({ target }) => target)).toEqual([
    { kind: 'ignore' },
    { kind: 'ignore' },
    null,
  ]);
});

describe('match ticks', () => {
  test('are those of the first combination that is mapped as a whole', () => {
    expect(ticked(create({ 'Company name': {}, 'Org.nr': {} }))).toEqual(['Org.nr']);
    expect(ticked(create({ Postnr: {}, Firma: {} }))).toEqual(['Postnr', 'Firma']);
    expect(ticked(create({ Firma: {} }))).toEqual(['Firma']);
    expect(ticked(create({ Postnr: {} }))).toEqual([]);
  });

  const rows = (filled: number) => ({ filled, empty: 10 - filled });
  test.each([
    ['a column without values gives way', { 'Org.nr': 0, Firma: 10 }, ['Firma']],
    ['a combination with one empty column gives way', { Postnr: 0, Firma: 10 }, ['Firma']],
    ['a column most records lack gives way', { 'Org.nr': 2, Firma: 10 }, ['Firma']],
    ['a column most records have stays', { 'Org.nr': 6, Firma: 10 }, ['Org.nr']],
    // Rows of contacts, few of which name a company: what counts is the company's own columns.
    ['the records count, not the rows', { 'Org.nr': 2, Firma: 3 }, ['Org.nr']],
    ['the only combination with a value stays', { 'Org.nr': 2, Revenue: 10 }, ['Org.nr']],
    ['nothing is left where none has a value', { 'Org.nr': 0, Firma: 0, Revenue: 10 }, []],
  ])('%s', (_, columns, expected) => {
    const filled = Object.entries(columns).map(([header, count]) => [header, rows(count)]);
    expect(ticked(create(Object.fromEntries(filled)))).toEqual(expected);
  });
});

test('several choices are appended', () => {
  expect(create({ Segments: {}, Size: {} }).map(({ write }) => write)).toEqual([
    'append',
    'overwrite',
  ]);
});

test('the format is what the values prove, and nothing while they leave it open', () => {
  const dates = (dateOrders: ColumnProfile['evidence']['dateOrders']) => ({
    evidence: { dateOrders, decimals: [] },
  });
  expect(create({ Founded: dates(['dmy']) })[0]?.format).toEqual({ dateOrder: 'dmy' });
  expect(create({ Founded: dates(['dmy', 'mdy']) })[0]?.format).toEqual({});
  const numbers = { evidence: { dateOrders: [], decimals: [','] as const } };
  expect(create({ Revenue: numbers })[0]?.format).toEqual({ decimal: ',' });
});
