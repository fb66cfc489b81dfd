import { expect, test } from 'vitest';
import { openSource } from '../source/openSource.ts';
import { profileTable } from './profileTable.ts';
import { readTable } from './readTable.ts';
import type { Table } from './Table.ts';

async function tableOf(...lines: readonly string[]): Promise<Table> {
  return profileTable(await readTable(await openSource(lines.join('\n'))));
}

const totalsOf = ({ issues }: Table): unknown =>
  issues
    .filter(({ code }) => code === 'totals-row')
    .map(({ row, column, severity, params }) => [severity, row, column, params['value']]);

test.each([
  ['Totalt', ['1 234,50', '1 000,25', '2 234,75'], true],
  ['Summa:', ['10', '-4', '6'], true],
  ['Yhteensä', ['1,5', '2,5', '4'], true],
  ['SUM', ['0,1', '0,2', '0,3'], true],
  ['Total Energies', ['10', '20', '400'], false],
  ['Total', ['10', '20', ''], false],
  ['Eva', ['10', '20', '30'], false],
])('a last row %s with the last of %j: %s', async (word, [first, second, sum], told) => {
  const table = await tableOf(
    'name;town;amount',
    `Anna;Lund;${first}`,
    `Erik;Ystad;${second}`,
    `${word};;${sum}`,
  );
  expect(totalsOf(table)).toEqual(told ? [['info', 4, 2, word]] : []);
});

test('the total of a file longer than its head is found too', async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => `P${n},${n}.5`);
  const table = await tableOf('name,amount', ...rows, `Total,${(2999 * 3000) / 2 + 1500}`);
  expect(totalsOf(table)).toEqual([['info', 3002, 1, 'Total']]);
});
