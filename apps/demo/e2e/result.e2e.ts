import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seedCompanies } from '../scenarios/fortnox-crm/seed.ts';
import { freshOrgNumber, stored } from './crm.ts';
import { goTo, openDemo } from './openDemo.ts';
import { sampleFile } from './realFiles.ts';
import {
  continueTo,
  correctCell,
  countOf,
  csvFile,
  gridRow,
  importFile,
  matchFile,
  review,
  start,
  stepHeading,
} from './wizard.ts';

const header = ['Company name', 'Organisation number', 'First name', 'Last name', 'E-mail'];

test('AP9: the review lists what will be created before anything is', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const numbers = [freshOrgNumber(), freshOrgNumber()];
  const rows = numbers.map((number, at) => [
    `Listans Bolag ${at + 1}`,
    number,
    'Lis',
    'Tan',
    `lis${number}@listan.example`,
  ]);
  await matchFile(page, csvFile('list.csv', [header, ...rows]));
  await review(page);
  expect(await countOf(page, 'new')).toBe(2);
  for (const [index, number] of numbers.entries()) {
    const row = await gridRow(page, index + 2).innerText();
    expect(row).toContain('New');
    expect(row).toContain(number);
    expect(row).toContain(`Listans Bolag ${index + 1}`);
  }
  expect((await stored(page, 'company', { search: 'Listans Bolag' })).total).toBe(0);
});

test('AP10: every row is told green, written, or red with its errors', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const [good, bad, worse] = [freshOrgNumber(), freshOrgNumber(), freshOrgNumber()];
  const rows = [
    header,
    ['Gröna Bolaget', good, 'Gro', 'Grön', `gro${good}@farg.example`],
    ['Röda Bolaget', bad, 'Rut', 'Röd', 'rut-at-farg.example'],
    ['', worse, 'Rolf', 'Röd', `rolf${worse}@farg.example`],
  ];
  await importFile(page, csvFile('colours.csv', rows));
  expect(await countOf(page, 'written')).toBe(1);
  expect(await countOf(page, 'not taken')).toBe(2);
  expect(await gridRow(page, 2).innerText()).toContain('Written');
  const red = await gridRow(page, 3).innerText();
  expect(red).toContain('Not taken');
  expect(red).toContain('“rut-at-farg.example” is not an e-mail address');
  expect(await gridRow(page, 4).innerText()).toContain('Company name is empty');
  expect(
    (await stored(page, 'company', { search: 'Bolaget' })).records.map(
      ({ values }) => values['orgNumber'],
    ),
  ).not.toContain(bad);
});

test('AP11: what failed is corrected in place, and only that is imported again', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const [first, second] = [freshOrgNumber(), freshOrgNumber()];
  const rows = [
    ['Company name', 'E-mail', 'Organisation number'],
    ['Felfria Bolaget', `fel${first}@fri.example`, first],
    ['Rättade Bolaget', 'ratt(at)ad.example', second],
  ];
  await importFile(page, csvFile('corrected.csv', rows));
  expect(await countOf(page, 'not taken')).toBe(1);
  const written = (await stored(page, 'company', { search: first })).records[0];
  const again = page.getByRole('button', { name: 'Import the corrected ones' });
  expect(await again.isDisabled()).toBe(true);
  await correctCell(
    gridRow(page, 3).getByRole('gridcell', { name: /^ratt\(at\)/u }),
    `ratt${second}@ad.example`,
  );
  await again.click();
  await stepHeading(page, 'Everything is imported').waitFor();
  await expect.poll(() => countOf(page, 'written')).toBe(2);
  expect((await stored(page, 'contact', { search: `ratt${second}@ad.example` })).total).toBe(1);
  // The row that was right the first time was not written again.
  expect((await stored(page, 'company', { search: first })).records).toEqual([written]);
});

test('AP11: what failed is corrected in a downloaded file, which imports again', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const [first, second] = [freshOrgNumber(), freshOrgNumber()];
  const rows = [
    ['Company name', 'E-mail', 'Organisation number'],
    ['Hela Bolaget', `hel${first}@fil.example`, first],
    ['Trasiga Bolaget', 'trasig.example', second],
  ];
  await importFile(page, csvFile('to-correct.csv', rows));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Rows not taken as .csv' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('trasig.example');
  expect(text).not.toContain('Hela Bolaget');
  expect(text).toContain('not an e-mail address');
  await page.getByRole('button', { name: 'Import another file' }).click();
  const corrected = text.replace(/(^|[,;])trasig\.example/mu, `$1trasig${second}@fil.example`);
  await matchFile(page, {
    name: 'to-correct-errors.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(corrected),
  });
  await review(page);
  await start(page);
  await stepHeading(page, 'Everything is imported').waitFor();
  expect((await stored(page, 'contact', { search: `trasig${second}@fil.example` })).total).toBe(1);
  expect((await stored(page, 'company', { search: first })).total).toBe(1);
});

