import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { ColumnMapping } from '../mapping/Mapping.ts';
import { choice, date, email, number, phone, text } from '../schema/fields.ts';
import type { Schema } from '../schema/Schema.ts';
import { openSource } from '../source/openSource.ts';
import { readTable } from '../table/readTable.ts';
import { readRecords, type ReadRecordsOptions } from './readRecords.ts';
import type { RecordBlock } from './Records.ts';
import { tableOf, type TestCell, type TestTableOptions } from './tableOf.fixture.ts';

const crm: Schema = {
  id: 'crm',
  country: 'SE',
  entities: {
    contact: {
      label: 'Contact',
      parent: 'company',
      extendable: true,
      fields: {
        name: text({ label: 'Name' }),
        email: email({ label: 'E-mail' }),
        phone: phone({ label: 'Phone' }),
      },
    },
    company: {
      label: 'Company',
      fields: {
        name: text({ label: 'Name' }),
        revenue: number({ label: 'Revenue' }),
        founded: date({ label: 'Founded' }),
        tags: choice({ label: 'Tags', options: ['a', 'b', 'c'], multiple: true }),
      },
    },
  },
};

function to(
  column: number,
  target: string | ColumnMapping['target'],
  more: Partial<ColumnMapping> = {},
): ColumnMapping {
  const [entity = '', field = ''] = typeof target === 'string' ? target.split('.') : [];
  return {
    column,
    header: '',
    target: typeof target === 'string' ? { kind: 'field', entity, field } : target,
    match: false,
    write: 'overwrite',
    clear: false,
    format: {},
    values: [],
    ...more,
  };
}

async function read(
  rows: readonly (readonly TestCell[])[],
  options: Partial<ReadRecordsOptions> & { readonly table?: TestTableOptions },
): Promise<readonly RecordBlock[]> {
  const width = Math.max(...rows.map(({ length }) => length));
  const table = tableOf(
    Array.from({ length: width }, (_, index) => `Column ${index}`),
    rows,
    options.table,
  );
  const blocks: RecordBlock[] = [];
  const recipe = { columns: [], defaults: [], edits: [], excluded: [], ...options };
  for await (const block of readRecords(table, crm, recipe)) blocks.push(block);
  return blocks;
}

/** The values of a field over all blocks. */
function valuesOf(blocks: readonly RecordBlock[], path: string): readonly unknown[] {
  const [entity, field] = path.split('.');
  return blocks.flatMap(({ entities }) =>
    entities
      .filter((records) => records.entity === entity)
      .flatMap(({ fields }) =>
        fields.filter((known) => known.field === field).flatMap(({ values }) => values),
      ),
  );
}

test('reads several entities of a row, parents first, and marks the rows that hold them', async () => {
  const blocks = await read(
    [
      ['Volvo', 'Eva', ' eva@Volvo.SE '],
      ['Saab', '', ''],
      ['', 'Per', ''],
    ],
    { columns: [to(1, 'contact.name'), to(2, 'contact.email'), to(0, 'company.name')] },
  );
  expect(blocks[0]?.entities.map(({ entity, present }) => [entity, [...present]])).toEqual([
    ['company', [1, 1, 0]],
    ['contact', [1, 0, 1]],
  ]);
  expect(valuesOf(blocks, 'contact.email')).toEqual(['eva@volvo.se', null, null]);
  expect([...(blocks[0]?.rowNumbers ?? [])]).toEqual([2, 3, 4]);
  expect(blocks[0]?.issues).toEqual([]);
});

test('an unreadable cell is null, an issue at its place, and its record is still there', async () => {
  const blocks = await read([['x@'], ['a@b.se']], { columns: [to(0, 'contact.email')] });
  expect(valuesOf(blocks, 'contact.email')).toEqual([null, 'a@b.se']);
  expect([...(blocks[0]?.entities[0]?.present ?? [])]).toEqual([1, 1]);
  expect(blocks[0]?.issues).toEqual([
    {
      code: 'email-invalid',
      severity: 'error',
      row: 2,
      column: 0,
      entity: 'contact',
      field: 'email',
      params: { value: 'x@' },
    },
  ]);
});

