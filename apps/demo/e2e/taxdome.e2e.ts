import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { stored } from './crm.ts';
import { dropFile } from './dropFile.ts';
import { goTo } from './openDemo.ts';
import {
  chooseKind,
  found,
  header,
  leaveOut,
  matchAccounts,
  next,
  openPractice,
  partHeading,
  toReview,
  toSettings,
} from './taxdome.ts';
import { columnCard, continueTo, csvFile, handFile, openTab, pickTarget, start } from './wizard.ts';

test('TD1: a CSV by browsing or by dropping', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const file = csvFile('clienti-noi.csv', [header, ['Trasa SRL', 'Company', 'Ada', 'Pop', '']]);
  await matchAccounts(page, file);
  await page.getByRole('button', { name: 'Close the file' }).click();
  await dropFile(
    demo,
    fileURLToPath(new URL('../scenarios/taxdome/samples/clienti.csv', import.meta.url)),
  );
  await partHeading(page, 'account').waitFor();
  await page.getByText('clienti.csv').first().waitFor();
  // The old letters of Windows-1250 are read right.
  expect(await columnCard(page, 'Oraş').or(columnCard(page, 'Oraș')).count()).toBe(1);
});

test('TD2: owner and administrators import; others only with the right to manage contacts', async () => {
  for (const person of ['Elena Popescu', 'Andrei Ionescu', 'Maria Stan']) {
    await using demo = await openPractice(person);
    await demo.page.getByRole('button', { name: 'Choose a file' }).waitFor();
  }
  await using demo = await openPractice('Radu Dinu');
  await demo.page.getByText('those granted the right to manage contacts').first().waitFor();
  expect(await demo.page.getByRole('button', { name: 'Choose a file' }).count()).toBe(0);
  const refused = await demo.page.request.post('/api/imports', {
    data: { schema: 'taxdome', fileName: 'ascuns.csv' },
    headers: { 'x-demo-company': 'taxdome' },
  });
  expect(refused.status()).toBe(403);
  expect(await refused.text()).toContain('the right to manage contacts');
});

test('TD3: accounts and contacts, accounts only, contacts only', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const row = (name: string) => [name, 'Company', 'Trei', 'Feluri', `${slug(name)}@trei.example`];
  await matchAccounts(page, csvFile('amandoua.csv', [header, row('Treiunu SRL')]));
  await toReview(page);
  await start(page);
  expect((await found(demo, 'account', 'Treiunu')).total).toBe(1);
  expect((await found(demo, 'contact', 'treiunusrl@trei')).total).toBe(1);

  await page.getByRole('button', { name: 'Import another file' }).click();
  await chooseKind(demo, 'Accounts only');
  await handFile(page, csvFile('conturi.csv', [header, row('Treidoi SRL')]));
  await leaveOut(page, header.slice(2));
  await continueTo(page, 'settings');
  await continueTo(page, 'review');
  await start(page);
  expect((await found(demo, 'account', 'Treidoi')).total).toBe(1);
  expect((await found(demo, 'contact', 'treidoisrl@trei')).total).toBe(0);

  await page.getByRole('button', { name: 'Import another file' }).click();
  await chooseKind(demo, 'Contacts only');
  await handFile(page, csvFile('contacte.csv', [header, row('Treitrei SRL')]));
  await leaveOut(page, header.slice(0, 2));
  await continueTo(page, 'settings');
  await continueTo(page, 'review');
  await start(page);
  expect((await found(demo, 'account', 'Treitrei')).total).toBe(0);
  const contact = (await found(demo, 'contact', 'treitreisrl@trei')).records[0];
  expect(contact).toMatchObject({ parent: null });
});

