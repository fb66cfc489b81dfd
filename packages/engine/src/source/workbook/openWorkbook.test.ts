import { CFB, utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { CELL_KINDS, type Block, type CellKind } from '../Block.ts';
import type { Source } from '../Source.ts';
import { openWorkbook, type OpenWorkbookOptions } from './openWorkbook.ts';

interface Shown {
  readonly texts: readonly (readonly string[])[];
  readonly kinds: readonly (readonly CellKind[])[];
  readonly rowNumbers: readonly number[];
}

async function shown(
  bytes: Uint8Array,
  options?: OpenWorkbookOptions,
  limit?: number,
): Promise<Shown> {
  const source = await openWorkbook(bytes, options);
  const all = { texts: [] as string[][], kinds: [] as CellKind[][], rowNumbers: [] as number[] };
  for await (const { size, rowNumbers, columns } of source.blocks(
    limit === undefined ? {} : { limit },
  )) {
    for (let r = 0; r < size; r++) {
      all.texts.push(columns.map(({ texts }) => texts[r] ?? ''));
      all.kinds.push(columns.map(({ kinds }) => CELL_KINDS[kinds?.[r] ?? 0] ?? 'text'));
      all.rowNumbers.push(rowNumbers[r] ?? 0);
    }
  }
  return all;
}

async function blocksOf(source: Source): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for await (const block of source.blocks()) blocks.push(block);
  return blocks;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  /** Inside of `sheetData`, and what comes after it. */
  readonly rows?: string;
  readonly afterRows?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly dimension?: string;
}

/** A minimal xlsx made of the XML given. */
function xlsx(
  { rows = '', afterRows = '', strings = '', styles = '', workbook, dimension = '' }: Parts,
  more: Record<string, Uint8Array> = {},
): Uint8Array {
  const sheets = workbook ?? '<sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets>';
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(`<workbook ${MAIN} xmlns:r="${RELATIONS}">${sheets}</workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${[1, 2, 3].map((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId8" Type="${RELATIONS}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet ${MAIN}>${dimension}<sheetData>${rows}</sheetData>${afterRows}</worksheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst ${MAIN}>${strings}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet ${MAIN}>${styles}</styleSheet>`),
    ...more,
  });
}

test('xlsx: every kind of cell in its canonical text', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="31"/></cellXfs>';
  const { texts, kinds } = await shown(
    xlsx({
      styles,
      strings: '<si><t>shared</t></si>',
      rows:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1234.5</v></c><c r="C1" s="1"><v>45352</v></c><c r="D1" s="2"><v>45352.5</v></c><c r="E1" s="3"><v>0.5</v></c><c r="F1" s="4"><v>1.5</v></c></row>' +
        '<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#DIV/0!</v></c><c r="C2" s="5"><v>0.125</v></c><c r="D2" t="str"><f>A1</f><v>formula &amp; text</v></c><c r="E2" t="d"><v>2024-03-01T00:00:00</v></c><c r="F2" s="6"><v>45352</v></c></row>',
    }),
  );
  expect(texts).toEqual([
    ['shared', '1234.5', '2024-03-01', '2024-03-01T12:00:00', '12:00:00', '36:00:00'],
    ['true', '#DIV/0!', '0.125', 'formula & text', '2024-03-01', '2024-03-01'],
  ]);
  expect(kinds).toEqual([
    ['text', 'number', 'date', 'date', 'time', 'time'],
    ['boolean', 'error', 'number', 'text', 'date', 'date'],
  ]);
});

test.each([
  [
    'rich runs',
    '<is><r><t>one </t></r><r><rPr><b/></rPr><t xml:space="preserve">two</t></r></is>',
    'one two',
  ],
  [
    'aids for pronunciation',
    '<is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is>',
    '東京',
  ],
  ['characters beyond the basic plane', '<is><t>&#x1f61c;&#128540;</t></is>', '😜😜'],
  ['CDATA', '<is><t><![CDATA[a <b> & c]]></t></is>', 'a <b> & c'],
  ["Excel's own escape", '<is><t>a_x000D_b_x005F_x0041_</t></is>', 'a\rb_x0041_'],
  ['leading zeros', '<is><t>007</t></is>', '007'],
  ['entities that are not defined', '<is><t>&bomb;</t></is>', '&bomb;'],
  ['a quoted bracket in a tag', '<is><t x:y="a>b">c</t></is>', 'c'],
  ['a value where the text should be', '<v>plain</v>', 'plain'],
])('xlsx text: %s', async (_, inside, text) => {
  const { texts } = await shown(
    xlsx({ rows: `<row r="1"><c r="A1" t="inlineStr">${inside}</c></row>` }),
  );
  expect(texts).toEqual([[text]]);
});