describe('formats are decided for a column', () => {
  const columns = [to(0, 'company.founded'), to(1, 'company.revenue')];
  const rows = [
    ['03/04/2024', '1,234'],
    ['05/06/2024', '2,345'],
  ];

  test('by proof, silently', async () => {
    const table = { evidence: { 0: { dateOrders: ['mdy'] }, 1: { decimals: [','] } } } as const;
    const blocks = await read(rows, { columns, table });
    expect(valuesOf(blocks, 'company.founded')).toEqual(['2024-03-04', '2024-05-06']);
    expect(valuesOf(blocks, 'company.revenue')).toEqual([1.234, 2.345]);
    expect(blocks.flatMap(({ issues }) => issues)).toEqual([]);
  });

  test('by the country with one warning a column, over all blocks, where the values leave it open', async () => {
    const table = {
      delimiter: '\t',
      blockRows: 1,
      evidence: { 0: { dateOrders: ['dmy', 'mdy'] }, 1: { decimals: ['.', ','] } },
    } as const;
    const blocks = await read(rows, { columns, table });
    expect(valuesOf(blocks, 'company.founded')).toEqual(['2024-04-03', '2024-06-05']);
    expect(valuesOf(blocks, 'company.revenue')).toEqual([1.234, 2.345]);
    expect(
      blocks
        .flatMap(({ issues }) => issues)
        .map(({ code, severity, row }) => [code, severity, row]),
    ).toEqual([
      ['date-order-ambiguous', 'warning', 2],
      ['decimal-ambiguous', 'warning', 2],
    ]);
  });

  test('where the values contradict one another, as most of them, with a warning at each that may be either', async () => {
    const contradicting = await readTable(
      await openSource(
        'Founded;Revenue\n13/02/2024;1,5\n14/02/2024;2,5\n02/15/2024;3.5\n03/04/2024;1.234\n05/06/2024;2.345\n',
      ),
    );
    const blocks: RecordBlock[] = [];
    for await (const block of readRecords(contradicting, crm, {
      columns,
      defaults: [],
      edits: [],
      excluded: [],
    }))
      blocks.push(block);
    expect(valuesOf(blocks, 'company.founded')).toEqual([
      '2024-02-13',
      '2024-02-14',
      null,
      '2024-04-03',
      '2024-06-05',
    ]);
    expect(valuesOf(blocks, 'company.revenue')).toEqual([1.5, 2.5, 3.5, 1234, 2345]);
    const issues = blocks.flatMap((block) => block.issues);
    const told = issues.map(({ row, code }) => `${row} ${code}`).toSorted();
    expect(told).toEqual([
      '4 date-impossible',
      '4 decimal-differs',
      '5 date-order-ambiguous',
      '5 decimal-ambiguous',
      '6 date-order-ambiguous',
      '6 decimal-ambiguous',
    ]);
  });

  test('by another column of the file before the country', async () => {
    const table = {
      evidence: { 0: { dateOrders: ['dmy', 'mdy'] }, 2: { dateOrders: ['mdy'] } },
    } as const;
    const blocks = await read([['03/04/2024', '', '12/31/2024']], { columns, table });
    expect(valuesOf(blocks, 'company.founded')).toEqual(['2024-03-04']);
  });

  test.each([
    [';', 1.234],
    [',', 1234],
    ['\t', 1.234],
  ])('decimals by the delimiter %j of the file before the country', async (delimiter, expected) => {
    const table = { delimiter, evidence: { 1: { decimals: ['.', ','] } } } as const;
    const blocks = await read([['', '1,234']], { columns, table });
    expect(valuesOf(blocks, 'company.revenue')).toEqual([expected]);
  });

  test('by the user before all', async () => {
    const table = { evidence: { 0: { dateOrders: ['dmy', 'mdy'] } } } as const;
    const blocks = await read(rows, {
      columns: [to(0, 'company.founded', { format: { dateOrder: 'mdy' } })],
      table,
    });
    expect(valuesOf(blocks, 'company.founded')).toEqual(['2024-03-04', '2024-05-06']);
    expect(blocks.flatMap(({ issues }) => issues)).toEqual([]);
  });
});

