import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { read, utils } from '@e965/xlsx';
import type { Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { checkPage } from './checkPage.ts';
import { driveApex } from './driveApex.ts';
import { stored as storedIn } from './crm.ts';
import { goTo, openDemo, type OpenedDemo } from './openDemo.ts';
import {
  chooseFile,
  columnCard,
  continueTo,
  correctCell,
  countOf,
  csvFile,
  gridRow,
  matchFile,
  review,
  start,
  stepHeading,
  type ChosenFile,
  type Row,
} from './wizard.ts';

const header = ['Navn', 'E-post', 'Telefon', 'Bolig'];

test('AP1: nobody else than administrators and case officers finds a way to import', async () => {
  await using demo = await open('Sara Nilsen');
  const { page } = demo;
  await page.getByRole('heading', { name: 'You may not import here' }).waitFor();
  await page.getByText('company administrators and the project’s own case officers').waitFor();
  expect(await page.getByRole('button', { name: 'Choose a file' }).count()).toBe(0);
  const headers = { 'x-demo-company': 'apex' };
  const calls = [
    ['/api/imports', { schema: 'apex', fileName: 'smuglet.csv' }],
    ['/api/imports/exports/apex/csv', { settings: { project: 'Fjordutsikten' } }],
  ] as const;
  for (const [path, data] of calls) {
    const answer = await page.request.post(path, { data, headers });
    expect([path, answer.status()]).toEqual([path, 403]);
    expect(await answer.text()).toContain('company administrators');
  }
});

test('AP1: a case officer imports into their own project; others are explained, and refused by the server', async () => {
  await using demo = await open('Magnus Berg');
  const { page } = demo;
  await page.getByText('Only those of which you are a case officer.').first().waitFor();
  expect(await project(page, 'Bryggekvartalet').count()).toBe(0);
  await project(page, 'Fjordutsikten').click();
  await matchFile(page, customers([['Sakens Behandler', mail('sak'), '', 'H0303']]));
  await review(page);
  await start(page);
  expect(await stored(page, mail('sak'))).toMatchObject([{ project: 'Fjordutsikten' }]);

  const headers = { 'x-demo-company': 'apex' };
  const data = { schema: 'apex', fileName: 'smuglet.csv' };
  const made = await page.request.post('/api/imports', { data, headers });
  const { id } = (await made.json()) as { readonly id: string };
  const recipe = { columns: [], settings: { project: 'Bryggekvartalet' } };
  const kept = await page.request.patch(`/api/imports/${id}`, { data: { recipe }, headers });
  expect(kept.status()).toBe(403);
  expect(await kept.text()).toContain('of which you are a case officer');
});

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

test('AP4: the project is chosen before the file, is in sight, and goes with every customer', async () => {
  await using demo = await open();
  const { page } = demo;
  const choose = page.getByRole('button', { name: 'Choose a file' });
  expect(await choose.isDisabled()).toBe(true);
  await page.getByText('Project: choose first, then the file.').waitFor();
  await project(page, 'Bryggekvartalet').click();
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

test('AP10: every row gets a green tick or a red cross with its errors', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  await matchFile(page, customers(halfWrong('farge')));
  await review(page);
  await start(page);
  await stepHeading(page, '1 of 3 rows imported').waitFor();
  expect(await gridRow(page, 2).innerText()).toContain('Written');
  expect(await gridRow(page, 3).innerText()).toContain('is not an e-mail address');
  expect(await gridRow(page, 4).innerText()).toContain('“H9901” was not found as Home');
  expect(await stored(page, 'farge-')).toMatchObject([{ email: mail('farge-a') }]);
});

test('AP11: what failed is corrected in place, and only that is imported again', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  await matchFile(page, customers(halfWrong('rett')));
  await review(page);
  await start(page);
  const before = await storedRecords(page, 'rett-');
  await correctCell(
    gridRow(page, 3).getByRole('gridcell', { name: /^rett-b\(at\)/u }),
    mail('rett-b'),
  );
  await correctCell(gridRow(page, 4).getByRole('gridcell', { name: /^H9901/u }), 'H0304');
  await page.getByRole('button', { name: 'Import the corrected ones' }).click();
  await stepHeading(page, 'Everything is imported').waitFor();
  await expect.poll(() => countOf(page, 'written')).toBe(3);
  const after = await storedRecords(page, 'rett-');
  expect(after).toHaveLength(3);
  // The row that was right the first time is the same record.
  expect(after).toContainEqual(before[0]);
});

test('AP11: what failed is corrected in a downloaded file, which imports again', async () => {
  await using demo = await open();
  const { page } = demo;
  await project(page, 'Fjordutsikten').click();
  await matchFile(page, customers(halfWrong('fil')));
  await review(page);
  await start(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Rows not taken as .csv' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).not.toContain(mail('fil-a'));
  const corrected = text.replace('fil-b(at)', 'fil-b@').replace(/H9901(?=[,;])/u, 'H0304');
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a corrected file' }).click();
  const buffer = Buffer.from(corrected);
  await (await asked).setFiles({ name: 'rettet.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Import the corrected ones' }).click();
  await stepHeading(page, 'Everything is imported').waitFor();
  expect(await stored(page, 'fil-')).toHaveLength(3);
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
  const done = await driveApex(inject('demoUrl'), 'Fjordutsikten');
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

function open(person = 'Ingrid Solheim', place = 'Import data'): Promise<OpenedDemo> {
  return openDemo({ path: '/apex', person, place });
}

function project(page: Page, name: string) {
  return page.getByRole('radio', { name });
}

/** An address that only one test uses. */
function mail(who: string): string {
  return `${who}@apex-e2e.example`;
}

function customers(rows: readonly Row[]): ChosenFile {
  return csvFile('kunder.csv', [header, ...rows]);
}

/** A row that is right, one with a slip in its address, one with a home that is none. */
function halfWrong(who: string): readonly Row[] {
  return [
    ['Grønn Rad', mail(`${who}-a`), '400 00 221', 'H0301'],
    ['Rød Rad', mail(`${who}-b`).replace('@', '(at)'), '400 00 222', 'H0302'],
    ['Rødere Rad', mail(`${who}-c`), '400 00 223', 'H9901'],
  ];
}

async function storedRecords(page: Page, search: string) {
  return (await storedIn(page, 'customer', { search }, 'apex')).records;
}

async function stored(page: Page, search: string) {
  return (await storedRecords(page, search)).map(({ values }) => values);
}

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

function sample(name: string): string {
  return fileURLToPath(new URL(`../scenarios/apex/samples/${name}`, import.meta.url));
}

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

/** What the browser is told when somebody drags a file over it from the desktop. */
async function dropFile({ page, context }: OpenedDemo, file: string): Promise<void> {
  const zone = await page.getByText('Drop a spreadsheet here').boundingBox();
  const place = { x: (zone?.x ?? 0) + 40, y: (zone?.y ?? 0) + 10 };
  const browser = await context.newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    if (type === 'drop') await page.getByText('Let go to open it').waitFor();
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    await browser.send('Input.dispatchDragEvent', { type, ...place, data });
  }
}
