import type { Issue } from '../issue/Issue.ts';
import type { Block } from '../source/Block.ts';
import { cellsOf } from '../source/cellsOf.ts';
import { numberCore } from './numberEvidence.ts';
import type { Table } from './Table.ts';

/** What people call the row that sums the others, in the languages lists come in. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'total totals totalt totalsumma slutsumma summa sum summe summering gesamt gesamtsumme insgesamt yhteensä totale totaal ' +
    'totaux suma razem celkem spolu összesen összeg ialt sammanlagt sammantaget samlet toplam'
  ).split(' '),
);

/**
 * Tells of a last row that sums those above it (`Total;;1 250`), which would be imported as a record like them. Only
 * where it is called a total is the table read once more, to see whether its numbers are the sums.
 * @param last the last block with rows.
 */
export async function totalsRowIssues(
  table: Table,
  last: Block | undefined,
  signal?: AbortSignal,
): Promise<readonly Issue[]> {
  if (last === undefined || last.size === 0) return [];
  const cells = cellsOf(last, last.size - 1);
  const word = cells.find(isTotalsWord)?.trim();
  if (word === undefined) return [];
  const row = last.rowNumbers[last.size - 1] as number;
  const totals = cells.map((text, column) => numberIn(table, column, text));
  const column = await summedColumn(table, totals, row, signal);
  if (column === -1) return [];
  return [{ code: 'totals-row', severity: 'info', row, column, params: { value: word } }];
}

/** The first column whose last number is the sum of at least two above it; -1 for none. */
async function summedColumn(
  table: Table,
  totals: readonly (number | null)[],
  row: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  const sums = totals.map(() => 0);
  const counts = totals.map(() => 0);
  for await (const block of table.blocks({ signal })) {
    for (const [column, total] of totals.entries()) {
      if (total === null || total === 0) continue;
      for (const [r, text] of (block.columns[column]?.texts ?? []).entries()) {
        const number = block.rowNumbers[r] === row ? null : numberIn(table, column, text);
        if (number === null) continue;
        sums[column] = (sums[column] as number) + number;
        counts[column] = (counts[column] as number) + 1;
      }
    }
  }
  return totals.findIndex((total, column) => {
    if (total === null || (counts[column] as number) < 2) return false;
    // Half a cent for what each shown number was rounded by is more than enough.
    return Math.abs((sums[column] as number) - total) < 0.005 + Math.abs(total) * 1e-9;
  });
}

function isTotalsWord(cell: string): boolean {
  const [first = ''] = cell
    .trim()
    .toLowerCase()
    .split(/[\s:.,]/u, 1);
  return cell.length < 60 && WORDS.has(first);
}

/** The number of a cell by the decimal sign of its column; null for no number. */
function numberIn({ columns }: Table, column: number, cell: string): number | null {
  const text = cell.trim();
  const core = numberCore(text);
  if (core === null) return null;
  const [sign = '.'] = columns[column]?.profile.evidence.decimals ?? [];
  const digits = core.replace(sign === ',' ? /[^\d,]/gu : /[^\d.]/gu, '').replace(',', '.');
  const number = Number(digits);
  if (Number.isNaN(number)) return null;
  return /^[(\-\u2212]|-$/u.test(text) ? -number : number;
}