describe('defaults', () => {
  test('fill empty cells and unmapped fields, only where a record is', async () => {
    const blocks = await read(
      [
        ['Eva', 'Volvo', ''],
        ['', 'Saab', ''],
        ['Per', '', 'per@x.se'],
      ],
      {
        columns: [to(0, 'contact.name'), to(1, 'company.name'), to(2, 'contact.email')],
        defaults: [
          { entity: 'contact', field: 'email', value: 'none@x.se' },
          { entity: 'contact', field: 'phone', value: '070-123 45 67' },
        ],
      },
    );
    expect(valuesOf(blocks, 'contact.email')).toEqual(['none@x.se', null, 'per@x.se']);
    expect(valuesOf(blocks, 'contact.phone')).toEqual(['+46701234567', null, '+46701234567']);
  });

  test('leave an unreadable cell alone', async () => {
    const blocks = await read([['x@']], {
      columns: [to(0, 'contact.email')],
      defaults: [{ entity: 'contact', field: 'email', value: 'a@b.se' }],
    });
    expect(valuesOf(blocks, 'contact.email')).toEqual([null]);
  });

  test('that can not be read are told once, for no row', async () => {
    const blocks = await read([['a'], ['b']], {
      columns: [to(0, 'company.name')],
      defaults: [{ entity: 'company', field: 'revenue', value: 'much' }],
      table: { blockRows: 1 },
    });
    expect(blocks.flatMap(({ issues }) => issues)).toEqual([
      {
        code: 'number-invalid',
        severity: 'error',
        entity: 'company',
        field: 'revenue',
        params: { value: 'much', decimal: '.', default: true },
      },
    ]);
  });
});

describe('the user’s corrections', () => {
  test('edits replace cells, also beyond the last column of a block and in workbook cells', async () => {
    const blocks = await read([[{ text: '#N/A', kind: 'error' }], ['b']], {
      columns: [to(0, 'company.name'), to(3, 'contact.name')],
      edits: [
        { row: 2, column: 0, value: 'first' },
        { row: 2, column: 0, value: 'fixed' },
        { row: 3, column: 3, value: 'Eva' },
      ],
    });
    expect(valuesOf(blocks, 'company.name')).toEqual(['fixed', 'b']);
    expect(valuesOf(blocks, 'contact.name')).toEqual([null, 'Eva']);
    expect(blocks[0]?.issues).toEqual([]);
  });

  test('excluded rows stay in their block, marked, without record or issue', async () => {
    const blocks = await read([['x@'], ['a@b.se']], {
      columns: [to(0, 'contact.email')],
      excluded: [2],
    });
    expect([...(blocks[0]?.excluded ?? [])]).toEqual([1, 0]);
    expect([...(blocks[0]?.entities[0]?.present ?? [])]).toEqual([0, 1]);
    expect(blocks[0]?.issues).toEqual([]);
    const others = await read([['a@b.se']], { columns: [to(0, 'contact.email')], excluded: [99] });
    expect(others[0]?.excluded).toBeUndefined();
  });

  test('values of single texts count before the reading of the type', async () => {
    const blocks = await read([['alfa'], ['skip'], ['b; alfa']], {
      columns: [
        to(0, 'company.tags', {
          values: [
            ['alfa', 'a'],
            ['skip', null],
            ['__proto__', 'b'],
          ],
        }),
      ],
    });
    expect(valuesOf(blocks, 'company.tags')).toEqual([['a'], null, ['b', 'a']]);
    expect([...(blocks[0]?.entities[0]?.present ?? [])]).toEqual([1, 0, 1]);
  });
});

describe('several columns in one field', () => {
  test('choices are put together, texts joined, else the first counts and the others are told of', async () => {
    const blocks = await read([['a', 'b, a', 'Eva', 'Ek', 'a@b.se', 'c@d.se', '070-1234567']], {
      columns: [
        to(0, 'company.tags'),
        to(1, 'company.tags'),
        to(2, 'contact.name'),
        to(3, 'contact.name'),
        to(4, 'contact.email'),
        to(5, 'contact.email'),
        to(6, 'contact.phone'),
      ],
    });
    expect(valuesOf(blocks, 'company.tags')).toEqual([['a', 'b']]);
    expect(valuesOf(blocks, 'contact.name')).toEqual(['Eva Ek']);
    expect(valuesOf(blocks, 'contact.email')).toEqual(['a@b.se']);
    expect(blocks[0]?.issues).toEqual([
      {
        code: 'value-dropped',
        severity: 'warning',
        row: 2,
        column: 5,
        entity: 'contact',
        field: 'email',
        params: { value: 'c@d.se', kept: 'a@b.se' },
      },
    ]);
  });

  test('text that is appended stands on lines of its own', async () => {
    const blocks = await read([['one', 'two']], {
      columns: [to(0, 'company.name'), to(1, 'company.name', { write: 'append' })],
    });
    expect(valuesOf(blocks, 'company.name')).toEqual(['one\ntwo']);
  });
});

