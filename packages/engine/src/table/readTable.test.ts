import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Block } from '../source/Block.ts';
import { cellsOf } from '../source/cellsOf.ts';
import { openSource } from '../source/openSource.ts';
import type { Source } from '../source/Source.ts';
import { readRows } from './readRows.ts';
import { readTable, type ReadTableOptions } from './readTable.ts';
import type { Table } from './Table.ts';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

const lines = (...all: string[]): string => all.join('\n');

async function tableOf(text: string, options?: ReadTableOptions): Promise<Table> {
  return readTable(await openSource(text), options);
}

async function dataOf(table: Table): Promise<[row: number, ...cells: string[]][]> {
  const rows: [number, ...string[]][] = [];
  for await (const block of table.blocks()) {
    for (let r = 0; r < block.size; r++)
      rows.push([block.rowNumbers[r] as number, ...cellsOf(block, r)]);
  }
  return rows;
}

describe('rows to skip', () => {
  test('far beyond the file leave a table without rows', async () => {
    const table = await tableOf(lines('id,name', '1,Anna'), { skipRows: 1e9, headerRow: 'auto' });
    expect(table).toMatchObject({ rowCount: 0, columns: [], complete: true });
    expect(table.issues.map(({ code }) => code)).toContain('no-data-rows');
  });

  test.each<ReadTableOptions>([
    { skipRows: 1e9 },
    { headerRow: 1e9 },
    { skipRows: 20_000, headerRow: null },
  ])('are not kept: %o', async (options) => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `${n},a cell of row ${n}`);
    const source = await openSource(lines('id,text', ...rows));
    const counts: (readonly [blocks: number, held: number])[] = [];
    const watched: Source = {
      ...source,
      async *blocks(asked) {
        const blocks: WeakRef<Block>[] = [];
        for await (const block of source.blocks(asked)) {
          blocks.push(new WeakRef(block));
          yield block;
        }
        // What was referred to weakly lives until its task has ended.
        await new Promise((resolve) => setTimeout(resolve, 0));
        collectGarbage();
        counts.push([blocks.length, blocks.filter((one) => one.deref() !== undefined).length]);
      },
    };
    await readTable(watched, options);
    const [[blocks = 0, held = Infinity] = []] = counts;
    expect(blocks).toBeGreaterThan(15);
    expect(held).toBeLessThan(5);
  });
});

