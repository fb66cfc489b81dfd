import { expect, test } from 'vitest';
import { goTo } from './openDemo.ts';
import { found, header, matchAccounts, openPractice, toReview, toSettings } from './taxdome.ts';
import { columnCard, continueTo, csvFile, pickTarget, start } from './wizard.ts';

test('TD5: one account type for all, and the company name follows the account name', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const rows = [header, ['Unsingurtip SRL', 'Individual', 'Un', 'Tip', 'un@tip.example']];
  await matchAccounts(page, csvFile('un-tip.csv', rows));
  await toSettings(page);
  await page.getByRole('radio', { name: /^One for all/u }).click();
  await page.getByRole('combobox', { name: 'Account type for all' }).click();
  await page.getByRole('option', { name: 'Company' }).click();
  await continueTo(page, 'review');
  await start(page);
  const account = (await found(demo, 'account', 'Unsingurtip')).records[0];
  expect(account?.values).toMatchObject({ type: 'Company', companyName: 'Unsingurtip SRL' });
});

test('TD5: the type from a column', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const rows = [
    header,
    ['Tipcoloană Ion', 'Persoană fizică', 'Ion', 'Tip', 'ion@tipcol.example'],
    ['Tipcoloană SRL', 'Societate', 'Ana', 'Tip', 'ana@tipcol.example'],
  ];
  await matchAccounts(page, csvFile('din-coloana.csv', rows));
  await toReview(page);
  await start(page);
  const { records } = await found(demo, 'account', 'Tipcoloană');
  const types = Object.fromEntries(records.map(({ values }) => [values['name'], values['type']]));
  expect(types).toEqual({ 'Tipcoloană Ion': 'Individual', 'Tipcoloană SRL': 'Company' });
});

test('TD5: ignored, stored types stay and a new account becomes Other', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const rows = [
    header,
    ['Cofetăria Violeta SRL', 'Individual', 'Violeta', 'Rusu', ''],
    ['Fărătip Nou SRL', 'Individual', 'Fără', 'Tip', 'fara@tip.example'],
  ];
  await matchAccounts(page, csvFile('ignorat.csv', rows));
  await toSettings(page);
  await page.getByRole('radio', { name: /^Leave it/u }).click();
  await continueTo(page, 'review');
  await start(page);
  const stays = (await found(demo, 'account', 'Cofetăria Violeta')).records[0];
  const made = (await found(demo, 'account', 'Fărătip Nou')).records[0];
  expect([stays?.values['type'], made?.values['type']]).toEqual(['Company', 'Other']);
});

test('TD6: per column take it or leave it, into a field made there and then', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const rows = [
    ['Account Name', 'Cod fiscal intern', 'Notă veche', 'Email'],
    ['Câmpnou SRL', 'CF-77', 'de ignorat', 'camp@nou.example'],
  ];
  await matchAccounts(page, csvFile('camp-nou.csv', rows));
  await pickTarget(page, 'Notă veche', 'Do not import');
  const card = columnCard(page, 'Cod fiscal intern');
  await card.getByRole('combobox').click();
  await page.getByRole('option', { name: /New field in Account/u }).click();
  await card.getByRole('button', { name: 'Add field' }).click();
  await toReview(page);
  await start(page);
  const account = (await found(demo, 'account', 'Câmpnou')).records[0];
  expect(Object.values(account?.values ?? {})).toContain('CF-77');
  expect(Object.values(account?.values ?? {})).not.toContain('de ignorat');
});

