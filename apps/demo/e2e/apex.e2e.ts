import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { customers, mail, open, project, sample, stored, storedRecords } from './apex.ts';
import { checkPage } from './checkPage.ts';
import { driveApex } from './driveApex.ts';
import { goTo, openDemo } from './openDemo.ts';
import { ownDemoUrl } from './ownDemo.ts';
import { columnCard, continueTo, countOf, gridRow, matchFile, review, start } from './wizard.ts';

test('AP4: the project is chosen before the file, is in sight, and goes with every customer', async () => {
  await using demo = await open();
  const { page } = demo;
  const choose = page.getByRole('button', { name: 'Choose a file' });
  expect(await choose.isDisabled()).toBe(true);
  await page.getByText('Choose “Project” first, then the file.').waitFor();
  const ready = page.getByRole('button', { name: 'Open kundeliste.csv' });
  expect(await ready.isDisabled()).toBe(true);
  await page.getByText('Choose “Project” above first.').waitFor();
  await project(page, 'Bryggekvartalet').click();
  expect(await ready.isEnabled()).toBe(true);
  const rows = [1, 2, 3].map((n) => [`Prosjekt ${n}`, mail(`prosjekt${n}`), '', '']);
  await matchFile(page, customers(rows));
  await review(page);
  await page.getByText('Bryggekvartalet').first().waitFor();
  await start(page);
  const found = await stored(page, 'prosjekt');
  expect(found.map(({ project: of }) => of)).toEqual(rows.map(() => 'Bryggekvartalet'));
  // The same people may buy in another project: they are looked for in the chosen one alone.
  await page.getByRole('button', { name: 'Import another file' }).click();
  await project(page, 'Fjordutsikten').click();
  await matchFile(page, customers(rows.slice(0, 1)));
  await review(page);
  expect(await countOf(page, 'new')).toBe(1);
});

test('AP8: columns are matched to fields, with an explanation of every field at hand', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  await matchFile(page, sample('kundeliste.csv'));
  const found = {
    Kundenavn: 'Name',
    'E-postadresse': 'E-mail',
    Fødselsdato: 'Date of birth',
    Kjøpesum: 'Purchase price',
    Bolignr: 'Home',
    Poststed: 'City',
    Merknad: 'Notes',
  };
  for (const [column, field] of Object.entries(found)) {
    const target = columnCard(page, column).getByRole('combobox');
    expect(await target.innerText()).toContain(field);
  }
  await columnCard(page, 'Merknad').getByRole('combobox').click();
  const options = page.getByRole('option');
  for (const help of [
    'First and last name, as it shall stand in the contract.',
    'The import sends nothing to it.',
    'Norwegian numbers need no prefix.',
    'Number of a home in the chosen project.',
    'Four digits; a nought in front is kept.',
  ])
    await options.filter({ hasText: help }).first().waitFor();
});

test('AP9: Continue lists the customers that will be created, before any is', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  const rows = ['Liste Én', 'Liste To'].map((name, n) => [name, mail(`liste${n}`), '', 'H0301']);
  await matchFile(page, customers(rows));
  await review(page);
  expect(await countOf(page, 'new')).toBe(2);
  for (const [index, [name = '', address = '']] of rows.entries()) {
    const row = await gridRow(page, index + 2).innerText();
    expect(row).toContain('Creates Customer');
    expect(row).toContain(name);
    expect(row).toContain(address);
  }
  for (const [, address] of rows) expect(await stored(page, address ?? '')).toEqual([]);
});

test('AP12: nothing that exists is changed, whatever is asked', async () => {
  await using demo = await open();
  const { page } = demo;
  const before = await storedRecords(page, 'oystein.nygard@kunde.example');
  await project(page, 'Fjordutsikten').click();
  const rows = [
    ['Øystein Nygård-Nytt', 'oystein.nygard@kunde.example', '400 00 999', 'H0301'],
    ['Splitter Ny', mail('splitter'), '', ''],
  ];
  await matchFile(page, customers(rows));
  await continueTo(page, 'settings');
  expect(await page.getByText(/update/iu).count()).toBe(0);
  await continueTo(page, 'review');
  expect(await gridRow(page, 2).innerText()).toContain('there already, stays as it is');
  await start(page);
  expect(await storedRecords(page, 'oystein.nygard@kunde.example')).toEqual(before);
  expect(await stored(page, mail('splitter'))).toHaveLength(1);

  const headers = { 'x-demo-company': 'apex' };
  const data = { schema: 'apex', fileName: 'endring.csv' };
  const made = await page.request.post('/api/imports', { data, headers });
  const { id } = (await made.json()) as { readonly id: string };
  const policy = { mode: 'create-and-update', ambiguous: 'create', allOrNothing: false };
  const recipe = { columns: [], policy, settings: { project: 'Fjordutsikten' } };
  const kept = await page.request.patch(`/api/imports/${id}`, { data: { recipe }, headers });
  expect([kept.status(), await kept.text()]).toEqual([422, expect.stringContaining('mode')]);
});