test('new fields are read by the type the user gave them', async () => {
  const target = {
    kind: 'new-field',
    entity: 'contact',
    field: 'age',
    label: 'Age',
    type: 'number',
  } as const;
  const blocks = await read([['1 200,5']], { columns: [to(0, target)] });
  expect(valuesOf(blocks, 'contact.age')).toEqual([1200.5]);
});

test.each([
  ['unknown field', to(0, 'contact.nope')],
  ['unknown entity', to(0, 'nope.name')],
  ['prototype', to(0, '__proto__.name')],
  [
    'new field of a closed entity',
    to(0, { kind: 'new-field', entity: 'company', field: 'x', label: 'X', type: 'text' }),
  ],
])('a recipe that names an %s is refused at once', (_, column) => {
  const options = { columns: [column], defaults: [], edits: [], excluded: [] };
  expect(() => readRecords(tableOf(['a'], []), crm, options)).toThrow(
    expect.objectContaining({ code: 'recipe-invalid' }),
  );
});

test('stops between blocks when it is cancelled', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const table = tableOf(['a'], [['1'], ['2'], ['3']], { blockRows: 1 });
  const records = readRecords(table, crm, {
    columns: [],
    defaults: [],
    edits: [],
    excluded: [],
    signal: controller.signal,
  });
  const seen: number[] = [];
  const run = async (): Promise<void> => {
    for await (const block of records) {
      seen.push(...block.rowNumbers);
      controller.abort(reason);
    }
  };
  await expect(run()).rejects.toBe(reason);
  expect(seen).toEqual([2]);
});

test('reading twice gives the same blocks, warnings included', async () => {
  const table = tableOf(['a'], [['03/04/2024']], {
    evidence: { 0: { dateOrders: ['dmy', 'mdy'] } },
  });
  const records = readRecords(table, crm, {
    columns: [to(0, 'company.founded')],
    defaults: [],
    edits: [],
    excluded: [],
  });
  const all = async (): Promise<readonly RecordBlock[]> => {
    const blocks: RecordBlock[] = [];
    for await (const block of records) blocks.push(block);
    return blocks;
  };
  expect(await all()).toEqual(await all());
});

test('a number shown with noughts before it keeps them in a text, an id and a phone, not in a number', async () => {
  const sheet = utils.aoa_to_sheet([
    ['Code', 'Sum', 'Phone'],
    [123, 123, 701234567],
    ['x', '', ''],
    [45, 6, ''],
  ]);
  for (const cell of ['A2', 'B2', 'A4', 'B4']) (sheet[cell] as { z: string }).z = '00000';
  (sheet['C2'] as { z: string }).z = '0000000000';
  const book = { SheetNames: ['One'], Sheets: { One: sheet } };
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const table = await readTable(await openSource(bytes), { headerRow: 1 });
  const recipe = {
    columns: [to(0, 'company.name'), to(1, 'company.revenue'), to(2, 'contact.phone')],
    defaults: [],
    edits: [{ row: 4, column: 0, value: '9' }],
    excluded: [],
  };
  const blocks: RecordBlock[] = [];
  for await (const block of readRecords(table, crm, recipe)) blocks.push(block);
  expect(valuesOf(blocks, 'company.name')).toEqual(['00123', 'x', '9']);
  expect(valuesOf(blocks, 'company.revenue')).toEqual([123, null, 6]);
  expect(valuesOf(blocks, 'contact.phone')).toEqual(['+46701234567', null, null]);
});

test('the day in 1900 that never was is an issue of its cell', async () => {
  const blocks = await read([[{ text: '1900-02-29', kind: 'date' }], ['2024-03-01']], {
    columns: [to(0, 'company.founded')],
  });
  expect(valuesOf(blocks, 'company.founded')).toEqual([null, '2024-03-01']);
  expect(blocks.flatMap(({ issues }) => issues).map(({ code }) => code)).toEqual([
    'date-impossible',
  ]);
});
