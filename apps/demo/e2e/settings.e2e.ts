import { expect, test } from 'vitest';
import { addField } from './addField.ts';
import { freshOrgNumber, stored } from './crm.ts';
import { goTo, openDemo } from './openDemo.ts';
import { sampleFile } from './realFiles.ts';
import {
  continueTo,
  countOf,
  csvFile,
  gridRow,
  matchFile,
  openTab,
  pickTarget,
  review,
  start,
} from './wizard.ts';

test('FX14: a default value for any field, own ones too: press a button, pick the field, give the value', async () => {
  await using demo = await openDemo({ place: 'Settings' });
  const { page } = demo;
  await addField(page, { label: 'Delivery terms', type: 'Text', entity: 'Companies' });
  await goTo(page, 'Import data');
  const [first, second] = [freshOrgNumber(), freshOrgNumber()];
  const rows = [
    ['Company name', 'Organisation number', 'Country'],
    ['Förvalda Bolaget AB', first, ''],
    ['Egensinniga Bolaget AB', second, 'Norge'],
  ];
  await matchFile(page, csvFile('defaults.csv', rows));
  await continueTo(page, 'settings');
  const defaults = [
    ['Country', 'Sverige'],
    ['Delivery terms', 'Fritt Göteborg'],
  ] as const;
  for (const [label, value] of defaults) {
    await page.getByRole('button', { name: 'Add a default value' }).click();
    await page
      .getByRole('combobox', { name: /^Field of default value/u })
      .last()
      .click();
    await page.getByRole('combobox', { name: 'Search fields' }).fill(label);
    await page.getByRole('option', { name: label }).first().click();
    await page.getByRole('textbox', { name: `Default value of ${label}` }).fill(value);
  }
  await continueTo(page, 'review');
  await start(page);
  const one = (await stored(page, 'company', { search: first })).records[0];
  const other = (await stored(page, 'company', { search: second })).records[0];
  expect(one?.values).toMatchObject({ country: 'Sverige', deliveryTerms: 'Fritt Göteborg' });
  expect(other?.values).toMatchObject({ country: 'Norge', deliveryTerms: 'Fritt Göteborg' });
});

test('FX15: a row that several records match creates a new one, or is left out, as the settings say', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const rows = [
    ['Company name', 'Employees'],
    ['Café Lindgren', 6],
  ];
  const before = (await stored(page, 'company', { search: 'Café Lindgren' })).total;
  await matchFile(page, csvFile('ambiguous.csv', rows));
  await continueTo(page, 'settings');
  await page.getByRole('radio', { name: /^Leave the row out/u }).click();
  await continueTo(page, 'review');
  expect(await countOf(page, 'ambiguous')).toBe(1);
  await page.getByText(/nothing to write/u).waitFor();
  expect((await stored(page, 'company', { search: 'Café Lindgren' })).total).toBe(before);

  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('radio', { name: /^Create a new record/u }).click();
  await continueTo(page, 'review');
  expect(await countOf(page, 'ambiguous')).toBe(1);
  expect(await gridRow(page, 2).innerText()).toContain('Ambiguous');
  await start(page);
  expect((await stored(page, 'company', { search: 'Café Lindgren' })).total).toBe(before + 1);
});

test('FX16: one or more addresses for a status report are taken, checked and kept with the import', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await matchFile(page, sampleFile('nordisk-export.csv'));
  await continueTo(page, 'settings');
  const field = page.getByRole('textbox', { name: 'Send a status report to' });
  for (const address of ['astrid.lund@nordlys.example', 'ekonomi@nordlys.example']) {
    await field.fill(address);
    await field.press('Enter');
    await page.getByRole('button', { name: `Remove ${address}` }).waitFor();
  }
  await field.fill('ekonomi.nordlys.example');
  await field.press('Enter');
  await page.getByText('“ekonomi.nordlys.example” is not an e-mail address.').waitFor();
  await field.fill('');
  await continueTo(page, 'review');
  await openTab(page, 'What goes where');
  const panel = page.getByRole('tabpanel');
  expect(await panel.innerText()).toContain('astrid.lund@nordlys.example');
  expect(await panel.innerText()).toContain('ekonomi@nordlys.example');
});

test('FX17: the review shows where each column goes and all settings made, then starts the import', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const number = freshOrgNumber();
  const rows = [
    ['Bolag', 'Orgnummer', 'Ort', 'Qwxz'],
    ['Granskade Bolaget AB', number, 'Tranås', 'x'],
  ];
  await matchFile(page, csvFile('reviewed.csv', rows));
  await pickTarget(page, 'Qwxz', 'Do not import');
  await continueTo(page, 'settings');
  await page.getByRole('radio', { name: /^Only create new/u }).click();
  await page.getByRole('button', { name: 'Add a default value' }).click();
  await page.getByRole('combobox', { name: /^Field of default value/u }).click();
  await page.getByRole('combobox', { name: 'Search fields' }).fill('Notes');
  await page.getByRole('option', { name: 'Notes' }).first().click();
  await page.getByRole('textbox', { name: 'Default value of Notes' }).fill('Från mässan');
  await continueTo(page, 'review');
  expect(await countOf(page, 'new')).toBe(1);
  await openTab(page, 'What goes where');
  const columns = page.getByRole('tabpanel').getByRole('listitem');
  const said = (await columns.allInnerTexts()).map((line) => line.replaceAll(/\s+/gu, ' '));
  expect(said).toContainEqual(expect.stringMatching(/Bolag .*Company name/u));
  expect(said).toContainEqual(
    expect.stringMatching(/Orgnummer .*Organisation number.*Use for matching/u),
  );
  expect(said).toContainEqual(expect.stringMatching(/Ort .*City/u));
  const panel = await page.getByRole('tabpanel').innerText();
  expect(panel).toContain('1 column is not imported');
  expect(panel).toContain('Only create new');
  expect(panel).toContain('Från mässan');
  await page.getByRole('button', { name: 'Start import of 1 row' }).waitFor();
  await start(page);
  expect((await stored(page, 'company', { search: number })).total).toBe(1);
});

test('settings and matches survive going back and forth', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await matchFile(page, sampleFile('nordisk-export.csv'));
  await pickTarget(page, 'Bransch', 'Do not import');
  await review(page);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('radio', { name: /^Only create new/u }).click();
  const steps = page.getByRole('navigation', { name: 'Steps of the import' });
  await steps.getByRole('button', { name: /^Match/u }).click();
  await page.getByRole('button', { name: '1 Not imported' }).waitFor();
  await continueTo(page, 'settings');
  expect(await page.getByRole('radio', { name: /^Only create new/u }).isChecked()).toBe(true);
});