test('AP13: importing sends nothing to customers; inviting is an act of its own', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  const names = ['Ikke Invitert', 'Blir Invitert'];
  await matchFile(page, customers(names.map((name, at) => [name, mail(`invitert${at}`), '', ''])));
  await review(page);
  await start(page);
  const mails = await page.request.get('/api/apex/mails');
  expect(await mails.text()).not.toContain('@kunde.example');
  expect(await mails.text()).not.toContain(mail('invitert0'));
  await goTo(page, 'Invitations');
  expect(await invited(page, 'invitert')).toEqual([]);

  await page.getByRole('checkbox', { name: 'Invite Blir Invitert' }).check();
  await page.getByRole('button', { name: 'Send 1 invitation' }).click();
  const sent = page.getByRole('list', { name: 'Invitations sent' });
  await sent.getByText(`To Blir Invitert <${mail('invitert1')}>`).waitFor();
  expect(await invited(page, 'invitert')).toEqual([mail('invitert1')]);

  await using other = await open('Sara Nilsen', 'Invitations');
  expect(await other.page.getByRole('button', { name: /^Send/u }).count()).toBe(0);
  const [waiting] = await storedRecords(other.page, mail('invitert0'));
  const answer = await other.page.request.post('/api/apex/own/invitations', {
    data: { customers: [waiting?.id] },
  });
  expect(answer.status()).toBe(403);
  expect(await invited(page, 'invitert')).toEqual([mail('invitert1')]);
});

test('AP14: a column attaches customers to homes of the project; others are errors of their rows', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  const rows = [
    ['Har Bolig', mail('bolig1'), '', 'h0202'],
    ['Naboprosjekt', mail('bolig2'), '', 'H0402'],
    ['Ukjent Bolig', mail('bolig3'), '', 'H7777'],
  ];
  await matchFile(page, customers(rows));
  await review(page);
  await start(page);
  expect(await gridRow(page, 3).innerText()).toContain('“H0402” was not found as Home');
  expect(await gridRow(page, 4).innerText()).toContain('“H7777” was not found as Home');
  for (const other of ['bolig2', 'bolig3']) expect(await stored(page, mail(other))).toEqual([]);
  const [found] = await storedRecords(page, mail('bolig1'));
  const home = { number: 'H0202', project: 'Fjordutsikten' };
  expect(found).toMatchObject({ references: { home: { values: home } } });
  // Both projects have an H0202: the customer stands by this one's.
  await page.getByRole('button', { name: 'Show customers' }).click();
  await page.getByRole('link', { name: 'H0202' }).click();
  await page.getByRole('heading', { level: 1, name: 'H0202' }).waitFor();
  await page.getByRole('definition').filter({ hasText: 'Fjordutsikten' }).waitFor();
});

test('AP3 AP4 AP12 AP14: the same without a browser, by the engine and the server’s session', async () => {
  const done = await driveApex(ownDemoUrl(), 'Fjordutsikten');
  expect(done.exported).toContain('ashild.brekke@kunde.example');
  expect(done.again).toMatchObject({ create: 0, update: 0, reject: 0 });
  expect(done.mixed).toMatchObject({ create: 1, update: 0, skip: 1, reject: 1 });
  expect(done.created).toBe(1);
});

test.each([
  { width: 1280, dark: false },
  { width: 390, dark: true },
])('the project, the export and the invitations are accessible at $width px', async (look) => {
  await using demo = await openDemo({ ...look, path: '/apex', person: 'Magnus Berg' });
  const { page } = demo;
  await checkPage(page, 'choosing the project');
  await project(page, 'Fjordutsikten').click();
  await checkPage(page, 'choosing the file');
  await matchFile(page, sample('kundeliste.csv'));
  await checkPage(page, 'matching');
  await goTo(page, 'Invitations');
  await page.getByRole('checkbox').first().waitFor();
  await checkPage(page, 'invitations');
});

async function invited(page: Page, who: string): Promise<readonly string[]> {
  const answer = await page.request.get('/api/apex/own/invitations');
  const all = (await answer.json()) as readonly {
    readonly email: string;
    readonly invitation: object | null;
  }[];
  return all
    .filter(({ email, invitation }) => email.startsWith(who) && invitation !== null)
    .map(({ email }) => email);
}