describe('the header', () => {
  const CASES: readonly (readonly [what: string, text: string, headerRow: number | null])[] = [
    ['on the first row', lines('name,age', 'Anna,31', 'Erik,42'), 1],
    ['of texts only', lines('namn;ort', 'Anna;Lund', 'Erik;Ystad'), 1],
    ['with one row of data', lines('id,name', '1,Anna'), 1],
    ['alone', 'id,name,city', 1],
    ['of one column', lines('mail', 'a@x.se', 'b@y.se'), 1],
    [
      'none: the first row is like the others',
      lines('1,Anna,2024-01-02', '2,Erik,2024-02-03'),
      null,
    ],
    ['none: a mail at the top', lines('a@x.se;Anna', 'b@y.se;Erik'), null],
    ['none: figures only', lines('0.1,0.5', '0.2,0.6', '0.3,0.7'), null],
    ['with years', lines('city,2011,2012', 'Lund,10,12', 'Ystad,3,4'), 1],
    ['below a title', lines('Customers in March', 'id,name,sum', '1,Anna,10', '2,Erik,20'), 2],
    [
      'below titles and a blank row',
      lines('Report', 'made by Anna', '', 'id,name,sum', '1,Anna,10', '2,Erik,20'),
      4,
    ],
    [
      'below a padded title',
      lines('PREAMBLE,,,', ',,,', 'id,name,sum,x', '1,Anna,10,a', '2,Erik,20,b'),
      3,
    ],
    [
      'below a row that groups columns',
      lines('control,,fire,', 'X,Y,X,Y', '1.5,2.5,3.5,4.5', '1,2,3,4'),
      2,
    ],
    [
      'below a title with a delimiter in it',
      lines('Sample by A. Berg, Friday, 20 January', 'cm-1,A', '400.5,0.1', '399.5,0.2'),
      2,
    ],
    ['with empty names', lines(',,', '1,A,x', '2,B,y'), null],
    ['with some empty names', lines('id,,name', '1,x,Anna', '2,y,Erik'), 1],
    ['with an empty name among texts', lines('name,,city', 'Anna,x,Lund', 'Erik,y,Ystad'), 1],
    [
      'with an empty name, the first value missing',
      lines('name,,age', 'Anna,x,n/a', 'Erik,y,31', 'Eva,z,42'),
      1,
    ],
    ['above a first row with gaps', lines('id,name,sum', '1,,', '2,Erik,20', '3,Eva,30'), 1],
    ['of known words above texts', lines('Namn;Ort', 'Anna;Lund', 'Erik;Ystad'), 1],
    [
      'below names and values',
      lines(
        'Station:,Lund',
        'Sensor:,T-100',
        '',
        'Time,Temp,Hum,Press',
        '2020-01-01,1.2,80,1013',
        '2020-01-02,1.4,81,1012',
      ),
      4,
    ],
    ['above a row of units', lines('Time,Temp', 's,degC', '1,20.1', '2,20.2', '3,20.3'), 1],
    ['after blank rows', lines('', '', 'id;name', '1;Anna', '2;Erik'), 3],
  ];

  test.each(CASES)('%s', async (_, text, headerRow) => {
    const table = await tableOf(text);
    expect(table.headerRow).toBe(headerRow);
    expect(table.headerConfidence).toBeGreaterThan(0);
    expect(table.headerConfidence).toBeLessThanOrEqual(1);
  });

  test('figures under names are surer than texts under names', async () => {
    const figures = await tableOf(lines('id,sum', '1,10', '2,20'));
    const texts = await tableOf(lines('a,b', 'c,d', 'e,f'));
    expect(figures.headerConfidence).toBeGreaterThan(texts.headerConfidence);
    expect(texts.headerConfidence).toBeLessThan(0.7);
    const words = await tableOf(lines('Förnamn,Postort', 'Anna,Lund', 'Erik,Ystad'));
    expect(words.headerConfidence).toBeGreaterThan(0.8);
  });

  const text = lines('Title', 'id,name', '1,Anna', '', '2,Erik');
  test('where the user says', async () => {
    const table = await tableOf(text, { headerRow: 3 });
    expect(table.columns.map(({ header }) => header)).toEqual(['1', 'Anna']);
    expect(await dataOf(table)).toEqual([[5, '2', 'Erik']]);
  });

  test('none, where the user says', async () => {
    const table = await tableOf(text, { headerRow: null });
    expect(table).toMatchObject({ headerRow: null, headerConfidence: 1, rowCount: 4 });
    expect(table.columns.map(({ header, label }) => [header, label])).toEqual([
      ['', 'Column A'],
      ['', 'Column B'],
    ]);
  });

  test('looked for below the rows that are skipped', async () => {
    const table = await tableOf(lines('x,y', 'z,w', 'id,name', '1,Anna', '2,Erik'), {
      skipRows: 2,
    });
    expect(table).toMatchObject({ headerRow: 3, skipRows: 2 });
    const none = await tableOf(text, { skipRows: 2, headerRow: null });
    expect(await dataOf(none)).toEqual([
      [3, '1', 'Anna'],
      [5, '2', 'Erik'],
    ]);
  });

  test.each([[{ headerRow: 0 }], [{ headerRow: 1.5 }], [{ skipRows: -1 }]])(
    '%o cannot be',
    async (options) => {
      await expect(tableOf(text, options)).rejects.toMatchObject({ code: 'option-invalid' });
    },
  );
});

