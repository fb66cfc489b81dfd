import { expect, test } from 'vitest';
import { detectDialect } from './detectDialect.ts';
import type { Dialect } from './Dialect.ts';

const lines = (...all: string[]): string => all.join('\n');

const CASES: readonly (readonly [what: string, text: string, expected: Partial<Dialect>])[] = [
  ['comma', 'name,age\nAnna,31\nErik,42', { delimiter: ',', width: 2 }],
  ['semicolon', 'name;age\nAnna;31\nErik;42', { delimiter: ';' }],
  ['tab', 'name\tage\nAnna\t31', { delimiter: '\t' }],
  ['pipe', 'name|age|city\nAnna|31|Umeå', { delimiter: '|' }],
  [
    'semicolon with decimal commas',
    lines('artikel;pris;antal', 'skruv;1,50;2', 'mutter;12,00;30', 'bricka;0,25;100'),
    { delimiter: ';' },
  ],
  [
    'only decimal commas between semicolons',
    lines('1,5;2,5', '3,25;4,75', '10,1;11,2'),
    { delimiter: ';' },
  ],
  [
    'comma in texts between semicolons',
    lines('namn;adress', '"Berg, Anna";"Storgatan 1, Lund"', 'Erik;"Ågatan 2, Umeå"'),
    { delimiter: ';' },
  ],
  [
    'semicolons and pipes in a comma file',
    lines('id,tags,note', '1,a;b;c,x|y', '2,d;e,z|w', '3,f,q'),
    { delimiter: ',' },
  ],
  ['times do not make a colon', lines('start', '08:00', '09:30', '10:15'), { delimiter: ',' }],
  [
    'times in a comma file',
    lines('day,start,end', 'mon,08:00,16:00', 'tue,09:00,17:00'),
    { delimiter: ',' },
  ],
  [
    'a colon where it is all there is',
    lines('anna:31:umeå', 'erik:42:lund', 'eva:27:ystad'),
    { delimiter: ':' },
  ],
  ['names in one column', lines('name', 'Anna Berg', 'Erik Lund', 'Eva Ek'), { delimiter: ',' }],
  ['one column of mails', lines('mail', 'a@x.se', 'b@y.se', 'c@z.se'), { delimiter: ',' }],
  ['one column of dates', lines('2024-01-02', '2024-02-03', '2024-03-04'), { delimiter: ',' }],
  [
    'figures between blanks',
    lines('1.5 2.25 3.5', '4.5 5.25 6.75', '7.5 8.0 9.25'),
    { delimiter: ' ' },
  ],
  ['caret', lines('a^b^c', '1^2^3', '4^5^6'), { delimiter: '^' }],
  ['tilde', lines('id~name~city', '1~Anna Berg~Umeå', '2~Erik Ek~Lund'), { delimiter: '~' }],
  [
    'the sign of Hive',
    lines('1\u0001Anna\u0001Umeå', '2\u0001Erik\u0001Lund'),
    { delimiter: '\u0001' },
  ],
  [
    'a preamble of prose',
    lines(
      'Report for March, made by Anna',
      'All figures are preliminary',
      'id;name;sum',
      '1;Anna;10',
      '2;Erik;20',
      '3;Eva;30',
    ),
    { delimiter: ';', width: 3 },
  ],
  ['single quotes', lines("'a','b,c'", "'d','e,f'", "'g','h'"), { delimiter: ',', quote: "'" }],
  [
    'apostrophes are no quotes',
    lines('name,note', "O'Brien,it's", "D'Arcy,'tis"),
    { delimiter: ',', quote: '"' },
  ],
  [
    'backslash escapes',
    lines('id,text', '1,"say \\"hi\\" now"', '2,"a \\"b\\" c"'),
    { delimiter: ',', escape: '\\' },
  ],
  [
    'a backslash at the end of a cell',
    lines('dir,x', '"C:\\dir\\","1"', '"D:\\dir\\","2"'),
    { escape: null },
  ],
  [
    'a backslash at the end of a cell before a bare one',
    lines('note,day', '" \\",2024-01-02', 'x,2024-01-03'),
    { delimiter: ',', escape: null },
  ],
  [
    'a backslash at the end of a cell before an empty one',
    lines('a,b,c', '"x,\\",,1', 'y,2,"3,4"'),
    { delimiter: ',', escape: null },
  ],
  [
    'an escaped quote before a delimiter inside a cell',
    lines('id,text', '1,"say \\"hi\\", then go"', '2,"a \\"b\\" c"'),
    { delimiter: ',', escape: '\\' },
  ],
  [
    'blanks before quotes',
    lines('"a", "b, c", "d"', '"e", "f", "g, h"'),
    { delimiter: ',', skipBlanks: true },
  ],
  ['one quote after a blank proves nothing', 'A, "B" ,C', { skipBlanks: false }],
  ['blanks before plain cells', lines('a, b, c', 'd, e, f'), { delimiter: ',', skipBlanks: false }],
  ['old Mac line breaks', 'a,b\rc,d\re,f', { lineBreak: 'cr' }],
  ['a first quoted cell with a CR', '"a\rb",c\r\nd,e\r\n', { lineBreak: 'lf' }],
  [
    'addresses in a tab file',
    lines('name\turl', 'a\thttps://x.se/a,b;c|d', 'b\thttps://y.se/e,f;g|h'),
    { delimiter: '\t' },
  ],
  [
    'JSON in cells',
    lines('id;data', '1;"{""a"":1,""b"":2}"', '2;"{""a"":3,""b"":4}"'),
    { delimiter: ';' },
  ],
  [
    'log lines with commas',
    lines('ts,level,msg', '2024-01-02 10:00:00,INFO,started', '2024-01-02 10:00:01,WARN,disk low'),
    { delimiter: ',' },
  ],
  [
    'sums grouped by commas',
    lines('name;sum', 'Anna;1,234,567', 'Erik;2,345,678', 'Eva;3,456,789'),
    { delimiter: ';' },
  ],
  ['two rows', 'a;b\n1;2', { delimiter: ';' }],
  ['one row', 'a;b;c', { delimiter: ';' }],
  [
    'phone numbers',
    lines('name,phone', 'Anna,070-123 45 67', 'Erik,+46 8 123 456'),
    { delimiter: ',' },
  ],
  ['empty cells', lines('a;b;c;d', ';;;', '1;;;', ';;;2'), { delimiter: ';', width: 4 }],
  [
    'a comment above',
    lines('# made by a tool; do not edit', 'id,name,x', '1,a,b', '2,c,d'),
    { delimiter: ',' },
  ],
  ['a Markdown-like table', lines('name | age', 'Anna | 31', 'Erik | 42'), { delimiter: '|' }],
  ['a sign that never stands alone', lines('a||b|||x', 'a||b||c', '1||2||3'), { delimiter: '|' }],
  ['two pipes', lines('a||b||c', '1||2||3', '4||5||6'), { delimiter: '||' }],
  ['plus', lines('Anna+ Umeå+ 1', 'Erik+ Lund+ 2', 'Eva+ Ystad+ 3'), { delimiter: '+' }],
  ['exclamation marks', lines('a!b!c', '1!2!3', '4!5!6'), { delimiter: '!' }],
  [
    'three names in one column',
    lines('Anna Maria Berg', 'Erik Olof Lund', 'Eva Lisa Ek'),
    { delimiter: ',' },
  ],
  ['one column of decimals', lines('pris', '1,50', '2,25', '10,00'), { delimiter: ';' }],
];

test.each(CASES)('%s', (_, text, expected) => {
  expect(detectDialect(text, true).dialect).toMatchObject(expected);
});

test('what the user chose is kept, and the rest found out', () => {
  const { dialect } = detectDialect("a;'b;c'\nd;'e;f'", true, { delimiter: ';' });
  expect(dialect).toMatchObject({ delimiter: ';', quote: "'" });
  expect(detectDialect('a;b\nc;d', true, { delimiter: ',' }).dialect.delimiter).toBe(',');
  expect(detectDialect('"a";b', true, { quote: '' }).dialect.quote).toBe(null);
});

test('confidence is higher where nothing else makes a table', () => {
  const sure = detectDialect('name;age;city\nAnna;31;Lund\nErik;42;Ystad', true).confidence;
  const unsure = detectDialect('a;b,c\nd;e,f', true).confidence;
  expect(sure).toBeGreaterThan(unsure);
});

test('only a sample is read, so that a long text takes no longer', () => {
  const text = `${'a;b;c\n'.repeat(10_000)}${'x,'.repeat(1_000_000)}`;
  expect(detectDialect(text, true).dialect.delimiter).toBe(';');
});