test('xlsx: row numbers are the spreadsheet’s, from the first used cell; blank rows inside stay', async () => {
  const rows =
    '<row r="5"><c r="C5"><v>1</v></c><c r="D5" s="0"/></row><row r="6"/><row r="8"><c r="B8"><v>2</v></c></row>';
  const found = await shown(xlsx({ rows }));
  expect(found.rowNumbers).toEqual([5, 6, 7, 8]);
  expect(found.texts).toEqual([
    ['', '1'],
    ['', ''],
    ['', ''],
    ['2', ''],
  ]);
});

test('xlsx: rows and cells without references count on', async () => {
  const rows =
    '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row>';
  expect((await shown(xlsx({ rows }))).texts).toEqual([
    ['1', '2', '', ''],
    ['', '', '3', '4'],
  ]);
});

test('xlsx: rows out of order are put in order', async () => {
  const rows = '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>';
  expect((await shown(xlsx({ rows }))).texts).toEqual([['1'], [''], ['3']]);
});

test('xlsx: other prefixes, quotes and letter case are the same XML', async () => {
  const sheet = strToU8(
    `<x:worksheet><x:sheetData><x:row r='2'><x:c r='A2' t='inlineStr'><x:is><x:t>a</x:t></x:is></x:c ></x:row></x:sheetData></x:worksheet>`,
  );
  expect(
    (
      await shown(
        xlsx({}, { 'XL\\Worksheets\\Sheet1.xml': sheet, 'xl/worksheets/sheet1.xml': sheet }),
      )
    ).texts,
  ).toEqual([['a']]);
});

test('xlsx: a part in UTF-16 is read as such', async () => {
  const xml = `\ufeff<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Åsa 😜</t></is></c></row></sheetData></worksheet>`;
  const wide = new Uint8Array(
    Uint16Array.from({ length: xml.length }, (_, at) => xml.charCodeAt(at)).buffer,
  );
  expect((await shown(xlsx({}, { 'xl/worksheets/sheet1.xml': wide }))).texts).toEqual([['Åsa 😜']]);
});

test('a merged range has its value at its top left alone', async () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c></row>';
  const afterRows = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
  expect((await shown(xlsx({ rows, afterRows }))).texts).toEqual([['1', '', '3']]);
});

test('the 1904 calendar', async () => {
  const parts = {
    workbook:
      '<workbookPr date1904="1"/><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets>',
    styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    rows: '<row r="1"><c r="A1" s="0"><v>43890</v></c></row>',
  };
  expect((await shown(xlsx(parts))).texts).toEqual([['2024-03-01']]);
});

const SHEETS =
  '<sheets><sheet name="Secret" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Blank" sheetId="2" r:id="rId2"/><sheet name="Data &amp; Co" sheetId="3" r:id="rId3"/><sheet name="Chart" sheetId="4" r:id="rId8"/></sheets>';
const cellSheet = (value: number): Uint8Array =>
  strToU8(
    `<worksheet><sheetData><row r="1"><c r="A1"><v>${value}</v></c></row></sheetData></worksheet>`,
  );