describe('columns', () => {
  test('keep their header as it is, and get a label of their own', async () => {
    const table = await tableOf(
      lines(' Phone ,Phone,,"E-\nmail",Phone (2),__proto__', '070 12 34 56,1,2,a@x.se,4,5'),
    );
    expect(table.columns.map(({ header, label }) => [header, label])).toEqual([
      [' Phone ', 'Phone'],
      ['Phone', 'Phone (3)'],
      ['', 'Column C'],
      ['E-\nmail', 'E- mail'],
      ['Phone (2)', 'Phone (2)'],
      ['__proto__', '__proto__'],
    ]);
    expect(table.issues.map(({ code, column }) => [code, column])).toContainEqual([
      'duplicate-header',
      1,
    ]);
  });

  test('that are empty all the way are left out at the end only', async () => {
    const table = await tableOf(lines('a,,b,,', '1,,2,,', '3,,4,,'));
    expect(table.columns.map(({ header }) => header)).toEqual(['a', '', 'b']);
  });

  test('without a name but with values are kept', async () => {
    const table = await tableOf(lines('a,b', '1,2,x', '3,4,y'));
    expect(table.columns.map(({ label }) => label)).toEqual(['a', 'b', 'Column C']);
  });

  test('of ten thousand equal headers get ten thousand labels', async () => {
    const header = 'x,'.repeat(9_999);
    const table = await tableOf(lines(`${header}x`, `${'1,'.repeat(9_999)}1`), { headerRow: 1 });
    expect(new Set(table.columns.map(({ label }) => label)).size).toBe(10_000);
  });

  test('named like the label of one without a name stay apart', async () => {
    const table = await tableOf(lines('Column B,,x,x,x (2)', '1,2,3,4,5'));
    const labels = table.columns.map(({ label }) => label);
    expect(labels).toEqual(['Column B', 'Column B (2)', 'x', 'x (3)', 'x (2)']);
  });

  test('have samples and a profile', async () => {
    const table = await tableOf(
      lines(
        'city;sum;day;mail',
        'Lund;1,50;13/2/2024;a@x.se',
        'Lund;2,75;1/2/2024;',
        'Ystad;3;2/2/2024;b@x.se',
      ),
    );
    const [city, sum, day, mail] = table.columns.map(({ profile }) => profile);
    expect(table.columns[0]?.samples).toEqual(['Lund', 'Ystad']);
    expect(city).toMatchObject({ filled: 3, empty: 0, maxLength: 5, distinctComplete: true });
    expect(city?.distinct).toEqual([
      ['Lund', 2],
      ['Ystad', 1],
    ]);
    expect(sum?.evidence.decimals).toEqual([',']);
    expect(sum?.likely.number).toBe(1);
    expect(day?.evidence.dateOrders).toEqual(['dmy']);
    expect(mail).toMatchObject({ filled: 2, empty: 1, likely: { email: 1, number: 0 } });
  });
});

describe('rows', () => {
  test('are those with something in them, by the numbers of the spreadsheet', async () => {
    const table = await tableOf(lines('a,b', '1,2', '', ' , ', '3,"4', '4"', ',5'));
    expect(table.rowCount).toBe(3);
    expect((await dataOf(table)).map(([row]) => row)).toEqual([2, 5, 6]);
  });

  test('of short lines are filled up in blocks, and as they were in readRows', async () => {
    const table = await tableOf(lines('a,b,c', '1', '1,2,3'));
    for await (const block of table.blocks()) {
      expect(block.columns.map(({ texts }) => texts)).toEqual([
        ['1', '1'],
        ['', '2'],
        ['', '3'],
      ]);
    }
    const rows: (readonly string[])[] = [];
    for await (const { cells } of readRows(table)) rows.push(cells);
    expect(rows).toEqual([['a', 'b', 'c'], ['1'], ['1', '2', '3']]);
  });

  test('a limit counts data rows', async () => {
    const table = await tableOf(lines('a', '1', '', '2', '3'));
    const rows: number[] = [];
    for await (const block of table.blocks({ limit: 2 })) rows.push(...block.rowNumbers);
    expect(rows).toEqual([2, 4]);
    const read: number[] = [];
    for await (const { row } of readRows(table, { limit: 2 })) read.push(row);
    expect(read).toEqual([1, 2, 3]);
  });

  test('none below the header is told', async () => {
    const table = await tableOf('a,b,c\n');
    expect(table).toMatchObject({ headerRow: 1, rowCount: 0, complete: true });
    expect(table.issues.map(({ code }) => code)).toContain('no-data-rows');
  });

  test('of a large file are not all read at once', async () => {
    const table = await tableOf(`a,b\n${'1,2\n'.repeat(5000)}`);
    expect(table).toMatchObject({ rowCount: null, complete: false });
    expect(table.columns[0]?.profile.filled).toBe(1000);
  });
});

describe('the signature', () => {
  const signature = async (text: string): Promise<string> => (await tableOf(text)).signature;

  test('is the same for the same headers, case and blanks aside', async () => {
    expect(await signature('Name,E-mail\n1,2')).toBe(await signature('name , e-mail\n3,4\n5,6'));
  });

  test('differs for other headers, another order, and no header', async () => {
    const all = await Promise.all(
      ['a,b\n1,2', 'b,a\n1,2', 'a,c\n1,2', 'ab\n12', '1,2\n3,4'].map(signature),
    );
    expect(new Set(all).size).toBe(all.length);
  });
});
