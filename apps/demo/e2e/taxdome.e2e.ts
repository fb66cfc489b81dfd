import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { stored } from './crm.ts';
import { goTo, openDemo, type OpenedDemo } from './openDemo.ts';
import {
  columnCard,
  continueTo,
  countOf,
  csvFile,
  gridRow,
  handFile,
  pickTarget,
  start,
  stepHeading,
  type ChosenFile,
} from './wizard.ts';

const openPractice = (person = 'Elena Popescu'): Promise<OpenedDemo> =>
  openDemo({ path: '/taxdome', person });

const found = (demo: OpenedDemo, entity: 'account' | 'contact', search: string) =>
  stored(demo.page, entity, { search }, 'taxdome');

const heading = { account: 'Match columns to account', contact: 'Match columns to contact' };

/** Chooses what to import, e.g. *Accounts only*. */
const chooseKind = ({ page }: OpenedDemo, kind: string): Promise<void> =>
  page.getByRole('radio', { name: new RegExp(`^${kind}`, 'u') }).click();

/** Opens a file and waits for the first part of the match step. */
async function matchAccounts(page: Page, file: ChosenFile): Promise<void> {
  await handFile(page, file);
  await partHeading(page, 'account').waitFor();
}

const partHeading = (page: Page, part: keyof typeof heading): Locator =>
  stepHeading(page, new RegExp(`^${heading[part]}`, 'u'));

const next = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^Continue to /u }).click();

/** From the accounts' part of the match step to the settings. */
async function toSettings(page: Page): Promise<void> {
  await next(page);
  await partHeading(page, 'contact').waitFor();
  await continueTo(page, 'settings');
}

async function toReview(page: Page): Promise<void> {
  await toSettings(page);
  await continueTo(page, 'review');
}

const header = ['Account Name', 'Account Type', 'First name', 'Last name', 'Email'];

test('TD1: a CSV by browsing or by dropping', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const file = csvFile('clienti-noi.csv', [header, ['Trasa SRL', 'Company', 'Ada', 'Pop', '']]);
  await matchAccounts(page, file);
  await page.getByRole('button', { name: 'Close the file' }).click();
  const zone = await page.getByText('Drop a spreadsheet here').boundingBox();
  const place = { x: (zone?.x ?? 0) + 40, y: (zone?.y ?? 0) + 10 };
  const browser = await demo.context.newCDPSession(page);
  const files = [new URL('../scenarios/taxdome/samples/clienti.csv', import.meta.url).pathname];
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files, dragOperationsMask: 1 };
    await browser.send('Input.dispatchDragEvent', { type, ...place, data });
  }
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
  await page.getByRole('tab', { name: 'What will come out' }).click();
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

/** One import with a row that is not taken, whose mail is waited for. */
async function importWithMail(demo: OpenedDemo, name: string): Promise<Locator> {
  const { page } = demo;
  const rows = [
    ['Account Name', 'Team members', 'Cod poștă', 'First name', 'Email'],
    [`${name} Bun SRL`, 'Maria Stan', '1', 'Bun', `bun@${name}.example`],
    [`${name} Rău SRL`, 'Maria Stan', '2', 'Rău', `rau-at-${name}.example`],
    ['Atelier Lemn & Fier SRL', 'Maria Stan', '3', '', ''],
  ];
  await matchAccounts(page, csvFile(`${name}.csv`, rows));
  const card = columnCard(page, 'Cod poștă');
  await card.getByRole('combobox').click();
  await page.getByRole('option', { name: /New field in Account/u }).click();
  await card.getByRole('textbox').first().fill(`Cod ${name}`);
  await card.getByRole('button', { name: 'Add field' }).click();
  await toSettings(page);
  const field = page.getByRole('textbox', { name: 'Send the result to' });
  await field.fill(`${name}@cabinet.example`);
  await field.press('Enter');
  await continueTo(page, 'review');
  await start(page);
  const mail = page.getByRole('listitem').filter({ hasText: `${name}@cabinet.example` });
  await expect
    .poll(
      async () => {
        await goTo(page, 'Mails');
        await page.reload();
        await page.getByRole('heading', { level: 1, name: 'Mails' }).waitFor();
        await page.waitForTimeout(500);
        return await mail.count();
      },
      { timeout: 40_000 },
    )
    .toBe(1);
  return mail;
}

test('TD14: a mail with a link to the results and the counts', async () => {
  await using demo = await openPractice();
  const mail = await importWithMail(demo, 'scrisoare');
  const text = await mail.innerText();
  expect(text).toContain('Account: 1 created');
  expect(text).toContain('Account: 1 updated');
  expect(text).toContain('Contact: 1 created');
  expect(text).toContain('Rows with errors: 1');
  expect(text).toContain('Custom fields created: 1');
  const link = /https?:\/\/\S+\/taxdome\/import\?import=[\w-]+/u.exec(text)?.[0] ?? '';
  await demo.page.goto(new URL(link).pathname + new URL(link).search);
  await stepHeading(demo.page, /\d+ of \d+ rows? imported/u).waitFor();
  expect(await countOf(demo.page, 'not taken')).toBe(1);
});

test('TD15: the rows not taken come zipped as CSV with the reasons, and import again once corrected', async () => {
  await using demo = await openPractice();
  const { page } = demo;
  const mail = await importWithMail(demo, 'arhiva');
  const asked = page.waitForEvent('download');
  await mail.getByRole('link', { name: /zip/u }).click();
  const files = unzipSync(new Uint8Array(await readFile(await (await asked).path())));
  expect(Object.keys(files)).toEqual([expect.stringMatching(/\.csv$/u)]);
  const csv = new TextDecoder().decode(Object.values(files)[0]);
  expect(csv).toContain('arhiva Rău SRL');
  expect(csv).toContain('is not an e-mail address');
  expect(csv).not.toContain('arhiva Bun SRL');
  await goTo(page, 'Import data');
  const corrected = csv.replace('rau-at-arhiva.example', 'rau@arhiva.example');
  const buffer = Buffer.from(corrected);
  await handFile(page, { name: 'corectat.csv', mimeType: 'text/csv', buffer });
  await partHeading(page, 'account').waitFor();
  await dealWithRest(page);
  await next(page);
  await partHeading(page, 'contact').waitFor();
  await dealWithRest(page);
  await continueTo(page, 'settings');
  await continueTo(page, 'review');
  expect(await gridRow(page, 3).count()).toBeLessThanOrEqual(1);
  await start(page);
  expect((await found(demo, 'contact', 'rau@arhiva')).total).toBe(1);
});

async function leaveOut(page: Page, headers: readonly string[]): Promise<void> {
  await stepHeading(page, /^Match columns/u).waitFor();
  for (const name of headers) await pickTarget(page, name, 'Do not import');
}

/** Says of columns that nothing fits to that they are not imported. */
async function dealWithRest(page: Page): Promise<void> {
  await stepHeading(page, /^Match columns/u).waitFor();
  const rest = page.getByRole('button', { name: 'Do not import the rest' });
  if (await rest.isVisible()) await rest.click();
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/gu, '');
}