const threeSheets = xlsx(
  { workbook: SHEETS, rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
  {
    'xl/worksheets/sheet2.xml': strToU8('<worksheet><sheetData/></worksheet>'),
    'xl/worksheets/sheet3.xml': cellSheet(3),
  },
);

test('the first visible sheet that holds anything is the one read; hidden ones are flagged, charts left out', async () => {
  const source = await openWorkbook(threeSheets);
  expect(source.sheets).toEqual([
    { name: 'Secret', rows: 1, hidden: true },
    { name: 'Blank', rows: 0 },
    { name: 'Data & Co', rows: 1 },
  ]);
  expect(source.sheet).toBe('Data & Co');
  expect((await shown(threeSheets, { sheet: 'secret' })).texts).toEqual([['1']]);
});

test('a sheet that is not there: the error names those that are', async () => {
  await expect(openWorkbook(threeSheets, { sheet: 'Nope' })).rejects.toMatchObject({
    code: 'sheet-missing',
    message: expect.stringContaining('Secret, Blank, Data & Co') as unknown,
  });
});

test.each([
  ['a sheet without cells', xlsx({}), 'sheet-empty'],
  [
    'a 0-byte sheet',
    xlsx({}, { 'xl/worksheets/sheet1.xml': new Uint8Array(0) }),
    'sheet-unreadable',
  ],
  ['a workbook without sheets', xlsx({ workbook: '<sheets/>' }), 'workbook-empty'],
])('%s is empty, with an issue', async (_, bytes, code) => {
  const source = await openWorkbook(bytes);
  expect(source.issues.map((issue) => issue.code)).toContain(code);
  expect(await blocksOf(source)).toEqual([]);
});

test('no bytes at all', async () => {
  await expect(openWorkbook(new Uint8Array(0))).rejects.toMatchObject({ code: 'file-empty' });
});

test.each([
  ['text', strToU8('a,b\n1,2')],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
  ['a zip of other things', zipSync({ 'readme.txt': strToU8('hello') })],
  ['other XML', strToU8('<?xml version="1.0"?><rss/>')],
])('%s is no workbook', async (_, bytes) => {
  await expect(openWorkbook(bytes)).rejects.toMatchObject({ code: 'file-unsupported' });
});

test.each(['xlsx', 'biff8', 'xlsb', 'ods'] as const)(
  '%s: the noughts a format fills a number up with are told beside it',
  async (bookType) => {
    const sheet = utils.aoa_to_sheet([[123], [123456], [7.5], ['x']]);
    for (const cell of ['A1', 'A2', 'A3']) (sheet[cell] as { z: string }).z = '00000';
    const book: WorkBook = { SheetNames: ['One'], Sheets: { One: sheet } };
    const bytes = new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
    const [block] = await blocksOf(await openWorkbook(bytes));
    expect(block?.columns[0]?.texts).toEqual(['123', '123456', '7.5', 'x']);
    expect(block?.columns[0]?.digits).toEqual(Uint8Array.of(5, 0, 0, 0));
  },
);

// Hostile files

test('declared ranges count for nothing, and a far-flung row costs little', async () => {
  const bytes = xlsx({
    dimension: '<dimension ref="A1:XFD1048576"/>',
    rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="C1048576"><v>2</v></c></row>',
  });
  const source = await openWorkbook(bytes);
  expect(source.sheets[0]?.rows).toBe(1_048_576);
  let [rows, filled] = [0, 0];
  for await (const { size, columns } of source.blocks()) {
    rows += size;
    if (columns[0]?.texts[0] || columns.at(-1)?.texts.at(-1)) filled++;
  }
  expect([rows, filled]).toEqual([1_048_576, 2]);
});

test('cells beyond the last column or row are left out, with an issue', async () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="ZZZZZZZ1"><v>2</v></c></row><row r="99999999"><c r="A99999999"><v>3</v></c></row><row r="x"><c r="A1"><v>4</v></c></row>';
  const source = await openWorkbook(xlsx({ rows }));
  expect(source.issues).toMatchObject([{ code: 'cells-outside-sheet', params: { count: 3 } }]);
  expect(source.sheets[0]?.rows).toBe(1);
});

test('a million columns are cut at the last one there is', async () => {
  const source = await openWorkbook(
    xlsx({ rows: `<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>` }),
  );
  const [block] = await blocksOf(source);
  expect(block?.columns).toHaveLength(16_384);
});

