import { ImportError, type Table } from '@importera/engine';

/** @throws ImportError `file-too-large` when the host takes fewer rows. */
export function checkRows(rowCount: Table['rowCount'], maxRows: number): void {
  if (rowCount === null || rowCount <= maxRows) return;
  throw new ImportError(
    'file-too-large',
    `The file has ${rowCount} rows, and at most ${maxRows} are taken. Split it into smaller files.`,
    { params: { rows: rowCount, maxRows } },
  );
}
