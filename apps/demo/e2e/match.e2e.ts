import { expect, test } from 'vitest';
import { freshOrgNumber, stored } from './crm.ts';
import { goTo, openDemo } from './openDemo.ts';
import { sampleFile } from './realFiles.ts';
import { addField } from './addField.ts';
import {
  chooseFile,
  columnCard,
  continueTo,
  countOf,
  csvFile,
  gridRow,
  importFile,
  matchFile,
  pickTarget,
  review,
  start,
  stepHeading,
} from './wizard.ts';

test('FX6: choosing a file opens the import itself: match fields, settings, review and import', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await chooseFile(page, sampleFile('nordisk-export.csv'));
  const steps = page.getByRole('navigation', { name: 'Steps of the import' });
  expect(await steps.getByRole('listitem').allInnerTexts()).toEqual(
    expect.arrayContaining(
      ['Match', 'Settings', 'Review', 'Result'].map((name) => expect.stringContaining(name)),
    ),
  );
  await continueTo(page, 'settings');
  await continueTo(page, 'review');
  expect(await page.getByRole('button', { name: /^Start import/u }).isVisible()).toBe(true);
  // Nothing was written on the way.
  expect((await stored(page, 'company', { search: 'Åkerös Maskin' })).total).toBe(0);
});

test('FX7: one card per column with its header, its values and where it goes; open ones stand out', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const rows = [
    ['Företag', 'Ort', 'Zzyzx', 'Mobil'],
    ['Kortens Bolag AB', 'Kalmar', 'qwxz', '070-174 06 41'],
    ['Lådans Bolag AB', 'Kivik', 'zxwq', '070-174 06 42'],
  ];
  await matchFile(page, csvFile('cards.csv', rows));
  for (const [index, header] of (rows[0] ?? []).entries()) {
    const card = columnCard(page, header);
    expect(await card.innerText()).toContain(rows[1]?.[index]);
    expect(await card.getByRole('combobox').count()).toBe(1);
  }
  const target = (header: string) => columnCard(page, header).getByRole('combobox').innerText();
  expect(await target('Företag')).toContain('Company name');
  expect(await target('Mobil')).toContain('Mobile');
  expect(await columnCard(page, 'Zzyzx').innerText()).toContain('Decide');
  await page.getByText('1 column is not dealt with yet').first().waitFor();
  // The list of fields is searched by name.
  await pickTarget(page, 'Zzyzx', 'Notes');
  expect(await target('Zzyzx')).toContain('Notes');
});

test('FX8: a column set to “Do not import” leaves its field alone', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const number = freshOrgNumber();
  const rows = [
    ['Company name', 'Organisation number', 'City', 'Employees'],
    ['Utelämnade AB', number, 'Gnesta', 17],
  ];
  await matchFile(page, csvFile('left-out.csv', rows));
  await pickTarget(page, 'Employees', 'Do not import');
  await page.getByRole('button', { name: '1 Not imported' }).waitFor();
  await review(page);
  await start(page);
  const { records } = await stored(page, 'company', { search: number });
  expect(records[0]?.values).toMatchObject({ name: 'Utelämnade AB', city: 'Gnesta' });
  expect(records[0]?.values['employees'] ?? null).toBeNull();
});

test('FX9: a row that matches updates the stored record instead of creating a new one', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const before = await stored(page, 'company', { search: '559100-5375' });
  expect(before.records[0]?.values).toMatchObject({
    name: 'Bergslagens Bygg & Betong AB',
    employees: 48,
  });
  const { total } = await stored(page, 'company');
  const rows = [
    ['Org no', 'Employees', 'City'],
    ['559100-5375', 51, 'Örebro'],
  ];
  await matchFile(page, csvFile('update.csv', rows));
  expect(
    await columnCard(page, 'Org no')
      .getByRole('checkbox', { name: 'Use for matching' })
      .isChecked(),
  ).toBe(true);
  await review(page);
  expect(await countOf(page, 'changed')).toBe(1);
  // The review shows the change field by field before anything is written.
  expect(await gridRow(page, 2).innerText()).toMatch(/48[\s\S]*51/u);
  await start(page);
  const after = await stored(page, 'company', { search: '559100-5375' });
  expect(after.records[0]?.id).toBe(before.records[0]?.id);
  expect(after.records[0]?.values).toEqual({ ...before.records[0]?.values, employees: 51 });
  expect((await stored(page, 'company')).total).toBe(total);
});