test.each([
  ['the last cell there is', 'XFD1048576'],
  ['a far row and column', 'XFD50000'],
])('%s does not make a table of blank cells', async (_, far) => {
  const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row><row r="${far.slice(3)}"><c r="${far}"><v>9</v></c></row>`;
  const source = await openWorkbook(xlsx({ rows }));
  expect(source.issues).toMatchObject([
    { code: 'cells-outside-sheet', params: { count: 1, far: true } },
  ]);
  expect(source.sheets[0]?.rows).toBe(2);
  expect((await shown(xlsx({ rows }))).texts).toEqual([
    ['1', '2'],
    ['3', ''],
  ]);
});

test('cells scattered over all of a sheet end in a range that can be read', async () => {
  const rows = Array.from({ length: 106 }, (_, n) => {
    const row = n * 9_800 + 1;
    return `<row r="${row}">${'<c/>'.repeat((n * 7919) % 16_000)}<c><v>${n}</v></c></row>`;
  }).join('');
  const source = await openWorkbook(xlsx({ rows }));
  expect(source.issues).toMatchObject([{ code: 'cells-outside-sheet', params: { far: true } }]);
  const blocks = await blocksOf(source);
  const area = blocks.reduce((sum, { size, columns }) => sum + size * columns.length, 0);
  expect(area).toBeLessThanOrEqual(5_000_000);
});

test('a big sheet with one stray cell keeps its table', async () => {
  const row = (n: number): string =>
    `<row r="${n}">${Array.from({ length: 12 }, (_, c) => `<c><v>${n + c}</v></c>`).join('')}</row>`;
  const table = Array.from({ length: 3000 }, (_, n) => row(n + 1)).join('');
  const stray = '<row r="1048000"><c r="C1048000"><v>1</v></c></row>';
  const source = await openWorkbook(xlsx({ rows: table + stray }));
  expect(source.sheets[0]?.rows).toBe(3000);
  expect((await blocksOf(source))[0]?.columns).toHaveLength(12);
});

test('a part that is nothing but repetition is refused before it unpacks', async () => {
  const empty = strToU8('<row></row>'.repeat(6_400_000));
  await expect(openWorkbook(xlsx({}, { 'xl/worksheets/sheet1.xml': empty }))).rejects.toMatchObject(
    { code: 'file-too-large', params: { ratio: 200 } },
  );
});

test('a zip bomb is refused before it unpacks', async () => {
  const bomb = xlsx({}, { 'xl/worksheets/sheet1.xml': new Uint8Array(5_000_000).fill(32) });
  await expect(openWorkbook(bomb, { maxInflatedBytes: 1_000_000 })).rejects.toMatchObject({
    code: 'file-too-large',
  });
});

test('a zip bomb that lies about its size is refused while it unpacks', async () => {
  const bomb = xlsx({}, { 'xl/worksheets/sheet1.xml': new Uint8Array(50_000_000).fill(32) });
  const view = new DataView(bomb.buffer, bomb.byteOffset);
  for (let at = 0; at < bomb.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 50_000_000)
      view.setUint32(at + 24, 100, true);
  }
  await expect(openWorkbook(bomb, { maxInflatedBytes: 1_000_000 })).rejects.toMatchObject({
    code: 'file-too-large',
  });
});

test('a short shared string named a hundred thousand times is fine, a huge one is not', async () => {
  const rows = `<row r="1">${'<c t="s"><v>0</v></c>'.repeat(10_000)}</row>`;
  const short = await openWorkbook(xlsx({ rows, strings: '<si><t>ok</t></si>' }));
  expect(short.sheets[0]?.rows).toBe(1);
  const huge = xlsx({ rows, strings: `<si><t>${'x'.repeat(100_000)}</t></si>` });
  await expect(openWorkbook(huge)).rejects.toMatchObject({ code: 'file-too-large' });
});

test('entities of a document type are never expanded', async () => {
  const bomb = strToU8(
    '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
  );
  expect((await shown(xlsx({}, { 'xl/worksheets/sheet1.xml': bomb }))).texts).toEqual([['&b;']]);
});

test('a password is asked for: encrypted zip, encrypted package, BIFF password, OpenDocument', async () => {
  const zipped = xlsx({});
  const view = new DataView(zipped.buffer, zipped.byteOffset);
  for (let at = 0; at < zipped.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  const container = CFB.utils.cfb_new() as object;
  CFB.utils.cfb_add(container, '/EncryptionInfo', new Uint8Array(8));
  CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(64));
  const biff4 = new Uint8Array([
    0x09, 0x04, 6, 0, 0, 0, 0x10, 0, 0, 0, 0x2f, 0, 4, 0, 1, 2, 3, 4, 0x0a, 0, 0, 0,
  ]);
  const manifest = strToU8(
    '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
  );
  const openDocument = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': manifest,
    'content.xml': new Uint8Array([1, 2, 3]),
  });
  for (const bytes of [
    zipped,
    new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayBuffer),
    biff4,
    openDocument,
  ]) {
    await expect(openWorkbook(bytes)).rejects.toMatchObject({
      code: 'file-encrypted',
      message: expect.stringContaining('password') as unknown,
    });
  }
});

test('an OpenDocument cell repeated without end is refused', async () => {
  const content =
    '<office:document-content><office:body><office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>';
  const bytes = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': strToU8('<m/>'),
    'content.xml': strToU8(content),
  });
  await expect(openWorkbook(bytes)).rejects.toMatchObject({ code: 'file-too-large' });
});

test('what SheetJS does not know makes no noise', async () => {
  const noise = vi.spyOn(console, 'error');
  const content =
    '<office:document-content><office:automatic-styles><number:number-style style:name="N1"><number:number/><style:map style:condition="value()&gt;=0" style:apply-style-name="N2"/></number:number-style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell office:value-type="float" office:value="1.5"><text:p>2</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>';
  const bytes = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': strToU8('<m/>'),
    'content.xml': strToU8(content),
  });
  expect((await shown(bytes)).texts).toEqual([['1.5']]);
  expect(noise).not.toHaveBeenCalled();
  noise.mockRestore();
});

const TYPED = [
  ['Name', 'Zip', 'Sum', 'Day', 'Ok'],
  ['Åsa', '01234', 0.1 + 0.2, new Date(Date.UTC(2024, 2, 1)), true],
];
const book: WorkBook = utils.book_new();
utils.book_append_sheet(book, utils.aoa_to_sheet(TYPED, { UTC: true } as object), 'Blad1');
const written = (bookType: BookType): Uint8Array =>
  new Uint8Array(write(book, { type: 'array', bookType, cellDates: false }) as ArrayBuffer);

test.each([
  'xlsx',
  'xlsm',
  'xlsb',
  'biff8',
  'biff5',
  'biff4',
  'biff3',
  'biff2',
  'ods',
  'fods',
  'xlml',
] as const)('%s: the same texts', async (type) => {
  const { texts } = await shown(written(type as BookType));
  const [headers, row] = texts;
  expect(headers).toEqual(TYPED[0]);
  // The oldest have one character set and no dates of their own.
  expect(row?.slice(1)).toEqual(['01234', '0.3', '2024-03-01', 'true']);
});

const htmlRows = async (inside: string): Promise<readonly (readonly string[])[]> =>
  (await shown(strToU8(`<html><body>${inside}</body></html>`))).texts;

test('HTML saved as .xls: every cell as it is written, in the encoding it declares', async () => {
  const html =
    '<html><head><meta charset="windows-1252"><style><!-- td { } --></style></head><body><table><tr><th>Ort</th><th>Nr</th></tr><tr><td>Malm\u00f6</td><td>007</td></tr></table></body></html>';
  const bytes = Uint8Array.from(html, (char) => char.charCodeAt(0));
  expect((await shown(bytes)).texts).toEqual([
    ['Ort', 'Nr'],
    ['Malmö', '007'],
  ]);
});

test.each([
  [
    'entities',
    '<tr><td>V&auml;xj&ouml; &amp; &#229; &euro;&nbsp;&bogus;</td></tr>',
    [['Växjö & å €\u00a0&bogus;']],
  ],
  ['line breaks and white space', '<tr><td> a\n  b<br>c<p>d</p></td></tr>', [['a b\nc\nd']]],
  [
    'end tags left out',
    '<tr><td>a<td>b<tr><td>c',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  ['capitals and bare attributes', '<TR><TD COLSPAN=2>a</TD><TD>b</TD></TR>', [['a', '', 'b']]],
  [
    'cells that reach down',
    '<tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr>',
    [
      ['a', 'b'],
      ['', 'c'],
    ],
  ],
  [
    'a less-than sign that nobody escaped',
    '<tr><td>a < b</td><td>1 <2</td></tr>',
    [['a < b', '1 <2']],
  ],
  [
    'a number noted by Excel',
    '<tr><td x:num="1234.5">1 234,50</td><td x:num="45352">2024-03-01</td><td x:num>7</td></tr>',
    [['1234.5', '2024-03-01', '7']],
  ],
  ['a table inside a cell', '<tr><td>a<table><tr><td>b</td></tr></table></td></tr>', [['a\nb']]],
  ['scripts', '<tr><td><script>if (a<b) {}</script>a</td></tr>', [['a']]],
])('HTML: %s', async (_, inside, rows) => {
  expect(await htmlRows(`<table>${inside}</table>`)).toEqual(rows);
});

test('HTML: several tables stand below one another', async () => {
  const table = (text: string): string => `<table><tr><td>${text}</td></tr></table>`;
  expect(await htmlRows(table('a') + table('b'))).toEqual([['a'], ['b']]);
});

test('HTML without a table is refused; spans without end cost little', async () => {
  await expect(htmlRows('<p>Not found</p>')).rejects.toMatchObject({ code: 'file-corrupt' });
  const wide = '<tr><td rowspan=999999999 colspan=999999999>a</td></tr>'.repeat(3);
  expect((await htmlRows(`<table>${wide}</table>`))[0]).toEqual(['a']);
});

test.each(['xlsx', 'xlsb', 'biff8', 'ods'] as const)(
  'a cut off or damaged %s ends in rows or in a clear error',
  async (type) => {
    const whole = written(type);
    const damage = fc.record({
      cut: fc.option(fc.integer({ min: 1, max: whole.length - 1 })),
      changes: fc.array(
        fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 })),
        { maxLength: 5 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ cut, changes }) => {
        const bytes = whole.slice(0, cut ?? whole.length);
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        const outcome = await shown(bytes).then(
          () => 'rows',
          (error: Error) => error.name,
        );
        expect(['rows', 'ImportError']).toContain(outcome);
      }),
      { numRuns: 60 },
    );
  },
);

test('a cut off xls is said to be damaged, not how its parser stumbled', async () => {
  const whole = written('biff8');
  const messages = new Set<string>();
  for (let size = 600; size < whole.length; size += 61) {
    const failed = await openWorkbook(whole.slice(0, size)).catch((error: Error) => error);
    if (failed instanceof Error) messages.add(failed.message);
  }
  expect(messages.size).toBeGreaterThan(0);
  for (const message of messages) expect(message).not.toMatch(/undefined|cannot|record|0x/i);
});

// Sheets too big to be read at once

const BIG_ROWS = 21_000;
const bigRow = (r: number): readonly string[] => [
  `row ${r}`,
  r % 7 === 0 ? '' : 'x'.repeat(1000),
  ...(r > 20_000 ? ['wide'] : []),
];
const bigCell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
function bigWorkbook(): Uint8Array {
  const rows = Array.from(
    { length: BIG_ROWS - 1 },
    (_, r) =>
      `<row r="${r + 2}">${bigRow(r + 1)
        .map(bigCell)
        .join('')}</row>`,
  );
  return xlsx({ rows: rows.join('') });
}

test('a big sheet: the same rows, block by block, later blocks wider', async () => {
  const bytes = bigWorkbook();
  const source = await openWorkbook(bytes);
  expect(source.sheets).toEqual([{ name: 'One', rows: null }]);
  const { texts, rowNumbers } = await shown(bytes);
  expect(rowNumbers).toEqual(Array.from({ length: BIG_ROWS - 1 }, (_, r) => r + 2));
  expect(texts.map((row) => row.filter((text, at) => text !== '' || at < 2))).toEqual(
    Array.from({ length: BIG_ROWS - 1 }, (_, r) => bigRow(r + 1)),
  );
  expect((await shown(bytes, {}, 1500)).rowNumbers).toHaveLength(1500);
});

test('a cancel stops a big sheet', async () => {
  const controller = new AbortController();
  const source = await openWorkbook(bigWorkbook(), { signal: controller.signal });
  const reading = (async () => {
    for await (const { rowNumbers } of source.blocks())
      if (rowNumbers[0] === 2) controller.abort(new Error('stopped'));
  })();
  await expect(reading).rejects.toThrow('stopped');
});
