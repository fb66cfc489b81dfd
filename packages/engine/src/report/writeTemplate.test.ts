import { read, utils } from '@e965/xlsx';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestMapping } from '../mapping/suggestMapping.ts';
import { choice, date, email, id, text } from '../schema/fields.ts';
import type { Schema } from '../schema/Schema.ts';
import { templateColumns } from '../schema/templateColumns.ts';
import type { Block } from '../source/Block.ts';
import type { Source } from '../source/Source.ts';
import { openWorkbook } from '../source/workbook/openWorkbook.ts';
import { writeTemplate } from './writeTemplate.ts';

const CRM: Schema = {
  id: 'crm',
  entities: {
    company: {
      label: 'Company',
      fields: {
        id: id({ label: 'Upsales id' }),
        name: text({ label: 'Name', required: true, help: 'As registered.', example: '=Acme AB' }),
        segment: choice({ label: 'Segment', options: ['A & B', { value: 'c', label: 'Café' }] }),
        tags: choice({ label: 'Tags', options: ['x', 'y'], multiple: true, open: true }),
        founded: date({ label: 'Founded, year', custom: true }),
      },
    },
    contact: {
      label: 'Contact',
      parent: 'company',
      fields: { name: text({ label: 'Name' }), email: email({ label: 'E-mail' }) },
    },
  },
};
const HEADERS = ['Company Name', 'Segment', 'Tags', 'Founded, year', 'Contact Name', 'E-mail'];

async function blocksOf(source: Source): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for await (const block of source.blocks()) blocks.push(block);
  return blocks;
}

test('CSV: one quoted header line after a byte order mark', async () => {
  const bytes = await writeTemplate(CRM, 'csv');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe(
    'Company Name,Segment,Tags,"Founded, year",Contact Name,E-mail\r\n',
  );
});

test('CSV: with another delimiter', async () => {
  const bytes = await writeTemplate(CRM, 'csv', { delimiter: ';' });
  expect(new TextDecoder().decode(bytes)).toBe(
    'Company Name;Segment;Tags;Founded, year;Contact Name;E-mail\r\n',
  );
});

test.each(['xlsx', 'xls'] as const)(
  '%s: our own reader finds the headers and no rows',
  async (format) => {
    const source = await openWorkbook(await writeTemplate(CRM, format));
    expect(source.format).toBe(format);
    expect(source.sheet).toBe('Import');
    const blocks = await blocksOf(source);
    expect(blocks.map(({ size }) => size)).toEqual([1]);
    expect(blocks[0]?.columns.map(({ texts }) => texts[0])).toEqual(HEADERS);
  },
);

test.each(['xlsx', 'xls'] as const)('%s: the second sheet explains each field', async (format) => {
  const book = read(await writeTemplate(CRM, format), { type: 'array' });
  const rows = utils.sheet_to_json<string[]>(book.Sheets['Explanations'] as never, {
    header: 1,
    defval: '',
  });
  expect(rows).toHaveLength(HEADERS.length + 1);
  expect(rows[1]).toEqual([
    'Company Name',
    'Company',
    'Text',
    'Yes',
    '',
    '=Acme AB',
    'As registered.',
  ]);
  expect(rows[2]?.slice(0, 5)).toEqual(['Segment', 'Company', 'Choice', '', 'A & B; Café']);
  expect(rows[3]?.[4]).toBe('x; y (or any other text, several allowed, separated by ;)');
});

test('ids are there when asked for, last', async () => {
  const source = await openWorkbook(await writeTemplate(CRM, 'xlsx', { ids: true }));
  const [block] = await blocksOf(source);
  expect(block?.columns.map(({ texts }) => texts[0])).toEqual([...HEADERS, 'Upsales id']);
});

test('the explanations speak the language given', async () => {
  const source = await openWorkbook(
    await writeTemplate(CRM, 'xlsx', { texts: { sheet: 'Mall', explanations: 'Förklaringar' } }),
  );
  expect(source.sheets.map(({ name }) => name)).toEqual(['Mall', 'Förklaringar']);
});

test('a choice without free text offers its options in the cell', async () => {
  const { strFromU8, unzipSync } = await import('fflate');
  const sheet = strFromU8(
    unzipSync(await writeTemplate(CRM, 'xlsx'))['xl/worksheets/sheet1.xml'] as Uint8Array,
  );
  expect(sheet).toContain('sqref="B2:B1048576"><formula1>"A &amp; B,Café"</formula1>');
  expect(sheet.match(/<dataValidation /g)).toHaveLength(1);
});

test.each(['xlsx', 'xls'] as const)('%s: a choice of thousands of options', async (format) => {
  const options = Array.from({ length: 3000 }, (_, at) => `Åäö ${at}`);
  const schema: Schema = {
    id: 'x',
    entities: { a: { label: 'A', fields: { c: choice({ label: 'Choice', options }) } } },
  };
  const source = await openWorkbook(await writeTemplate(schema, format), { sheet: 'Explanations' });
  const [block] = await blocksOf(source);
  expect(block?.columns[4]?.texts[1]).toContain('Åäö 0; Åäö 1; Åäö 2');
});

test('every header maps back to its own field, whatever the labels share', () => {
  const label = fc.constantFrom(
    'Name',
    'name',
    'Phone',
    'E-mail',
    'Company name',
    'Company',
    'Contact',
    'Note',
    'Ort',
    '',
  );
  const fields = fc
    .array(label, { minLength: 1, maxLength: 5 })
    .map((labels) => Object.fromEntries(labels.map((one, at) => [`f${at}`, text({ label: one })])));
  fc.assert(
    fc.property(fields, fields, (company, contact) => {
      const schema: Schema = {
        id: 'x',
        entities: {
          company: { label: 'Company', fields: company },
          contact: { label: 'Contact', parent: 'company', fields: contact },
        },
      };
      const columns = templateColumns(schema);
      const guesses = suggestMapping(
        columns.map(({ header }) => ({ header, samples: [] })),
        schema,
      );
      expect(guesses.map(({ guess }) => [guess?.entity, guess?.field])).toEqual(
        columns.map(({ entity, field }) => [entity, field]),
      );
    }),
    { numRuns: 100 },
  );
});

test('headers differ for every field', () => {
  const headers = templateColumns(CRM).map(({ header }) => header.toLowerCase());
  expect(new Set(headers).size).toBe(headers.length);
});