test('FX20: the result links to exactly the companies and contacts this import wrote', async () => {
  const known = seedCompanies.find(({ name }) => name === 'Norrskens Energi AB');
  await using demo = await openDemo();
  const { page } = demo;
  const number = freshOrgNumber();
  const rows = [
    header,
    ['Länkade Bolaget', number, 'Lena', 'Länk', `lena${number}@lank.example`],
    ['Länkade Bolaget', number, 'Leo', 'Länk', `leo${number}@lank.example`],
    // The company is stored already, just so: this import does not write it.
    [known?.name ?? '', known?.orgNumber ?? '', 'Nora', 'Norr', `nora${number}@norr.example`],
  ];
  await importFile(page, csvFile('links.csv', rows));
  await page.getByRole('button', { name: 'Show companies' }).click();
  await page.getByRole('heading', { level: 1, name: 'Companies' }).waitFor();
  await page.getByText('Showing exactly the records one import wrote.').waitFor();
  await expect.poll(() => page.getByRole('rowheader').allInnerTexts()).toHaveLength(1);
  expect(await page.getByRole('rowheader').innerText()).toContain('Länkade Bolaget');

  // The import is where it was left.
  await goTo(page, 'Import data');
  await page.getByRole('button', { name: 'Show contacts' }).click();
  await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
  await expect
    .poll(async () => (await page.getByRole('rowheader').allInnerTexts()).sort())
    .toEqual([
      expect.stringContaining('Lena Länk'),
      expect.stringContaining('Leo Länk'),
      expect.stringContaining('Nora Norr'),
    ]);
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect.poll(() => page.getByRole('rowheader').count()).toBeGreaterThan(3);
});

test('the same file imported twice writes nothing the second time', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await importFile(page, sampleFile('kundregister.xlsx'));
  await stepHeading(page, 'Everything is imported').waitFor();
  const companies = await stored(page, 'company', { search: 'Båtplåt' });
  const totals = [(await stored(page, 'company')).total, (await stored(page, 'contact')).total];
  await page.getByRole('button', { name: 'Import another file' }).click();
  await matchFile(page, sampleFile('kundregister.xlsx'));
  await continueTo(page, 'settings');
  await continueTo(page, 'review');
  await expect.poll(() => countOf(page, 'unchanged')).toBe(19);
  expect(await countOf(page, 'new')).toBe(0);
  expect(await countOf(page, 'changed')).toBe(0);
  await page.getByText(/nothing to write/u).waitFor();
  expect([(await stored(page, 'company')).total, (await stored(page, 'contact')).total]).toEqual(
    totals,
  );
  expect(await stored(page, 'company', { search: 'Båtplåt' })).toEqual(companies);
});

test('the sample with mistakes: each one is found and named', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await matchFile(page, sampleFile('customers-with-mistakes.csv'));
  await continueTo(page, 'values');
  await page.getByRole('combobox', { name: 'Meaning of Hot prospect' }).click();
  await page.getByRole('option', { name: 'Lead' }).click();
  await continueTo(page, 'settings');
  await continueTo(page, 'review');
  await expect.poll(() => countOf(page, 'with errors')).toBe(7);
  const issues = await page.getByRole('tabpanel', { name: 'Issues' }).innerText();
  for (const found of [
    '559410-3111',
    'disa[at]duvbokeramik.example',
    'about ten',
    '2022-13-40',
    'Dormant',
    'nils@aspuddenglas.example',
    'Company name is empty',
  ]) {
    expect(issues).toContain(found);
  }
});

test('undo says what goes and what is put back, does it, and the rows tell that it was done', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const number = freshOrgNumber();
  const rowOf = (name: string, person: string): readonly string[] => [
    name,
    number,
    person,
    'Ånger',
    `${person.toLowerCase()}${number}@anger.example`,
  ];
  await importFile(page, csvFile('before.csv', [header, rowOf('Ångrat Bolag', 'Anna')]));
  await page.getByRole('button', { name: 'Import another file' }).click();
  const rows = [header, rowOf('Ändrat Bolag', 'Bo'), rowOf('Ändrat Bolag', 'Cia')];
  await matchFile(page, csvFile('regretted.csv', rows));
  await review(page);
  // The first row makes a contact and changes the company: it is among both.
  expect(await countOf(page, 'new')).toBe(2);
  expect(await countOf(page, 'changed')).toBe(1);
  await page.getByRole('button', { name: '1 changed' }).click();
  await expect.poll(() => gridRow(page, 3).count()).toBe(0);
  expect(await gridRow(page, 2).innerText()).toContain('Updates Company');
  await start(page);
  expect((await stored(page, 'contact', { search: `${number}@anger.example` })).total).toBe(3);

  await page.getByRole('button', { name: 'Undo import' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('Removed', { exact: false }).first().waitFor();
  expect(await dialog.locator('dl > div').allInnerTexts()).toEqual([
    expect.stringMatching(/^Removed[\s\S]*\b2$/u),
    expect.stringMatching(/^Put back[\s\S]*\b1$/u),
    expect.stringMatching(/^Kept[\s\S]*\b0$/u),
  ]);
  await dialog.getByRole('button', { name: 'Undo import' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await stepHeading(page, 'The import is undone').waitFor();
  expect(await countOf(page, 'undone')).toBe(2);
  expect(await gridRow(page, 2).innerText()).toContain('Undone');
  const [company] = (await stored(page, 'company', { search: number })).records;
  expect(company?.values['name']).toBe('Ångrat Bolag');
  expect((await stored(page, 'contact', { search: `${number}@anger.example` })).total).toBe(1);
});
