import { describe, expect, test } from 'vitest';
import type { StoredRecord } from '../adapter/PersistenceAdapter.ts';
import type { RecordValues, Value } from '../schema/Schema.ts';
import type { ImportPolicy } from './Plan.ts';
import { brief, planned, type ColumnSpec } from './recordBlocks.fixture.ts';

type Rows = readonly (readonly Value[])[];

const stored = (
  id: string,
  values: RecordValues,
  parentId: string | null = null,
): StoredRecord => ({ id, values, parentId });

interface Case {
  readonly rule: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: Rows;
  readonly company?: readonly StoredRecord[];
  readonly contact?: readonly StoredRecord[];
  readonly policy?: Partial<ImportPolicy>;
  readonly expected: readonly string[];
}

const acme = stored('A', { name: 'Acme', city: 'Lund' });
const beta = stored('B', { name: 'Beta', city: 'Umeå' });
const ann = stored('ann', { email: 'ann@x.se', name: 'Ann' }, 'A');

const cases: readonly Case[] = [
  {
    rule: 'no match columns: every row creates',
    columns: ['company.name'],
    rows: [['Acme'], ['Acme']],
    company: [acme],
    expected: ['create: create company #0', 'create: create company #1'],
  },
  {
    rule: 'FX9 one stored record with the key: its other fields are updated',
    columns: ['company.name!', 'company.city'],
    rows: [['ACME ', 'Malmö']],
    company: [acme, beta],
    expected: ['update: update company A'],
  },
  {
    rule: 'nothing to change: unchanged, also where the key is spelled otherwise',
    columns: ['company.name!', 'company.city'],
    rows: [
      ['acme', 'Lund'],
      ['acme', null],
    ],
    company: [acme],
    expected: ['unchanged: unchanged company A', 'unchanged: unchanged company A'],
  },
  {
    rule: 'UP7 all parts of the key must fit',
    columns: ['company.name!', 'company.city!'],
    rows: [
      ['Acme', 'Lund'],
      ['Acme', 'Kiruna'],
    ],
    company: [acme],
    expected: ['unchanged: unchanged company A', 'create: create company #1'],
  },
  {
    rule: 'UP9 an empty part of the key matches nothing',
    columns: ['company.name!', 'company.city!'],
    rows: [
      ['Acme', null],
      ['Acme', null],
    ],
    company: [acme, stored('C', { name: 'Acme' })],
    expected: ['create: create company #0', 'create: create company #1'],
  },
  {
    rule: 'a key that a later row took from its record finds it no more',
    columns: ['company.id', 'company.name!', 'company.city'],
    rows: [
      ['A', 'Acme', 'Ystad'],
      ['A', 'Gamma', 'Ystad'],
      [null, 'Acme', 'Lund'],
      [null, 'Gamma', 'Malmö'],
    ],
    company: [acme],
    expected: [
      'update: update company A',
      'update: update company A',
      'create: create company #1',
      'update: update company A',
    ],
  },
  {
    rule: 'a key of several is of one again when the others lose it',
    columns: ['company.id', 'company.name!', 'company.city'],
    rows: [
      ['A', 'Same', null],
      ['B', 'Same', null],
      ['A', 'Acme', null],
      [null, 'Same', 'Kiruna'],
    ],
    company: [acme, beta],
    expected: [
      'update: update company A',
      'update: update company B',
      'update: update company A',
      'update: update company B',
    ],
  },
  {
    rule: 'a key that a column may not write finds no record that does not have it',
    columns: ['company.id', { to: 'company.name!', write: 'never' }, 'company.city'],
    rows: [
      ['A', 'Beta', 'Ystad'],
      [null, 'Beta', 'Kiruna'],
    ],
    company: [acme, beta],
    expected: ['update: update company A', 'update: update company B'],
  },
  {
    rule: 'UP8 the second row with a key updates what the first creates',
    columns: ['company.name!', 'company.city'],
    rows: [
      ['New', 'Lund'],
      ['new', 'Malmö'],
      ['NEW', 'Malmö'],
    ],
    expected: [
      'create: create company #0',
      'update: update company #0',
      'unchanged: unchanged company #0',
    ],
  },
  {
    rule: 'UP5 a company with three contacts is three rows that repeat the company',
    columns: ['company.name!', 'contact.email!'],
    rows: [
      ['New', 'a@x.se'],
      ['New', 'b@x.se'],
      ['New', 'c@x.se'],
    ],
    expected: [
      'create: create company #0, create contact #1',
      'create: unchanged company #0, create contact #2',
      'create: unchanged company #0, create contact #3',
    ],
  },
  {
    rule: 'a child is looked for inside its parent',
    columns: ['company.name!', 'contact.email!', 'contact.name'],
    rows: [
      ['Acme', 'ann@x.se', 'Anna'],
      ['Beta', 'ann@x.se', 'Anna'],
    ],
    company: [acme, beta],
    contact: [ann],
    expected: [
      'update: unchanged company A, update contact ann',
      'create: unchanged company B, create contact #3',
    ],
  },
  {
    rule: 'a child without a parent in its row is looked for everywhere',
    columns: ['company.name!', 'contact.email!', 'contact.name'],
    rows: [
      [null, 'ann@x.se', 'Anna'],
      ['Acme', 'ann@x.se', 'Anna'],
    ],
    company: [acme],
    contact: [ann],
    expected: [
      'update: update contact ann',
      'unchanged: unchanged company A, unchanged contact ann',
    ],
  },
  {
    rule: 'UP13 several stored records fit: a new one, which later rows hit',
    columns: ['company.name!', 'company.city'],
    rows: [
      ['Acme', 'Lund'],
      ['Acme', 'Ystad'],
    ],
    company: [acme, stored('C', { name: 'ACME' })],
    expected: ['ambiguous: create company #0', 'update: update company #0'],
  },
  {
    rule: 'FX15 several stored records fit: the whole row is skipped',
    columns: ['company.name!', 'contact.email!'],
    rows: [
      ['Acme', 'new@x.se'],
      ['Beta', 'new@x.se'],
    ],
    company: [acme, beta, stored('C', { name: 'ACME' })],
    policy: { ambiguous: 'skip' },
    expected: [
      'ambiguous: skip company, skip contact',
      'create: unchanged company B, create contact #1',
    ],
  },
  {
    rule: 'AP12 create only: what exists is not changed, new children are made inside it',
    columns: ['company.name!', 'company.city', 'contact.email!', 'contact.name'],
    rows: [
      ['Acme', 'Malmö', 'ann@x.se', 'Anna'],
      ['Acme', 'Malmö', 'new@x.se', 'New'],
      ['New', 'Lund', 'n@x.se', 'N'],
      ['New', 'Ystad', 'o@x.se', 'O'],
    ],
    company: [acme],
    contact: [ann],
    policy: { mode: 'create' },
    expected: [
      'skip: skip company A, skip contact ann',
      'create: skip company A, create contact #2',
      'create: create company #3, create contact #4',
      'create: skip company #3, create contact #5',
    ],
  },
  {
    rule: 'update only: what is not there is skipped, with what is inside it',
    columns: ['company.name!', 'company.city', 'contact.email!', 'contact.name'],
    rows: [
      ['Acme', 'Malmö', 'ann@x.se', 'Anna'],
      ['Acme', null, 'new@x.se', 'New'],
      ['New', 'Lund', 'ann@x.se', 'N'],
    ],
    company: [acme],
    contact: [ann],
    policy: { mode: 'update' },
    expected: [
      'update: update company A, update contact ann',
      'unchanged: unchanged company A, skip contact',
      'skip: skip company, skip contact',
    ],
  },
  {
    rule: 'UP4 an id identifies the record, its match columns are then written like others',
    columns: ['company.id', 'company.name!', 'company.city'],
    rows: [
      ['A', 'Acme Ltd', 'Lund'],
      [null, 'acme ltd', 'Malmö'],
      ['A', 'Acme Ltd', 'Malmö'],
    ],
    company: [acme],
    expected: [
      'update: update company A',
      'update: update company A',
      'unchanged: unchanged company A',
    ],
  },
  {
    rule: 'UP4 an unknown id falls back on the match columns, and names the same new record in later rows',
    columns: ['company.id', 'company.name!', 'company.city'],
    rows: [
      ['77', 'Acme', 'Ystad'],
      ['88', 'New', 'Lund'],
      ['88', 'Renamed', 'Lund'],
    ],
    company: [acme],
    expected: [
      'update: update company A',
      'create: create company #1',
      'update: update company #1',
    ],
  },
  {
    rule: 'a ticked id that is empty is an empty key',
    columns: [{ to: 'company.id!' }, 'company.name'],
    rows: [[null, 'Acme']],
    company: [acme],
    expected: ['create: create company #0'],
  },
  {
    rule: 'an earlier row changed the key of a stored record: it no longer fits by its old value',
    columns: ['company.id', 'company.name!', 'company.city'],
    rows: [
      ['A', 'Renamed', null],
      [null, 'Acme', 'Kiruna'],
      [null, 'Renamed', 'Kiruna'],
    ],
    company: [acme],
    expected: ['update: update company A', 'create: create company #1', 'update: update company A'],
  },
  {
    rule: 'UP7 only the contact has a key: its company is the one it stands in',
    columns: ['company.name', 'company.city', 'contact.email!', 'contact.name'],
    rows: [
      ['Acme', 'Malmö', 'ann@x.se', 'Ann'],
      ['Acme', 'Malmö', 'ann@x.se', 'Anna'],
    ],
    company: [acme],
    contact: [ann],
    expected: [
      'update: update company A, unchanged contact ann',
      'update: unchanged company A, update contact ann',
    ],
  },
  {
    rule: 'UP7 only the contact has a key: rows that repeat a new company mean the same one',
    columns: ['company.name', 'contact.email!'],
    rows: [
      ['New', 'a@x.se'],
      ['New', 'b@x.se'],
      ['Other', 'c@x.se'],
      ['New', 'a@x.se'],
    ],
    expected: [
      'create: create company #0, create contact #1',
      'create: unchanged company #0, create contact #2',
      'create: create company #3, create contact #4',
      'unchanged: unchanged company #0, unchanged contact #1',
    ],
  },
  {
    rule: 'a required field is missed by new records only',
    columns: ['contact.name!', 'contact.email', 'contact.phone'],
    rows: [
      ['Ann', null, '+461'],
      ['Bo', null, '+462'],
      ['Bo', 'bo@x.se', '+462'],
      ['Bo', null, '+463'],
    ],
    contact: [stored('ann', { name: 'Ann', email: 'ann@x.se' })],
    expected: [
      'update: update contact ann',
      'reject: ',
      'create: create contact #1',
      'update: update contact #1',
    ],
  },
  {
    rule: 'a unique value belongs to one record, in the file and in the store',
    columns: ['company.name!', 'company.orgNumber'],
    rows: [
      ['Acme', '1'],
      ['New', '1'],
      ['New', '2'],
      ['Newer', ' 2'],
      ['New', '3'],
      ['Newer', '2'],
      ['Late', 'taken'],
      ['Taker', 'taken'],
    ],
    company: [acme, stored('T', { name: 'Taker', orgNumber: 'TAKEN' })],
    expected: [
      'update: update company A',
      'reject: ',
      'create: create company #1',
      'reject: ',
      'update: update company #1',
      'create: create company #2',
      'reject: ',
      'update: update company T',
    ],
  },
  {
    rule: 'AP14 references: stored, made by an earlier row, unknown, ambiguous',
    columns: ['company.name!', 'company.owner'],
    rows: [
      ['One', 'acme'],
      ['Two', 'one'],
      ['Three', 'nobody'],
      ['Four', 'Twin'],
      ['Five', 'three'],
      ['One', 'Acme'],
    ],
    company: [acme, stored('T1', { name: 'Twin' }), stored('T2', { name: 'twin' })],
    expected: [
      'create: create company #0',
      'create: create company #1',
      'reject: ',
      'reject: ',
      'reject: ',
      'unchanged: unchanged company #0',
    ],
  },
];

