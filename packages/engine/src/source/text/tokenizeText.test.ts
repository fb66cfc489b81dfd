import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { createBlockBuilder } from '../BlockBuilder.ts';
import { rowsOf } from '../cellsOf.ts';
import { PLAIN_DIALECT, type Dialect } from './Dialect.ts';
import type { RepairCode } from './Scan.ts';
import { createTokenizer } from './tokenizeText.ts';

interface Read {
  readonly rows: string[][];
  readonly repairs: (readonly [code: RepairCode, row: number, column: number])[];
}

function read(pieces: readonly string[], dialect: Partial<Dialect> = {}): Read {
  const out = createBlockBuilder();
  const repairs: [RepairCode, number, number][] = [];
  const tokenizer = createTokenizer({ ...PLAIN_DIALECT, ...dialect }, out, (...repair) =>
    repairs.push(repair),
  );
  for (const piece of pieces) tokenizer.push(piece);
  tokenizer.end();
  return { rows: out.take(true).flatMap(rowsOf), repairs };
}

interface Case {
  readonly what: string;
  readonly text: string;
  readonly dialect?: Partial<Dialect>;
  readonly rows: string[][];
  readonly repairs?: readonly RepairCode[];
}

const WELL_FORMED: readonly Case[] = [
  { what: 'one cell', text: 'a', rows: [['a']] },
  { what: 'a last line break', text: 'a,b\n', rows: [['a', 'b']] },
  {
    what: 'empty cells',
    text: ',\n,,',
    rows: [
      ['', ''],
      ['', '', ''],
    ],
  },
  { what: 'blank lines are rows', text: 'a\n\n\nb', rows: [['a'], [''], [''], ['b']] },
  { what: 'blanks are kept', text: ' a ,\tb', rows: [[' a ', '\tb']] },
  {
    what: 'CRLF',
    text: 'a,b\r\nc,d\r\n',
    rows: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  {
    what: 'CR',
    text: 'a,b\rc,d',
    dialect: { lineBreak: 'cr' },
    rows: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  {
    what: 'a lone CR is text',
    text: 'a\rb,c\nd,e',
    rows: [
      ['a\rb', 'c'],
      ['d', 'e'],
    ],
  },
  { what: 'quoted delimiter', text: 'a,"b,c"', rows: [['a', 'b,c']] },
  { what: 'quoted line breaks', text: '"a\r\nb","c\n"', rows: [['a\r\nb', 'c\n']] },
  { what: 'doubled quotes', text: '"""a""","b""c"', rows: [['"a"', 'b"c']] },
  { what: 'nothing but quotes', text: '"",""""', rows: [['', '"']] },
  { what: 'a quote inside plain text', text: '5" pipe,a"b', rows: [['5" pipe', 'a"b']] },
  { what: 'blanks after a closing quote', text: '"a" ,"b"\t\n"c" ', rows: [['a', 'b'], ['c']] },
  {
    what: 'blanks after a delimiter, in such a dialect',
    text: 'a,  1, "b, c"\nd, "e",f',
    dialect: { skipBlanks: true },
    rows: [
      ['a', '1', 'b, c'],
      ['d', 'e', 'f'],
    ],
  },
  {
    what: 'a delimiter of two characters',
    text: 'a||b|c||"d||e"',
    dialect: { delimiter: '||' },
    rows: [['a', 'b|c', 'd||e']],
  },
  {
    what: 'no delimiter: a line is a cell',
    text: 'a,b\n"c\nd"',
    dialect: { delimiter: '' },
    rows: [['a,b'], ['c\nd']],
  },
  { what: 'no quote', text: '"a,b"', dialect: { quote: null }, rows: [['"a', 'b"']] },
  {
    what: 'another quote',
    text: "'a,b';'c''d'",
    dialect: { quote: "'", delimiter: ';' },
    rows: [['a,b', "c'd"]],
  },
  {
    what: 'escaped quotes',
    text: '"a \\"b\\" c","C:\\temp","d\\\\",e',
    dialect: { escape: '\\' },
    rows: [['a "b" c', 'C:\\temp', 'd\\', 'e']],
  },
];

const MALFORMED: readonly Case[] = [
  {
    what: 'quotes inside quotes',
    text: 'a,b,c\n1,"Hey, I missed " it",3',
    rows: [
      ['a', 'b', 'c'],
      ['1', 'Hey, I missed " it', '3'],
    ],
    repairs: ['quote-in-quotes'],
  },
  {
    what: 'text after a closing quote',
    text: 'a,b\n"ENERGYS" SA,1\nc,d',
    rows: [
      ['a', 'b'],
      ['"ENERGYS" SA', '1'],
      ['c', 'd'],
    ],
    repairs: ['stray-quote'],
  },
  {
    what: 'a stray opening quote swallows no later row',
    text: 'a,b,c\n1,2,3\n4,"5,6\n7,8,9\n10,"11",12\n',
    rows: [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '"5', '6'],
      ['7', '8', '9'],
      ['10', '11', '12'],
    ],
    repairs: ['stray-quote'],
  },
  {
    what: 'a stray opening quote before a quoted cell of the same row',
    text: 'a,b,c\n1,2,3\n"4,5,"six, seven"\n8,9,0',
    rows: [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['"4', '5', 'six, seven'],
      ['8', '9', '0'],
    ],
    repairs: ['stray-quote'],
  },
  {
    what: 'an opening quote typed twice',
    text: 'a,b,c\n1,2,3\n1,""two, three","4"',
    rows: [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['1', '"two, three', '4'],
    ],
    repairs: ['quote-in-quotes'],
  },
  {
    what: 'a file cut off in a quoted cell',
    text: 'a,b\n1,"two\nlines',
    rows: [['a', 'b'], ['1', '"two'], ['lines']],
    repairs: ['stray-quote'],
  },
  {
    what: 'a file cut off, no row before it to compare with',
    text: 'a,"b,"c\nd,e,f',
    rows: [['a', 'b,"c\nd,e,f']],
    repairs: ['unterminated-quote'],
  },
  {
    what: 'line breaks of two kinds',
    text: 'a,b\nc,d\r\ne,f\n',
    rows: [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
    repairs: ['mixed-line-breaks'],
  },
];

test.each([...WELL_FORMED, ...MALFORMED])('$what', ({ text, dialect, rows, repairs = [] }) => {
  const found = read([text], dialect);
  expect(found.rows).toEqual(rows);
  expect(found.repairs.map(([code]) => code)).toEqual(repairs);
});

test.each([...WELL_FORMED, ...MALFORMED])('$what, one character at a time', (one) => {
  expect(read([...one.text], one.dialect)).toEqual(read([one.text], one.dialect));
});

test('a repair names the row and the column', () => {
  expect(read(['a,b\n1,2\n\n3,"x\n4,5\n6,7']).repairs).toEqual([['stray-quote', 4, 1]]);
});

const cell = fc.string({
  unit: fc.constantFrom('a', 'å', '1', ' ', '"', ',', ';', '\n', '\r\n', '😀'),
});
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});

