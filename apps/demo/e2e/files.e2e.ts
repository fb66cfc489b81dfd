import { readFileSync } from 'node:fs';
import { read, utils, write } from '@e965/xlsx';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { addField } from './addField.ts';
import { dropFile } from './dropFile.ts';
import { goTo, openDemo } from './openDemo.ts';
import { expectedRows, noRealFiles, realFile, sampleFile } from './realFiles.ts';
import { chooseFile, columnCard, csvFile, handFile, matchFile, stepHeading } from './wizard.ts';

test('FX2: clicking the zone opens the file chooser, and the chosen file its import', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const opened = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await opened).setFiles(sampleFile('kundregister.xlsx'));
  await stepHeading(page, 'Match columns to fields').waitFor();
  await page.getByText('kundregister.xlsx').first().waitFor();
});

test('FX2: a file dropped on the zone opens its import', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await dropFile(demo, sampleFile('nordisk-export.csv'));
  await stepHeading(page, 'Match columns to fields').waitFor();
  await page.getByText('nordisk-export.csv').first().waitFor();
});

test.each(['xls', 'xlsx'] as const)(
  'FX3: a workbook is opened and mapped: .%s',
  async (bookType) => {
    await using demo = await openDemo();
    const { page } = demo;
    const rows = [
      ['Företag', 'Org.nr', 'Ort', 'Kund sedan'],
      ['Blåklintens Bageri', '559210-3005', 'Åmål', new Date(Date.UTC(2021, 4, 17))],
    ];
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Kunder');
    const buffer = Buffer.from(write(book, { type: 'array', bookType }) as ArrayBuffer);
    await matchFile(page, { name: `kunder.${bookType}`, mimeType: '', buffer });
    await page.getByText('1 row × 4 columns').waitFor();
    expect(await columnCard(page, 'Ort').innerText()).toContain('Åmål');
    expect(await columnCard(page, 'Kund sedan').innerText()).toMatch(/2021|17/u);
  },
);

describe.skipIf(noRealFiles !== null)(`real files${noRealFiles ? ` (${noRealFiles})` : ''}`, () => {
  test.each([
    'frictionless-py__table.xls',
    'frictionless-py__table.xlsx',
    'calamine__inventory-table.xlsx',
    'frictionless-py__issue-870.xlsx',
    'xlrd__profiles.xls',
    'OpenRefine__excel95.xls',
  ])('FX3: %s is opened and its cells are shown', async (name) => {
    await using demo = await openDemo();
    const { page } = demo;
    await chooseFile(page, realFile(`excel/${name}`));
    await showTable(page);
    const words = expectedRows(`excel/${name}`)
      .slice(0, 8)
      .flat()
      .filter((cell) => typeof cell === 'string' && /^\p{L}[\p{L}\d ]{2,40}$/u.test(cell));
    expect(words.length).toBeGreaterThan(0);
    const shown = await preview(page).innerText();
    for (const word of words) expect(shown).toContain(word);
  });

  test('AP7: a real customer list in Windows-1252 shows its rows, columns and letters', async () => {
    await using demo = await openDemo();
    const { page } = demo;
    await matchFile(page, realFile('csv/derived-encodings__sv-kundlista-windows-1252.csv'));
    await showTable(page);
    expect(await preview(page).innerText()).toMatch(/[åäö]/u);
    expect(await preview(page).innerText()).not.toMatch(/[\uFFFDÃ]/u);
  });

  test('a workbook locked by a password is refused with a sentence, and the next file opens', async () => {
    await using demo = await openDemo();
    const { page } = demo;
    await handFile(page, realFile('excel/test_files__password_2002_128_strong.xls'));
    await page
      .getByRole('alert')
      .filter({ hasText: /password/iu })
      .waitFor();
    await chooseFile(page, realFile('excel/frictionless-py__table.xlsx'));
  });
});

test.each([
  { name: 'empty.csv', bytes: '', says: /empty/iu },
  {
    name: 'picture.xlsx',
    bytes: '\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0',
    says: /not|cannot|can not/iu,
  },
  { name: 'cut.xlsx', bytes: 'PK\x03\x04cut off', says: /damaged|broken|incomplete|not/iu },
])('a file that is none is explained in place: $name', async ({ name, bytes, says }) => {
  await using demo = await openDemo();
  const { page } = demo;
  const file = { name, mimeType: '', buffer: Buffer.from(bytes, 'latin1') };
  await handFile(page, file);
  await page.getByRole('alert').filter({ hasText: says }).waitFor();
  await chooseFile(page, sampleFile('nordisk-export.csv'));
});