describe('what each row does', () => {
  test.each(cases)(
    '$rule',
    async ({ columns, rows, company = [], contact = [], policy = {}, expected }) => {
      for (const size of [1024, 1, 2]) {
        const result = await planned(columns, rows, { stored: { company, contact }, policy, size });
        expect(result.rows.map(brief), `blocks of ${size}`).toEqual(expected);
      }
    },
  );
});

describe('write policies', () => {
  interface PolicyCase {
    readonly column: ColumnSpec;
    readonly stored: Value;
    readonly cell: Value;
    readonly to: Value | 'unchanged';
  }
  const tags = (spec: object): ColumnSpec => ({ to: 'company.tags', ...spec });
  const city = (spec: object): ColumnSpec => ({ to: 'company.city', ...spec });
  const table: readonly PolicyCase[] = [
    { column: city({}), stored: 'Lund', cell: 'Malmö', to: 'Malmö' },
    { column: city({}), stored: 'Lund', cell: null, to: 'unchanged' },
    { column: city({}), stored: null, cell: 'Lund', to: 'Lund' },
    { column: city({ clear: true }), stored: 'Lund', cell: null, to: null },
    { column: city({ clear: true }), stored: null, cell: null, to: 'unchanged' },
    { column: city({ clear: true, write: 'never' }), stored: 'Lund', cell: null, to: 'unchanged' },
    {
      column: city({ clear: true, write: 'if-empty' }),
      stored: 'Lund',
      cell: null,
      to: 'unchanged',
    },
    { column: city({ write: 'if-empty' }), stored: 'Lund', cell: 'Malmö', to: 'unchanged' },
    { column: city({ write: 'if-empty' }), stored: null, cell: 'Malmö', to: 'Malmö' },
    { column: city({ write: 'if-empty' }), stored: '', cell: 'Malmö', to: 'Malmö' },
    { column: city({ write: 'never' }), stored: 'Lund', cell: 'Malmö', to: 'unchanged' },
    { column: city({ write: 'append' }), stored: 'Lund', cell: 'Malmö', to: 'unchanged' },
    { column: tags({ write: 'append' }), stored: ['a'], cell: ['b', 'a'], to: ['a', 'b'] },
    { column: tags({ write: 'append' }), stored: ['a', 'b'], cell: ['b'], to: 'unchanged' },
    { column: tags({ write: 'append' }), stored: null, cell: ['b'], to: ['b'] },
    { column: tags({}), stored: ['a', 'b'], cell: ['b', 'a'], to: 'unchanged' },
    { column: tags({}), stored: ['a', 'b'], cell: ['b'], to: ['b'] },
    { column: tags({}), stored: [], cell: null, to: 'unchanged' },
  ];
  test.each(table)(
    '$column over $stored comes $cell',
    async ({ column, stored: value, cell, to }) => {
      const field = (typeof column === 'string' ? column : column.to).split('.')[1] ?? '';
      const company = [stored('A', { name: 'Acme', [field]: value })];
      const { rows } = await planned(['company.name!', column], [['Acme', cell]], {
        stored: { company },
      });
      const from = value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
      expect(rows[0]?.records[0]?.changes).toEqual(to === 'unchanged' ? [] : [{ field, from, to }]);
    },
  );

  test('policies are about stored values: a new record takes every filled cell', async () => {
    const { rows } = await planned(
      [
        'company.name!',
        { to: 'company.city', write: 'never' },
        { to: 'company.tags', write: 'append' },
      ],
      [['New', 'Lund', ['a']]],
    );
    expect(rows[0]?.records[0]?.values).toEqual({ name: 'New', city: 'Lund', tags: ['a'] });
  });

  test('a cell that could not be read clears nothing', async () => {
    const issues = [
      { code: 'choice-unknown', severity: 'warning' as const, row: 2, field: 'city', params: {} },
    ];
    const columns: ColumnSpec[] = ['company.name!', { to: 'company.city', clear: true }];
    const { rows } = await planned(columns, [['Acme', null]], {
      stored: { company: [acme] },
      issues,
    });
    expect(rows.map(brief)).toEqual(['unchanged: unchanged company A']);
  });

  test('a required field is never cleared', async () => {
    const columns: ColumnSpec[] = ['contact.name!', { to: 'contact.email', clear: true }];
    const { rows } = await planned(columns, [['Ann', null]], { stored: { contact: [ann] } });
    expect(rows[0]?.status).toBe('reject');
    expect(rows[0]?.issues.map(({ code, field }) => [code, field])).toEqual([
      ['required', 'email'],
    ]);
  });
});
