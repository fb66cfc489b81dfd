import { describe, expect, test } from 'vitest';
import { ImportError } from '../issue/ImportError.ts';
import type { Issue } from '../issue/Issue.ts';
import { rowsOf } from './cellsOf.ts';
import { openSource, type OpenOptions } from './openSource.ts';
import type { SourceInput } from './Source.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(input: SourceInput, options: OpenOptions = {}) {
  const source = await openSource(input, options);
  const issues: Issue[] = [...source.issues];
  const rows: string[][] = [];
  for await (const block of source.blocks({ onIssue: (issue) => issues.push(issue) })) {
    rows.push(...rowsOf(block));
  }
  return { source, rows, codes: issues.map(({ code }) => code), issues };
}

describe('what goes in', () => {
  const expected = [
    ['namn', 'ort'],
    ['Åsa', 'Malmö'],
  ];
  const text = 'namn;ort\nÅsa;Malmö\n';
  test.each<[string, SourceInput]>([
    ['bytes', utf8(text)],
    ['a Blob', new Blob([text])],
    ['a File', new File([text], 'kunder.csv')],
    ['pasted text', text],
    ['text with a byte order mark', `\ufeff${text}`],
    ['bytes with one', utf8(`\ufeff${text}`)],
    ['rows', { rows: () => expected }],
    [
      'rows that come later',
      {
        async *rows() {
          yield* expected;
        },
      },
    ],
  ])('%s', async (_, input) => {
    expect((await read(input)).rows).toEqual(expected);
  });

  test('a File brings its name', async () => {
    expect((await openSource(new File([text], 'kunder.csv'))).name).toBe('kunder.csv');
  });

  test('values of rows become text, and keep what they were', async () => {
    const rows = [['a', 1.5, true, null, new Date('2024-03-01'), undefined, 12n]];
    const source = await openSource({ rows: () => rows });
    for await (const block of source.blocks()) {
      expect(rowsOf(block)).toEqual([['a', '1.5', 'true', '', '2024-03-01', '', '12']]);
      expect(block.columns[1]?.kinds).toEqual(Uint8Array.of(1));
    }
  });

  test('blocks can be read again, with the same rows', async () => {
    const { source, rows } = await read(text);
    const again: string[][] = [];
    for await (const block of source.blocks()) again.push(...rowsOf(block));
    expect(again).toEqual(rows);
  });

  test('a limit stops the reading', async () => {
    const source = await openSource('a\nb\nc\nd');
    const rows: string[][] = [];
    for await (const block of source.blocks({ limit: 2 })) rows.push(...rowsOf(block));
    expect(rows).toEqual([['a'], ['b']]);
  });

  test('row numbers count blank lines, and run on over blocks', async () => {
    const source = await openSource(utf8(`h\n\n${'x\n'.repeat(3000)}`));
    const numbers: number[] = [];
    for await (const block of source.blocks()) numbers.push(...block.rowNumbers);
    expect(numbers).toEqual(Array.from({ length: 3002 }, (_, i) => i + 1));
  });

  test('later blocks may be wider, earlier rows tell their length', async () => {
    const source = await openSource(utf8(`${'a,b\n'.repeat(1500)}c,d,e\n`));
    const widths: number[] = [];
    for await (const block of source.blocks()) widths.push(block.columns.length);
    expect(widths).toEqual([2, 3]);
  });
});

describe('what is found', () => {
  test('the dialect and the encoding', async () => {
    const { source } = await read(utf8("a\t'b\tc'\nd\t'e\tf'"));
    expect(source).toMatchObject({ format: 'tsv', delimiter: '\t', quote: "'", encoding: 'utf-8' });
  });

  test('a line `sep=`, which is no row', async () => {
    const { rows, source, codes } = await read('sep=^\r\na^b,c\r\nd^e');
    expect(rows).toEqual([
      ['a', 'b,c'],
      ['d', 'e'],
    ]);
    expect(source.delimiter).toBe('^');
    expect(codes).toContain('separator-line');
  });

  test('what the user says goes before what is found', async () => {
    const { rows } = await read(utf8('a;b,c\nd;e,f'), { delimiter: ',' });
    expect(rows[0]).toEqual(['a;b', 'c']);
    const forced = await read(Uint8Array.of(0xe5, 0x2c, 0x62), {
      encoding: 'ibm850',
      delimiter: ',',
    });
    expect(forced.rows).toEqual([['Õ', 'b']]);
  });

  test('the text, decoded', async () => {
    const source = await openSource(Uint8Array.of(0xff, 0xfe, 0xe5, 0, 0x2c, 0));
    let text = '';
    for await (const piece of source.text?.() ?? []) text += piece;
    expect(text).toBe('å,');
  });

  test('a wrong extension: the content decides', async () => {
    const { rows, codes } = await read(new File(['a,b\nc,d'], 'kunder.xlsx'));
    expect(rows[1]).toEqual(['c', 'd']);
    expect(codes).toEqual(['extension-mismatch']);
    expect((await read(new File(['a,b\nc,d'], 'kunder.dat'))).codes).toEqual([]);
  });

  test('repairs, with row and column', async () => {
    const { issues } = await read('a,b,c\n1,2,3\n1,"x,2\n3,4,5\n1,2,3,4\n1,2\n');
    expect(issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['stray-quote', 3, 1],
      ['too-many-cells', 5, undefined],
      ['too-few-cells', 6, undefined],
    ]);
  });

  test('bytes that are no characters, and NULs', async () => {
    const text = 'åäö,x\n'.repeat(20);
    const bytes = Uint8Array.of(...utf8(text), 0x62, 0xff, 0x2c, 0x61, 0x00, 0x0a);
    const { issues, rows } = await read(bytes);
    expect(rows[20]).toEqual(['b\ufffd', 'a\0']);
    expect(issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['invalid-characters', 21, 0],
      ['nul-characters', 21, 1],
    ]);
  });

  test('a thousand issues of a kind at most', async () => {
    const { codes } = await read(utf8('a,b,c\n'.repeat(9000) + '1,2\n'.repeat(5000)));
    expect(codes.filter((code) => code === 'too-few-cells').length).toBe(1000);
    expect(codes).toContain('more-issues');
  });
});