test('FX4: the template has a ready column for every field, own fields too, as xlsx, xls and csv', async () => {
  await using demo = await openDemo({ place: 'Settings' });
  const { page } = demo;
  await addField(page, { label: 'Credit limit', type: 'Number', entity: 'Companies' });
  await goTo(page, 'Import data');
  for (const format of ['xlsx', 'xls', 'csv'] as const) {
    const header = (await downloadedTemplate(page, format))[0] ?? [];
    expect(header).toContain('Company name');
    expect(header).toContain('Organisation number');
    expect(header).toContain('Newsletter');
    expect(header).toContain('Credit limit');
    expect(new Set(header).size).toBe(header.length);
  }
});

test('FX4: a filled-in template maps itself', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const [header = []] = await downloadedTemplate(page, 'csv');
  const row = header.map((label) => (label === 'Company name' ? 'Mallens Bolag AB' : ''));
  await matchFile(page, csvFile('template.csv', [header, row]));
  await page.getByText('All columns are dealt with.').waitFor();
  expect(await page.getByRole('button', { name: /^0 Not imported$/u }).count()).toBe(1);
});

test('AP6: rows to ignore and the row of headings are found, can be changed, and show at once', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await matchFile(page, sampleFile('kundregister.xlsx'));
  await columnCard(page, 'Org.nr').waitFor();
  await showTable(page);
  // Found: two rows of titles and an empty one stand above the headings.
  await page.getByRole('button', { name: 'Row 4 holds the headings' }).waitFor();
  expect(await firstRecord(page, 'Företag')).toBe('Hisings Båtplåt AB');

  await page.getByRole('spinbutton', { name: 'Rows to ignore from the top' }).fill('5');
  await page.getByRole('spinbutton', { name: 'Rows to ignore from the top' }).press('Enter');
  await page.getByRole('button', { name: 'Row 6 holds the headings' }).waitFor();
  await page.getByText('17 rows × 20 columns').waitFor();

  await page.getByRole('switch', { name: /A row holds the headings/u }).click();
  await page.getByText('Without headings the columns are named by their letters.').waitFor();
  await page.getByText('18 rows × 20 columns').waitFor();

  await page.getByRole('button', { name: 'Use row 4 as headings' }).click();
  await page.getByRole('button', { name: 'Row 4 holds the headings' }).waitFor();
  expect(await firstRecord(page, 'Org.nr')).toBe('559210-3005');
});

test('AP7: the preview says how many rows and columns there are and shows the first row in full', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await matchFile(page, sampleFile('nordisk-export.csv'));
  await showTable(page);
  await page.getByText('14 rows × 11 columns').waitFor();
  expect(await firstRecord(page, 'Företagsnamn')).toBe('Åkerös Maskin AB');
  expect(await firstRecord(page, 'Omsättning')).toBe('1 250 000,00');
  expect(await firstRecord(page, 'Efternamn')).toBe('Åkerö');
  const encoding = page.getByRole('combobox', { name: 'Character encoding' });
  expect(await encoding.innerText()).toMatch(/1252/u);
  expect(await page.getByRole('combobox', { name: 'Separator' }).innerText()).toContain(
    'Semicolon',
  );
});

/** From the match step to how the file was read, unless that is shown already. */
async function showTable(page: Page): Promise<void> {
  const heading = stepHeading(page, 'Check how the file was read');
  if (await heading.isVisible()) return;
  await page.getByRole('button', { name: /see how the file was read/iu }).click();
  await heading.waitFor();
}

function preview(page: Page) {
  return page.getByRole('region', { name: 'The first rows of the file' });
}

/** What the first row in full shows for a column. */
async function firstRecord(page: Page, header: string): Promise<string> {
  const term = page
    .getByRole('complementary')
    .getByRole('term')
    .filter({ hasText: header })
    .first();
  return await term.locator('xpath=following-sibling::dd').first().innerText();
}

async function downloadedTemplate(page: Page, format: string): Promise<readonly string[][]> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `Download template as .${format}`, exact: true }).click();
  const path = await (await download).path();
  const bytes = readFileSync(path);
  const book =
    format === 'csv'
      ? read(new TextDecoder().decode(bytes), { type: 'string' })
      : read(bytes, { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet === undefined ? [] : utils.sheet_to_json<string[]>(sheet, { header: 1 });
}
