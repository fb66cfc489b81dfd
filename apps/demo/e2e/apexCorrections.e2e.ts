import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { customers, mail, open, project, stored, storedRecords } from './apex.ts';
import {
  correctCell,
  countOf,
  gridRow,
  matchFile,
  review,
  start,
  stepHeading,
  type Row,
} from './wizard.ts';

test('AP10: every row gets a green tick or a red cross with its errors', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  await matchFile(page, customers(halfWrong('farge')));
  await review(page);
  await start(page);
  await stepHeading(page, '1 of 3 rows imported').waitFor();
  expect(await gridRow(page, 2).innerText()).toContain('Written');
  expect(await gridRow(page, 3).innerText()).toContain('is not an e-mail address');
  expect(await gridRow(page, 4).innerText()).toContain('“H9901” was not found as Home');
  expect(await stored(page, 'farge-')).toMatchObject([{ email: mail('farge-a') }]);
});

test('AP11: what failed is corrected in place, and only that is imported again', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  await matchFile(page, customers(halfWrong('rett')));
  await review(page);
  await start(page);
  const before = await storedRecords(page, 'rett-');
  await correctCell(
    gridRow(page, 3).getByRole('gridcell', { name: /^rett-b\(at\)/u }),
    mail('rett-b'),
  );
  await correctCell(gridRow(page, 4).getByRole('gridcell', { name: /^H9901/u }), 'H0304');
  await page.getByRole('button', { name: 'Import the corrected ones' }).click();
  await stepHeading(page, 'Everything is imported').waitFor();
  await expect.poll(() => countOf(page, 'written')).toBe(3);
  const after = await storedRecords(page, 'rett-');
  expect(after).toHaveLength(3);
  // The row that was right the first time is the same record.
  expect(after).toContainEqual(before[0]);
});

test('AP11: what failed is corrected in a downloaded file, which imports again', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  await matchFile(page, customers(halfWrong('fil')));
  await review(page);
  await start(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Rows not taken as .csv' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).not.toContain(mail('fil-a'));
  const corrected = text.replace('fil-b(at)', 'fil-b@').replace(/H9901(?=[,;])/u, 'H0304');
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a corrected file' }).click();
  const buffer = Buffer.from(corrected);
  await (await asked).setFiles({ name: 'rettet.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Import the corrected ones' }).click();
  await stepHeading(page, 'Everything is imported').waitFor();
  expect(await stored(page, 'fil-')).toHaveLength(3);
});

test('AP11: the file to correct says in Swedish why rows were not taken, and imports again', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  await matchFile(page, customers(halfWrong('svensk')));
  await review(page);
  await start(page);
  await page.getByRole('button', { name: 'Svenska' }).click();
  const text = await downloaded(page, 'Rader som inte togs, som .csv');
  expect(text).toMatch(/Importera: row,Importera: problem\r\n/u);
  expect(text).toContain('”svensk-b(at)apex-e2e.example” är ingen e-postadress.');
  // The field is called as the file calls its column, not as the server's schema does.
  expect(text).toContain('”H9901” hittades inte som Bolig.');
  expect(text).not.toContain('is not an e-mail address');
  // Of two rows one is corrected and dropped again, the other comes later in a file of its own.
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Öppna en rättad fil' }).click();
  const half = Buffer.from(text.replace('svensk-b(at)', 'svensk-b@'));
  await (await asked).setFiles({ name: 'rättad.csv', mimeType: 'text/csv', buffer: half });
  await page.getByRole('button', { name: 'Importera de rättade' }).click();
  await stepHeading(page, '2 av 3 rader importerade').waitFor();
  const rest = await downloaded(page, 'Rader som inte togs, som .csv');
  expect(rest).not.toContain('svensk-b');
  // What somebody who reads English gets now is English.
  await page.getByRole('button', { name: 'English' }).click();
  expect(await downloaded(page, 'Rows not taken as .csv')).toContain('“H9901” was not found as');
  await page.getByRole('button', { name: 'Import another file' }).click();
  await project(page, 'Fjordutsikten').click();
  const corrected = Buffer.from(rest.replace(/H9901(?=[,;])/u, 'H0304'));
  await matchFile(page, { name: 'rest.csv', mimeType: 'text/csv', buffer: corrected });
  await review(page);
  await start(page);
  await stepHeading(page, 'Everything is imported').waitFor();
  expect(await stored(page, 'svensk-')).toHaveLength(3);
});

async function downloaded(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** A row that is right, one with a slip in its address, one with a home that is none. */
function halfWrong(who: string): readonly Row[] {
  return [
    ['Grønn Rad', mail(`${who}-a`), '400 00 221', 'H0301'],
    ['Rød Rad', mail(`${who}-b`).replace('@', '(at)'), '400 00 222', 'H0302'],
    ['Rødere Rad', mail(`${who}-c`), '400 00 223', 'H9901'],
  ];
}
