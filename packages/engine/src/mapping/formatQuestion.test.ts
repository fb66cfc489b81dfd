import { expect, test } from 'vitest';
import type { Field } from '../schema/Schema.ts';
import { openSource } from '../source/openSource.ts';
import { profileTable } from '../table/profileTable.ts';
import { readTable } from '../table/readTable.ts';
import type { TableColumn } from '../table/Table.ts';
import { formatQuestion } from './formatQuestion.ts';
import type { ColumnFormat } from './Mapping.ts';

const DATE: Field = { type: 'date', label: 'Date' };
const NUMBER: Field = { type: 'number', label: 'Number' };

async function columnsOf(csv: string): Promise<readonly TableColumn[]> {
  const source = await openSource(new TextEncoder().encode(csv));
  return (await profileTable(await readTable(source))).columns;
}
const ask = async (csv: string, field: Field | null, format: ColumnFormat = {}) =>
  formatQuestion({ column: 0, format }, field, await columnsOf(csv));

test.each([
  ['either order', 'Day\n03/04/2024\n05/06/2024', 'date'],
  ['one date proves it', 'Day\n03/04/2024\n25/06/2024', null],
  ['the year first', 'Day\n2024-04-03\n2024-06-05', null],
  ['another column proves it', 'Day,Due\n03/04/2024,25/04/2024\n05/06/2024,30/06/2024', null],
  ['another column is as vague', 'Day,Due\n03/04/2024,05/04/2024\n05/06/2024,06/06/2024', 'date'],
  ['the other columns differ', 'Day,A,B\n03/04/2024,25/04/2024,04/25/2024', 'date'],
  ['the column contradicts itself', 'Day,A\n13/04/2024,25/04/2024\n05/16/2024,25/06/2024', 'date'],
])('dates: %s', async (_, csv, question) => {
  expect(await ask(csv, DATE)).toBe(question);
  expect(await ask(csv, DATE, { dateOrder: 'mdy' })).toBeNull();
  expect(await ask(csv, NUMBER)).toBeNull();
  expect(await ask(csv, null)).toBeNull();
});

test.each([
  ['either sign', 'Sum;X\n1.234;a\n5.678;b', 'decimal'],
  ['either sign, with a currency', 'Sum;X\n1.234 kr;a\n5.678 kr;b', 'decimal'],
  ['no sign at all', 'Sum;X\n1234;a\n5678;b', null],
  ['one number proves it', 'Sum;X\n1.234;a\n5.67;b', null],
  ['another column proves it', 'Sum;X\n1.234;1,5\n5.678;2,5', null],
  ['both signs, and nothing that could be either', 'Sum;X\n1.5;a\n5,6;b', null],
  ['both signs, and one that could be either', 'Sum;X\n1.5;a\n5,6;b\n1.234;c', 'decimal'],
])('numbers: %s', async (_, csv, question) => {
  expect(await ask(csv, NUMBER)).toBe(question);
  expect(await ask(csv, NUMBER, { decimal: '.' })).toBeNull();
  expect(await ask(csv, DATE)).toBeNull();
});
