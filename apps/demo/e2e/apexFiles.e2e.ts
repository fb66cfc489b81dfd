import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { header, mail, open, project, sample, stored } from './apex.ts';
import { dropFile } from './dropFile.ts';
import { chooseFile, countOf, matchFile, review, start, stepHeading } from './wizard.ts';

test.each([
  { name: 'kundeliste.csv', into: 'Fjordutsikten', rows: 8, email: 'hakon.roed@kunde.example' },
  {
    name: 'kjøpere-bryggekvartalet.xlsx',
    into: 'Bryggekvartalet',
    rows: 6,
    email: 'mohammed.odegaard@kunde.example',
  },
  {
    name: 'gammel-kundeliste.xls',
    into: 'Fjordutsikten',
    rows: 4,
    email: 'bente.kraemer@kunde.example',
  },
])('AP2: $name imports, with its letters, dates and decimals', async (sample) => {
  const expected = {
    'kundeliste.csv': {
      name: 'Håkon Røed',
      birthDate: '1990-12-03',
      price: 3_980_500.5,
      phone: '+4740000132',
      notes: 'Ønsker "nøkkel; to stk"',
    },
    'kjøpere-bryggekvartalet.xlsx': {
      name: 'Mohammed Ødegaard',
      birthDate: '1979-06-21',
      price: 7_300_000.5,
    },
    'gammel-kundeliste.xls': { name: 'Bente Kræmer', postalCode: '9008', city: 'Tromsø' },
  }[sample.name];
  await using demo = await open();
  const { page } = demo;
  await project(page, sample.into).click();
  await page.getByRole('button', { name: `Open ${sample.name}` }).click();
  await stepHeading(page, /^(Match|Check)/u).waitFor();
  if (await stepHeading(page, /^Check/u).isVisible()) {
    await page.getByRole('button', { name: 'Continue to match' }).click();
    await stepHeading(page, /^Match/u).waitFor();
  }
  await review(page);
  expect(await countOf(page, 'new')).toBe(sample.rows);
  await start(page);
  expect(await stored(page, sample.email)).toMatchObject([expected]);
});

test('AP2: commas and semicolons between the cells are told apart', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  for (const [delimiter, name] of [
    [',', 'Comma'],
    [';', 'Semicolon'],
  ] as const) {
    const text = [header, ['Åse Ærlig', mail('skille'), '400 00 211', 'H0101']]
      .map((row) => row.join(delimiter))
      .join('\r\n');
    const buffer = Buffer.from(text, 'latin1');
    await chooseFile(page, { name: 'skille.csv', mimeType: 'text/csv', buffer });
    await showTable(page);
    expect(await page.getByRole('combobox', { name: 'Separator' }).innerText()).toContain(name);
    expect(await page.getByRole('region', { name: 'The first rows' }).innerText()).toContain(
      'Åse Ærlig',
    );
    await page.getByRole('button', { name: 'Close the file' }).click();
    await project(page, 'Fjordutsikten').click();
  }
});

describe('AP3: what is there, exported as an example', () => {
  test.each(['xlsx', 'csv', 'xls'] as const)(
    'AP3: as %s, it holds the project’s customers and imports back unchanged',
    async (format) => {
      await using demo = await open();
      const { page } = demo;
      const name = `Export what is there as .${format}`;
      const button = page.getByRole('button', { name, exact: true });
      expect(await button.isDisabled()).toBe(true);
      await project(page, 'Fjordutsikten').click();
      const download = page.waitForEvent('download');
      await button.click();
      const buffer = readFileSync(await (await download).path());
      const rows = cellsOf(buffer);
      expect(rows[0]).toContain('E-mail');
      const found = rows.find((row) => row.includes('kare.aas@kunde.example'));
      expect(found).toContain('H0203');
      // Formulas are harmless, and of the other project there is nothing.
      if (format === 'csv') expect(buffer.toString('utf8')).toContain("'-1 bod; avtalt");
      expect(rows.flat()).not.toContain('Bryggekvartalet');

      await matchFile(page, { name: `apex-export.${format}`, mimeType: '', buffer });
      await page.getByText('All columns are dealt with.').waitFor();
      await review(page);
      expect(await countOf(page, 'unchanged')).toBe(rows.length - 1);
      expect(await countOf(page, 'all rows')).toBe(rows.length - 1);
      await page.getByText('There is nothing to write').first().waitFor();
    },
  );
});

test('AP5: a file is dropped on the zone, or chosen by a click', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  await dropFile(demo, sample('kundeliste.csv'));
  await stepHeading(page, 'Match columns to fields').waitFor();
  await page.getByText('kundeliste.csv').first().waitFor();
  await page.getByRole('button', { name: 'Close the file' }).click();
  await project(page, 'Fjordutsikten').click();
  await chooseFile(page, sample('gammel-kundeliste.xls'));
  await page.getByText('gammel-kundeliste.xls').first().waitFor();
});

test('AP6: rows to ignore and the headings are guessed, and a change shows at once', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Bryggekvartalet').click();
  await matchFile(page, sample('kjøpere-bryggekvartalet.xlsx'));
  await showTable(page);
  await page.getByRole('button', { name: 'Row 4 holds the headings' }).waitFor();
  await page.getByText('6 rows × 7 columns').waitFor();
  const ignored = page.getByRole('spinbutton', { name: 'Rows to ignore from the top' });
  expect(await ignored.inputValue()).toBe('3');
  // Changed, the row below is the headings, and all of it shows at once.
  await ignored.fill('1');
  await page.getByRole('button', { name: 'Row 2 holds the headings' }).waitFor();
  await page.getByText(/^[78] rows × 7 columns/u).waitFor();
  await page.getByRole('button', { name: 'Use row 4 as headings' }).click();
  await page.getByRole('button', { name: 'Row 4 holds the headings' }).waitFor();
  await page.getByText('6 rows × 7 columns').waitFor();
  await page.getByRole('switch', { name: /A row holds the headings/u }).click();
  await page.getByText('Without headings the columns are named by their letters.').waitFor();
});

test('AP7: the preview counts rows and columns and shows the first row in full', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  await chooseFile(page, sample('kundeliste.csv'));
  await showTable(page);
  await page.getByText('8 rows × 10 columns').waitFor();
  const first = await page.getByRole('complementary').innerText();
  for (const cell of [
    'Bjørg Ødegård',
    'bjorg.odegard@kunde.example',
    '17.05.1968',
    '4 150 000,00',
    'H0103',
    '0253',
  ])
    expect(first).toContain(cell);
  expect(await page.getByRole('combobox', { name: 'Character encoding' }).innerText()).toMatch(
    /1252/u,
  );
});

/** The first sheet as rows of texts. */
function cellsOf(buffer: Buffer): readonly (readonly string[])[] {
  const book = read(buffer, { raw: true, codepage: 65_001 });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet === undefined ? [] : utils.sheet_to_json(sheet, { header: 1, raw: false });
}

/** From the match step to how the file was read, unless that is shown already. */
async function showTable(page: Page): Promise<void> {
  const heading = stepHeading(page, 'Check how the file was read');
  if (await heading.isVisible()) return;
  await page.getByRole('button', { name: /see how the file was read/iu }).click();
  await heading.waitFor();
}
