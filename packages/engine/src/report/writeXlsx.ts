import { ImportError } from '../issue/ImportError.ts';
import { columnLetters } from '../source/columnLetters.ts';
import { cutCell } from './cutCell.ts';
import { XLSX_FORMATS, type XlsxCell } from './xlsxCell.ts';
import { zipFiles, type ZipFile } from './zipFiles.ts';

/** How a column of a written workbook looks. */
export interface XlsxColumn {
  /** In characters. */
  readonly width: number;
  /** Cells typed below the header stay text, so that leading zeros survive. */
  readonly text?: boolean;
  /** Offered as a list in every cell below the header; other texts stay possible. */
  readonly choices?: readonly string[];
}

/** A sheet to write. */
export interface XlsxSheet<C extends XlsxCell = string> {
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  /** The first is the header: bold and kept in sight. A string is written as text, whatever it looks like. */
  readonly rows: AsyncIterable<readonly C[]> | Iterable<readonly C[]>;
}

/** What a sheet can hold in Excel. */
const MAX_ROWS = 1_048_576;
const CHUNK = 65_536;

/**
 * An xlsx workbook, written while its rows come. Texts are never formulas, dates or numbers, so
 * nothing is lost or run; of a text longer than Excel allows the first 32,767 characters are kept.
 * @throws ImportError `file-too-large` past 1,048,576 rows.
 */
export function writeXlsx(sheets: readonly XlsxSheet<XlsxCell>[]): AsyncIterable<Uint8Array> {
  return zipFiles([
    textPart('[Content_Types].xml', contentTypes(sheets.length)),
    textPart('_rels/.rels', ROOT_RELATIONS),
    textPart('xl/workbook.xml', workbookXml(sheets)),
    textPart('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)),
    textPart('xl/styles.xml', STYLES),
    ...sheets.map((sheet, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      chunks: sheetXml(sheet),
    })),
  ]);
}

async function* sheetXml({ columns, rows }: XlsxSheet<XlsxCell>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = `${HEAD}<worksheet xmlns="${MAIN}">${VIEW}${columnsXml(columns)}<sheetData>`;
  let number = 0;
  for await (const row of rows) {
    if (++number > MAX_ROWS) {
      throw new ImportError(
        'file-too-large',
        'There are more rows than an Excel sheet can hold. Ask for a CSV file.',
      );
    }
    text += rowXml(row, number);
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(`${text}</sheetData>${validationsXml(columns)}</worksheet>`);
}

function rowXml(row: readonly XlsxCell[], number: number): string {
  const style = number === 1 ? 2 : 1;
  const cells = row.map((cell, at) =>
    cellElement(cell, `r="${columnLetters(at)}${number}"`, style),
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellElement(cell: XlsxCell, reference: string, style: number): string {
  if (cell === '') return '';
  if (typeof cell === 'boolean') return `<c ${reference} s="0" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string')
    return `<c ${reference} s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellXml(cell)}</t></is></c>`;
  const format = cell.format === null ? 0 : FIRST_FORMAT + XLSX_FORMATS.indexOf(cell.format);
  return `<c ${reference} s="${format}"><v>${cell.number}</v></c>`;
}

/** Control characters but tab and line feed, and the two that are no characters. */
const NOT_XML = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]', 'g');

/** Excel's own escape for what XML cannot hold, and for texts that look like that escape. */
function cellXml(text: string): string {
  return escapeXml(
    cutCell(text)
      .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
      .replace(
        NOT_XML,
        (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      ),
  );
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function columnsXml(columns: readonly XlsxColumn[]): string {
  const each = columns.map(
    ({ width, text }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${text ? ' style="1"' : ''}/>`,
  );
  return each.length > 0 ? `<cols>${each.join('')}</cols>` : '';
}

/** A list written into a validation may have 255 characters and no commas of its own. */
const MAX_LIST = 255;

function validationsXml(columns: readonly XlsxColumn[]): string {
  const lists = columns.flatMap(({ choices = [] }, at) => {
    const list = choices.join(',');
    if (list === '' || list.length > MAX_LIST || choices.some((choice) => /[,"]/.test(choice)))
      return [];
    const range = `${columnLetters(at)}2:${columnLetters(at)}${MAX_ROWS}`;
    return [
      `<dataValidation type="list" allowBlank="1" sqref="${range}"><formula1>"${escapeXml(list)}"</formula1></dataValidation>`,
    ];
  });
  return lists.length > 0
    ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
    : '';
}

function textPart(name: string, text: string): ZipFile {
  return { name, chunks: [new TextEncoder().encode(text)] };
}

/** Sheet names may have 31 characters, none of `[]:*?/\`. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet'
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const VIEW =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
const ROOT_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
/** Cell style of the first of `XLSX_FORMATS`. */
const FIRST_FORMAT = 3;
/** Where a workbook's own number formats begin. */
const FORMAT_ID = 164;
const FORMATS = XLSX_FORMATS.map(
  (code, at) => `<numFmt numFmtId="${FORMAT_ID + at}" formatCode="${code}"/>`,
);
const FORMAT_STYLES = XLSX_FORMATS.map(
  (_, at) => `<xf xfId="0" numFmtId="${FORMAT_ID + at}" applyNumberFormat="1"/>`,
);
/** Cell styles: 0 general, 1 text, 2 bold text, then the formats of dates and times. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">${FORMATS.join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${FIRST_FORMAT + FORMATS.length}"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/>${FORMAT_STYLES.join('')}</cellXfs></styleSheet>`;

function contentTypes(sheets: number): string {
  const overrides = numbers(sheets).map(
    (n) =>
      `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides.join('')}</Types>`;
}

function workbookXml(sheets: readonly { readonly name: string }[]): string {
  const list = sheets.map(
    ({ name }, at) =>
      `<sheet name="${escapeXml(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
  const list = numbers(sheets).map(
    (n) =>
      `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