test('what papaparse writes is read back, cell for cell', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.boolean(),
      (rows, delimiter, quotes) => {
        const text = Papa.unparse(rows, { delimiter, quotes });
        expect(read([text], { delimiter }).rows).toEqual(rows);
      },
    ),
  );
});

test('well-formed text gives the rows papaparse gives', () => {
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
      const text = Papa.unparse(rows, { newline, quotes: true });
      const { data, errors } = Papa.parse<string[]>(text, { newline, delimiter: ',' });
      expect(errors).toEqual([]);
      expect(read([text]).rows).toEqual(data);
    }),
  );
});

const mess = fc.string({
  unit: fc.constantFrom('a', '"', '"', ',', '\n', '\r', ' ', '\\'),
  maxLength: 60,
});

test('any text falls into the same rows however it comes in pieces', () => {
  fc.assert(
    fc.property(mess, fc.array(fc.nat(60), { maxLength: 5 }), (text, cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      const pieces = edges.slice(1).map((edge, i) => text.slice(edges[i], edge));
      expect(read(pieces)).toEqual(read([text]));
    }),
  );
});

test('no text is lost: every letter is in some cell', () => {
  fc.assert(
    fc.property(mess, (text) => {
      const letters = read([text]).rows.flat().join('').match(/a/g)?.length ?? 0;
      expect(letters).toBe(text.match(/a/g)?.length ?? 0);
    }),
  );
});