test('TD7: switches per e-mail field; invitations are a switch of their own, and off', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const file = (name: string) =>
    csvFile(`${name}.csv`, [
      ['Account Name', 'First name', 'Email', 'Additional email'],
      [`${name} SRL`, name, `${name}@unu.example`, `${name}@doi.example`],
    ]);
  await matchAccounts(page, file('comutator'));
  await toSettings(page);
  const toggle = (name: string) => page.getByRole('switch', { name });
  expect(await toggle('Send invitations').isChecked()).toBe(false);
  await toggle('Email may log in').first().click();
  await toggle('Additional email gets notifications').click();
  await continueTo(page, 'review');
  await start(page);
  const contact = (await found(demo, 'contact', 'comutator@unu')).records[0];
  expect(contact?.values).toMatchObject({
    login: true,
    notify: false,
    additionalLogin: false,
    additionalNotify: true,
  });
  const portal = async () => await (await page.request.get('/api/taxdome/own/portal')).json();
  expect((await portal()).invited).not.toContain('comutator@unu.example');
  await page.getByRole('button', { name: 'Import another file' }).click();
  await matchAccounts(page, file('invitat'));
  await toSettings(page);
  await toggle('Send invitations').click();
  await continueTo(page, 'review');
  await start(page);
  expect((await portal()).invited).toContain('invitat@unu.example');
});

test('TD8: tags for all imported accounts, or from a column', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const rows = [
    ['Account Name', 'Tags', 'Email'],
    ['Etichetat Unu SRL', 'VAT; Payroll', 'e1@etichetat.example'],
    ['Etichetat Doi SRL', '', 'e2@etichetat.example'],
  ];
  await matchAccounts(page, csvFile('etichetate.csv', rows));
  await toSettings(page);
  const tags = page
    .getByRole('textbox', { name: 'Tags' })
    .or(page.getByRole('combobox', { name: 'Tags' }));
  await tags.first().fill('Migrare');
  await tags.first().press('Enter');
  await continueTo(page, 'review');
  await start(page);
  const one = (await found(demo, 'account', 'Etichetat Unu')).records[0];
  const two = (await found(demo, 'account', 'Etichetat Doi')).records[0];
  expect(one?.values['tags']).toEqual(['VAT', 'Payroll', 'Migrare']);
  expect(two?.values['tags']).toEqual(['Migrare']);
});

test('TD9: assignees are the person who imports, chosen members, or names from a column', async () => {
  await using demo = await openPractice('Andrei Ionescu');
  const { page } = demo;
  const rows = [
    ['Account Name', 'Team members', 'Email'],
    ['Cesionat Gol SRL', '', 'c1@cesionat.example'],
    ['Cesionat Doi SRL', 'Radu Dinu, Maria Stan', 'c2@cesionat.example'],
  ];
  await matchAccounts(page, csvFile('cesionari.csv', rows));
  await toReview(page);
  await start(page);
  const assignees = async (name: string) =>
    (await found(demo, 'account', name)).records[0]?.values['assignees'];
  expect(await assignees('Cesionat Gol')).toEqual(['Andrei Ionescu']);
  expect(await assignees('Cesionat Doi')).toEqual(['Radu Dinu', 'Maria Stan']);
  await page.getByRole('button', { name: 'Import another file' }).click();
  await matchAccounts(
    page,
    csvFile('cesionari-2.csv', [rows[0] ?? [], ['Cesionat Ales SRL', '', '']]),
  );
  await toSettings(page);
  await page.getByRole('checkbox', { name: 'Maria Stan' }).click();
  await page.getByRole('checkbox', { name: 'The person who imports' }).click();
  await continueTo(page, 'review');
  await start(page);
  expect(await assignees('Cesionat Ales')).toEqual(['Maria Stan']);
});

test('TD10: the folders of a template are made for new accounts alone', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const rows = [
    ['Account Name', 'City', 'Email'],
    ['Grădina Botanica PFA', 'Sibiu-Nord', ''],
    ['Dosarnou SRL', 'Deva', 'dosar@nou.example'],
  ];
  await matchAccounts(page, csvFile('dosare.csv', rows));
  await toSettings(page);
  await page.getByRole('combobox', { name: 'Folder template' }).click();
  await page.getByRole('option', { name: 'Payroll' }).click();
  await continueTo(page, 'review');
  await start(page);
  await goTo(page, 'Client portal');
  const card = page.getByRole('listitem').filter({ hasText: 'Dosarnou SRL' });
  expect(await card.innerText()).toContain('State de plată');
  expect(await page.getByRole('listitem').filter({ hasText: 'Grădina Botanica' }).count()).toBe(0);
  expect((await found(demo, 'account', 'Grădina Botanica')).records[0]?.values['city']).toBe(
    'Sibiu-Nord',
  );
});
