// Workbooks for direct use, without the rest of the engine: `@importera/engine/excel`.
export { openWorkbook } from './source/workbook/openWorkbook.ts';
export type { OpenWorkbookOptions } from './source/workbook/openWorkbook.ts';
export { workbookFormat } from './source/workbook/workbookFormat.ts';
export type { WorkbookFormat } from './source/workbook/workbookFormat.ts';
export { writeXls } from './report/writeXls.ts';
export { writeXlsx } from './report/writeXlsx.ts';
export type { XlsxColumn, XlsxSheet } from './report/writeXlsx.ts';
export type { XlsxCell, XlsxFormat, XlsxNumber } from './report/xlsxCell.ts';