describe('bad input', () => {
  const codeOf = (input: SourceInput, options?: OpenOptions): Promise<string> =>
    read(input, options).then(
      () => 'read',
      (error: unknown) => (error instanceof ImportError ? error.code : `thrown: ${String(error)}`),
    );

  const rubbish = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) % 256);
  test.each<[string, SourceInput, string]>([
    ['no bytes', new Uint8Array(), 'file-empty'],
    ['an empty Blob', new Blob([]), 'file-empty'],
    ['an empty paste', '  \n ', 'file-empty'],
    ['binary rubbish', rubbish, 'file-unsupported'],
    ['a PDF', utf8('%PDF-1.7\n1 0 obj'), 'file-unsupported'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), 'file-unsupported'],
    ['a gzip file', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), 'file-unsupported'],
    ['a row of a million cells', utf8(`a,b\n${'x,'.repeat(1_000_000)}`), 'file-too-large'],
    [
      'a million columns from the first row on',
      utf8(`${'x;'.repeat(1_000_000)}\n`),
      'file-too-large',
    ],
    ['a value of rows too wide', { rows: () => [new Array(20_000).fill(1)] }, 'file-too-large'],
    ['only a header', utf8('a,b,c'), 'read'],
    ['only a byte order mark', utf8('\ufeff'), 'read'],
    ['only a delimiter', utf8(','), 'read'],
    ['headers like __proto__', utf8('__proto__,constructor\n1,2'), 'read'],
  ])('%s', async (_, input, expected) => {
    expect(await codeOf(input)).toBe(expected);
  });

  test('an encoding that is none', async () => {
    expect(await codeOf(utf8('a,b'), { encoding: 'klingon' })).toBe('option-invalid');
  });

  test('the error of a wrong file names what it is', async () => {
    await expect(openSource(utf8('%PDF-1.7'), { name: 'x.csv' })).rejects.toMatchObject({
      code: 'file-unsupported',
      params: { name: 'x.csv', kind: 'PDF' },
    });
  });

  test('a quote that never ends swallows no rows', async () => {
    const body = 'a,b,c\n'.repeat(100_000);
    const { rows, codes } = await read(utf8(`x,y,z\n1,"2,3\n${body}`));
    expect(rows.length).toBe(100_002);
    expect(rows.at(-1)).toEqual(['a', 'b', 'c']);
    expect(codes).toEqual(['stray-quote']);
  });

  test('a quote on every line that never ends costs bounded time', async () => {
    const { rows } = await read(utf8('a,"b\n'.repeat(200_000)));
    expect(rows.length).toBe(200_000);
  });

  test('a line that never ends is refused, not swallowed', async () => {
    const line = new Uint8Array(40 * 1024 * 1024).fill(0x61);
    line.set(utf8('a;b\n'), 0);
    expect(await codeOf(line)).toBe('file-too-large');
  });

  test('a file that went away is an error of its own', async () => {
    const gone = {
      size: 10,
      slice: () => ({
        arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
      }),
    };
    expect(await codeOf(gone as unknown as Blob)).toBe('file-unreadable');
  });
});

describe('cancel', () => {
  test('rejects with the reason of the signal', async () => {
    const controller = new AbortController();
    const source = await openSource(utf8('a,b\n'.repeat(500_000)));
    const reading = (async () => {
      for await (const block of source.blocks({ signal: controller.signal })) {
        if (block.size > 0) controller.abort(new Error('enough'));
      }
    })();
    await expect(reading).rejects.toThrow('enough');
  });

  test('a cancelled call opens nothing', async () => {
    await expect(openSource('a', { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow(
      'no',
    );
  });

  test('tells how far it is, up to the end', async () => {
    const bytes = utf8('a,b\n'.repeat(300_000));
    const seen: number[] = [];
    const source = await openSource(bytes);
    for await (const block of source.blocks({ onProgress: (p) => seen.push(p.bytesRead) }))
      void block;
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toBe(bytes.length);
  });
});
