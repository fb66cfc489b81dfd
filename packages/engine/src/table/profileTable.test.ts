import { expect, test } from 'vitest';
import { openSource } from '../source/openSource.ts';
import { profileTable } from './profileTable.ts';
import { readTable } from './readTable.ts';
import { DISTINCT_LIMIT, type Table } from './Table.ts';

const open = async (text: string): Promise<Table> =>
  readTable(await openSource(new TextEncoder().encode(text)));

test('counts the whole file', async () => {
  const rows = Array.from(
    { length: 5000 },
    (_, i) => `${i},${i % 3 === 0 ? 'Lund' : 'Ystad'},${i % 10 === 0 ? '' : 'x'}`,
  );
  const table = await profileTable(await open(`id,city,note\n${rows.join('\n')}\n`));
  expect(table).toMatchObject({ rowCount: 5000, complete: true, headerRow: 1 });
  const [id, city, note] = table.columns.map(({ profile }) => profile);
  expect(id).toMatchObject({ filled: 5000, distinctComplete: false });
  expect(id?.distinct.length).toBe(DISTINCT_LIMIT);
  expect(city?.distinct).toEqual([
    ['Ystad', 3333],
    ['Lund', 1667],
  ]);
  expect(note).toMatchObject({ filled: 4500, empty: 500 });
});

test('a date far down decides the order of all', async () => {
  const early = Array.from({ length: 4000 }, (_, i) => `${(i % 12) + 1}/${(i % 11) + 1}/2024`);
  const table = await open(`day\n${early.join('\n')}\n1/31/2024\n`);
  expect(table.columns[0]?.profile.evidence.dateOrders).toEqual(['dmy', 'mdy']);
  const whole = await profileTable(table);
  expect(whole.columns[0]?.profile.evidence.dateOrders).toEqual(['mdy']);
});

test('columns that only later rows have are added', async () => {
  const table = await open(`a,b\n${'1,2\n'.repeat(3000)}3,4,5\n`);
  expect(table.columns.length).toBe(2);
  const whole = await profileTable(table);
  expect(whole.columns.map(({ label }) => label)).toEqual(['a', 'b', 'Column C']);
  expect(whole.columns[2]?.profile).toMatchObject({ filled: 1, empty: 3000 });
  expect(whole.issues.map(({ code, row }) => [code, row])).toEqual([['too-many-cells', 3002]]);
});

test('issues of the first rows are told once', async () => {
  const table = await open(`a,b,a\n1,2\n${'1,2,3\n'.repeat(3000)}`);
  const codes = (await profileTable(table)).issues.map(({ code }) => code);
  expect(codes).toEqual(['duplicate-header', 'too-few-cells']);
});

test('tells how far it is, and can be cancelled', async () => {
  const table = await open(`a,b\n${'1,2\n'.repeat(400_000)}`);
  const controller = new AbortController();
  const running = profileTable(table, {
    signal: controller.signal,
    onProgress: ({ bytesRead }) => bytesRead > 0 && controller.abort(new Error('enough')),
  });
  await expect(running).rejects.toThrow('enough');
});

test('a table that is complete already is given back', async () => {
  const table = await open('a\n1');
  expect(await profileTable(table)).toBe(table);
});