test('TD4: equal headers map themselves', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  await matchAccounts(
    page,
    csvFile('egale.csv', [header, ['Egal SA', 'SA', 'E', 'G', 'e@g.example']]),
  );
  for (const name of header.slice(0, 2))
    expect(
      (await columnCard(page, name).getByRole('combobox').innerText()).toLowerCase(),
    ).toContain(name.toLowerCase());
  await next(page);
  await partHeading(page, 'contact').waitFor();
  for (const name of header.slice(2))
    expect(await columnCard(page, name).getByRole('combobox').innerText()).toContain(name);
});

test('TD11: contacts have a mapping step of their own, are linked, and no step loses anything', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const rows = [
    ['Account Name', 'Coloană misterioasă', 'Prenume', 'Email'],
    ['Doipași SRL', 'Arad', 'Legat', 'legat@doipasi.example'],
  ];
  await matchAccounts(page, csvFile('doi-pasi.csv', rows));
  await pickTarget(page, 'Coloană misterioasă', 'City');
  await next(page);
  await partHeading(page, 'contact').waitFor();
  await pickTarget(page, 'Prenume', 'Last name');
  await continueTo(page, 'settings');
  await page.getByRole('radio', { name: /^One for all/u }).click();
  await page.getByRole('combobox', { name: 'Account type for all' }).click();
  await page.getByRole('option', { name: 'Company' }).click();
  for (const part of ['contact', 'account'] as const) {
    await page.getByRole('button', { name: 'Back' }).click();
    await partHeading(page, part).waitFor();
  }
  expect(await columnCard(page, 'Coloană misterioasă').getByRole('combobox').innerText()).toContain(
    'City',
  );
  await next(page);
  await partHeading(page, 'contact').waitFor();
  expect(await columnCard(page, 'Prenume').getByRole('combobox').innerText()).toContain(
    'Last name',
  );
  await continueTo(page, 'settings');
  expect(await page.getByRole('radio', { name: /^One for all/u }).isChecked()).toBe(true);
  await continueTo(page, 'review');
  await start(page);
  const contact = (await found(demo, 'contact', 'legat@doipasi')).records[0];
  const account = (await found(demo, 'account', 'Doipași')).records[0];
  expect(contact?.values['lastName']).toBe('Legat');
  expect(contact?.parent?.id).toBe(account?.id);
  expect(account?.values).toMatchObject({ city: 'Arad', type: 'Company' });
});

test('TD12: the review shows for a few rows what will come out', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const rows = [
    ['Account Name', 'Account Type', 'Tags', 'First name', 'Email'],
    ['Mostra SRL', 'Company', 'VAT', 'Mircea', 'mircea@mostra.example'],
  ];
  await matchAccounts(page, csvFile('mostre.csv', rows));
  await toReview(page);
  await openTab(page, 'Preview');
  const said = page.getByRole('tabpanel');
  await said.getByText('Mostra SRL').first().waitFor();
  const text = await said.innerText();
  for (const part of ['Mostra SRL', 'Mircea', 'mircea@mostra.example', 'VAT', 'Elena Popescu'])
    expect(text).toContain(part);
});

test('TD13: after the start the page can be left; the import goes on', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const many = Array.from({ length: 3000 }, (_, at) => [
    `Plecat ${at} SRL`,
    'Company',
    `P${at}`,
    'L',
    `p${at}@plecat.example`,
  ]);
  await matchAccounts(page, csvFile('plecat.csv', [header, ...many]));
  await toSettings(page);
  await continueTo(page, 'review', 60_000);
  await page.getByRole('button', { name: /^Start import/u }).click();
  await page.getByText('You can leave this page').waitFor();
  await page.close();
  const again = await demo.context.newPage();
  await again.goto('/taxdome');
  await expect
    .poll(async () => (await stored(again, 'account', { search: 'Plecat' }, 'taxdome')).total, {
      timeout: 90_000,
    })
    .toBe(3000);
  await goTo(again, 'Import data');
  const entry = again.getByRole('listitem').filter({ hasText: 'plecat.csv' });
  await entry
    .getByText(/3,?000/u)
    .first()
    .waitFor();
});

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/gu, '');
}
