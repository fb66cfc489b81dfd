import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { freshOrgNumber, stored } from './crm.ts';
import { goTo, openDemo } from './openDemo.ts';
import {
  continueTo,
  csvFile,
  importFile,
  matchFile,
  openTab,
  review,
  start,
  stepHeading,
  type Row,
} from './wizard.ts';

const header = ['Company name', 'Organisation number', 'First name', 'Last name', 'E-mail'];

function people(company: string, names: readonly string[]): readonly Row[] {
  const number = freshOrgNumber();
  return names.map((name) => [
    company,
    number,
    name,
    company.split(' ')[0] ?? '',
    `${name}${number}@hub.example`.toLowerCase(),
  ]);
}

test('FX5: the overview shows finished imports with start, file, rows and person', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const rows = people('Översiktens Bolag', ['Ebba', 'Elis', 'Evert']);
  await importFile(page, csvFile('overview.csv', [header, ...rows]));
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  const finished = page.getByRole('region', { name: 'Finished' });
  const entry = finished.getByRole('listitem').filter({ hasText: 'overview.csv' });
  await entry.waitFor();
  const said = await entry.innerText();
  expect(said).toContain('3 rows');
  expect(said).toContain('Astrid Lund');
  expect(said).toMatch(/\d{1,2}:\d{2}/u);
  expect(said).toContain('4 created');
});

test('FX13: everything imported is added to a campaign and a segment, also what is stored just so', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const rows = people('Kampanjens Bolag', ['Kaj']);
  const [[, number = '']] = rows as [Row];
  await importFile(page, csvFile('before-campaign.csv', [header, ...rows]));
  await page.getByRole('button', { name: 'Import another file' }).click();
  await matchFile(
    page,
    csvFile('campaign.csv', [header, ...rows, ...people('Segmentets Bolag', ['Sam'])]),
  );
  await continueTo(page, 'settings');
  for (const [setting, option] of [
    ['Add the companies to a campaign', 'Spring fair'],
    ['Add the contacts to a campaign', 'Win back'],
    ['Add the companies to a segment', 'Industry'],
  ] as const) {
    await page.getByRole('combobox', { name: setting }).click();
    await page.getByRole('option', { name: option }).click();
  }
  await continueTo(page, 'review');
  await openTab(page, 'What goes where');
  expect(await page.getByRole('tabpanel').innerText()).toContain('Spring fair');
  await start(page);
  for (const search of [String(number), 'Segmentets Bolag']) {
    const company = (await stored(page, 'company', { search })).records[0];
    expect(company?.values).toMatchObject({ campaigns: ['Spring fair'], segment: ['Industry'] });
    const contacts = await stored(page, 'contact', { parent: company?.id ?? '' });
    expect(contacts.records.map(({ values }) => values['campaigns'])).toEqual([['Win back']]);
  }
  // The host's own page shows it.
  await goTo(page, 'Companies');
  await page.getByRole('searchbox', { name: 'Search companies' }).fill('Segmentets Bolag');
  await page.getByRole('link', { name: 'Segmentets Bolag' }).click();
  await page.getByRole('definition').filter({ hasText: 'Spring fair' }).waitFor();
});

test('FX18, FX20: the bell shows the import running from any page, tells its end, and leads to what was written', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const count = 8000;
  const rows = Array.from({ length: count }, (_, at) => [
    'Norrskens Energi AB',
    `Klara${at}`,
    'Klocka',
    `klara${at}@bell.example`,
  ]);
  await matchFile(
    page,
    csvFile('bell.csv', [header.filter((name) => name !== 'Organisation number'), ...rows]),
  );
  await review(page, 40_000);
  await page.getByRole('button', { name: /^Start import/u }).click();
  await goTo(page, 'Contacts');
  await page.getByRole('button', { name: /^Imports, 1 running/u }).click();
  const running = page.getByRole('listitem').filter({ hasText: 'bell.csv' });
  await running.getByText(/Waiting for its turn|Checking|Importing/u).waitFor();
  await running
    .getByText(/of 8,000/u)
    .first()
    .waitFor({ timeout: 30_000 });
  // It turns into the notice that it is done, where one looks.
  const done = page.getByRole('listitem').filter({ hasText: 'bell.csv is imported' });
  await done.waitFor({ timeout: 60_000 });
  await done.getByRole('link', { name: 'Show contacts' }).click();
  await page.getByText('Showing exactly the records one import wrote.').waitFor();
  await page.getByText('8,000 records').waitFor();
  expect((await stored(page, 'contact', { search: '@bell.example' })).total).toBe(count);
});

test('FX16, FX19: everyone named in the settings gets a status report when the import is done', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const rows = people('Rapportens Bolag', ['Rut', 'Rolf']);
  await matchFile(
    page,
    csvFile('reported.csv', [header, ...rows, ['', '', 'Trasig', 'Rad', 'ingen']]),
  );
  await continueTo(page, 'settings');
  const field = page.getByRole('textbox', { name: 'Send a status report to' });
  for (const address of ['astrid.lund@nordlys.example', 'ekonomi@nordlys.example']) {
    await field.fill(address);
    await field.press('Enter');
  }
  await continueTo(page, 'review');
  await start(page);
  await goTo(page, 'Mails');
  const mails = page.getByRole('article').filter({ hasText: 'reported.csv' });
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Look again' }).click();
      return await mails.count();
    })
    .toBe(2);
  const texts = (await mails.allInnerTexts()).join('\n');
  expect(texts).toContain('astrid.lund@nordlys.example');
  expect(texts).toContain('ekonomi@nordlys.example');
  expect(texts).toMatch(/Contacts?: 2 created|2 contacts? created/iu);
  expect(texts).toMatch(/errors?: 1/iu);
  // The rows that were not taken come with it, zipped, with their reasons.
  const asked = page.waitForEvent('download');
  await mails
    .first()
    .getByRole('link', { name: /\.zip$/u })
    .click();
  const files = unzipSync(readFileSync(await (await asked).path()));
  const [errors = new Uint8Array()] = Object.values(files);
  expect(new TextDecoder().decode(errors)).toContain('Trasig');
  expect(new TextDecoder().decode(errors)).toContain('not an e-mail address');
});

test('a reload comes back to the file that was open, and a closed one leaves no trace in the address', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const rows = [
    ['Company name', 'City'],
    ['Omladdade Bolaget AB', 'Visby'],
  ];
  await matchFile(page, csvFile('omladdad.csv', rows));
  await expect.poll(() => page.url()).toContain('?import=');
  await page.reload();
  await stepHeading(page, 'Match columns to fields').waitFor();
  await page.getByText('omladdad.csv').first().waitFor();
  await page.getByRole('button', { name: 'Close the file' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  expect(page.url()).not.toContain('?import=');
});