test('FX9: unticked, the same row creates a new record', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const rows = [
    ['Company name', 'City'],
    ['Ångslupens Glass', 'Vaxholm'],
  ];
  await importFile(page, csvFile('first.csv', rows));
  await page.getByRole('button', { name: 'Import another file' }).click();
  await matchFile(page, csvFile('second.csv', rows));
  const tick = columnCard(page, 'Company name').getByRole('checkbox', { name: 'Use for matching' });
  if (await tick.isChecked()) await tick.click();
  await review(page);
  expect(await countOf(page, 'new')).toBe(1);
  await start(page);
  expect((await stored(page, 'company', { search: 'Ångslupens' })).total).toBe(2);
});

test('FX10: a text that is a choice picks it; another is kept on the record but adds no choice', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const number = freshOrgNumber();
  const rows = [
    ['Company name', 'Organisation number', 'Segment', 'Customer status'],
    ['Valens Bolag AB', number, 'retail; Rymdfart', 'Kund'],
  ];
  await importFile(page, csvFile('choices.csv', rows));
  const { records } = await stored(page, 'company', { search: number });
  expect(records[0]?.values).toMatchObject({ segment: ['Retail', 'Rymdfart'], status: 'customer' });

  await goTo(page, 'Companies');
  await page.getByRole('searchbox', { name: 'Search companies' }).fill('Valens');
  await page.getByRole('link', { name: 'Valens Bolag AB' }).click();
  await page.getByRole('heading', { level: 1, name: 'Valens Bolag AB' }).waitFor();
  const segment = page.getByRole('definition').filter({ hasText: 'Rymdfart' });
  expect(await segment.innerText()).toContain('Retail');

  await goTo(page, 'Companies');
  const choices = page.getByRole('combobox', { name: 'Segment' }).getByRole('option');
  await choices.nth(1).waitFor({ state: 'attached' });
  expect(await choices.allInnerTexts()).toEqual([
    'Segment: all',
    'Retail',
    'Industry',
    'Construction',
    'Public sector',
    'Services',
  ]);
});

test('FX11: fields and categories of the host are targets like any other', async () => {
  await using demo = await openDemo({ place: 'Settings' });
  const { page } = demo;
  await addField(page, { label: 'Account manager', type: 'Text', entity: 'Companies' });
  await goTo(page, 'Import data');
  const number = freshOrgNumber();
  const rows = [
    ['Company name', 'Organisation number', 'Account manager', 'Category'],
    ['Egna Fältens AB', number, 'Astrid Lund', 'Services'],
  ];
  await matchFile(page, csvFile('own-fields.csv', rows));
  const target = (header: string) => columnCard(page, header).getByRole('combobox').innerText();
  expect(await target('Account manager')).toContain('Account manager');
  expect(await target('Category')).toContain('Segment');
  await review(page);
  await start(page);
  const { records } = await stored(page, 'company', { search: number });
  expect(records[0]?.values).toMatchObject({
    accountManager: 'Astrid Lund',
    segment: ['Services'],
  });
  await page.goto(`/fortnox/companies/${records[0]?.id}`);
  await page.getByRole('definition').filter({ hasText: 'Astrid Lund' }).waitFor();
});

test('FX12: only when every column is dealt with does the step say so and let one go on', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const rows = [
    ['Company name', 'Qwxz', 'Zxwq'],
    ['Klara Kolumner AB', '1', '2'],
  ];
  await matchFile(page, csvFile('open.csv', rows));
  const next = page.getByRole('button', { name: 'Continue to settings' });
  await page.getByText('2 columns are not dealt with yet').first().waitFor();
  expect(await next.getAttribute('aria-disabled')).toBe('true');
  await next.click({ force: true });
  expect(await stepHeading(page, 'Match columns to fields').isVisible()).toBe(true);
  expect(await page.getByText('All columns are dealt with.').count()).toBe(0);

  await pickTarget(page, 'Qwxz', 'Notes');
  await page.getByText('1 column is not dealt with yet').first().waitFor();
  await pickTarget(page, 'Zxwq', 'Do not import');
  await page.getByText('All columns are dealt with.').waitFor();
  await next.click();
  await stepHeading(page, 'Settings').waitFor();
});
