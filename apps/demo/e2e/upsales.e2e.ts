import { read, utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { addField } from './addField.ts';
import { stored } from './crm.ts';
import { goTo, openDemo, type OpenedDemo } from './openDemo.ts';
import {
  columnCard,
  continueTo,
  countOf,
  csvFile,
  gridRow,
  importFile,
  matchFile,
  review,
  start,
  stepHeading,
  type ChosenFile,
  type Row,
} from './wizard.ts';

const openUpsales = (place = 'Import data'): Promise<OpenedDemo> =>
  openDemo({ path: '/upsales', person: 'Linn Ekström', place });

const found = (demo: OpenedDemo, entity: 'company' | 'contact', search: string) =>
  stored(demo.page, entity, { search }, 'upsales');

/** A workbook; the first row is the header. */
function xlsxFile(name: string, rows: readonly Row[], bookType: 'xlsx' | 'biff8' = 'xlsx') {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Blad1');
  const bytes = write(book, { type: 'array', bookType }) as ArrayBuffer;
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name, mimeType, buffer: Buffer.from(bytes) } satisfies ChosenFile;
}

/** A file of the scenario's folder `samples`, by the page's own list. */
async function openSample({ page }: OpenedDemo, name: string): Promise<void> {
  await page.getByRole('button', { name: `Open ${name}` }).click();
  await stepHeading(page, 'Match columns to fields').waitFor();
}

/** Ticks exactly these columns for matching. */
async function matchBy({ page }: OpenedDemo, headers: readonly string[]): Promise<void> {
  const cards = page.getByRole('group').filter({ has: page.getByText('Use for matching') });
  for (const card of await cards.all()) {
    const tick = card.getByRole('checkbox', { name: 'Use for matching' });
    if ((await tick.count()) === 0) continue;
    const name = (await card.getAttribute('aria-label')) ?? '';
    if ((await tick.isChecked()) !== headers.includes(name)) await tick.click();
  }
}

test('UP1: companies and contacts are created from an Excel file, and updated by the next', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  const header = ['Företagsnamn', 'Postort', 'Kontaktperson', 'E-post', 'Titel'];
  const rows = [
    header,
    ['Skapade Bolaget AB', 'Motala', 'Ulla Skapar', 'ulla@skapade.example', 'Säljare'],
    ['Andra Skapade AB', 'Tranås', 'Stig Skapar', 'stig@skapade.example', 'VD'],
  ];
  await importFile(page, xlsxFile('nya.xlsx', rows));
  expect((await found(demo, 'company', 'Skapade')).total).toBe(2);
  await page.getByRole('button', { name: 'Import another file' }).click();
  const changed = [
    header,
    ['Skapade Bolaget AB', 'Vadstena', 'Ulla Skapar', 'ulla@skapade.example', 'Säljchef'],
  ];
  await matchFile(page, xlsxFile('rattade.xls', changed, 'biff8'));
  await review(page);
  expect(await countOf(page, 'changed')).toBe(1);
  await start(page);
  const { records, total } = await found(demo, 'company', 'Skapade Bolaget');
  expect([total, records[0]?.values['city']]).toEqual([1, 'Vadstena']);
  const contacts = await found(demo, 'contact', 'Ulla Skapar');
  expect([contacts.total, contacts.records[0]?.values['title']]).toEqual([1, 'Säljchef']);
});

test('UP2: companies and contacts can be imported, and it is said that nothing else can', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  await page.getByText(/Orders and activities can not be imported/u).waitFor();
  const rows = [
    ['Företagsnamn', 'Ordernummer', 'Ordervärde', 'Aktivitet'],
    ['Orderns Bolag AB', 4711, 120_000, 'Möte'],
  ];
  await matchFile(page, csvFile('order.csv', rows));
  await columnCard(page, 'Ordernummer').getByRole('combobox').click();
  const groups = page.getByRole('listbox').getByRole('group');
  const names = await groups.evaluateAll((all) =>
    all.map((one) => one.querySelector('[id]')?.textContent ?? one.getAttribute('aria-label')),
  );
  expect(names.filter((name) => name === 'Company' || name === 'Contact').length).toBe(2);
  expect(names.join(' ')).not.toMatch(/order|activit/iu);
});

test('UP3: the template has a column per field, and a new own field is in it at once', async () => {
  await using demo = await openUpsales('Settings');
  const { page } = demo;
  const headers = async (): Promise<readonly string[]> => {
    await goTo(page, 'Import data');
    const asked = page.waitForEvent('download');
    await page.getByRole('button', { name: /template.*xlsx|Excel \(\.xlsx\)|^\.?xlsx$/iu }).click();
    const path = await (await asked).path();
    const book = read(await import('node:fs/promises').then((fs) => fs.readFile(path)));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    return utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];
  };
  const before = await headers();
  expect(before).toEqual(
    expect.arrayContaining(['Company name', 'Postcode', 'Contact name', 'E-mail']),
  );
  await goTo(page, 'Settings');
  await addField(page, { label: 'Kundnummer i affärssystemet', type: 'Text', entity: 'Companies' });
  expect(await headers()).toEqual(
    expect.arrayContaining([...before, 'Kundnummer i affärssystemet']),
  );
});

test('UP4: the id column finds what is there; it is never written, and told where nobody has it', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  await openSample(demo, 'uppdatering.xls');
  expect(await columnCard(page, 'Upsales ID').getByRole('combobox').innerText()).toContain(
    'Upsales ID',
  );
  const before = await found(demo, 'company', 'Norrlands Fönster');
  await review(page);
  expect(await countOf(page, 'changed')).toBe(4);
  expect(await gridRow(page, 6).innerText()).toContain('98001');
  await start(page);
  const after = await found(demo, 'company', 'Norrlands Fönster');
  expect(after.records[0]).toMatchObject({
    id: before.records[0]?.id,
    values: { employees: 64, phone: '+46846500533' },
  });
  // An id nobody has makes no record with that id: new ones get the system's own.
  const moved = await found(demo, 'company', 'Bortflyttade Bolaget');
  expect(moved.records.map(({ id }) => id)).not.toContain('98001');
  expect((await found(demo, 'company', 'Nystartade Nät')).total).toBe(1);
});

test('UP5: a company with three contacts is three rows that repeat it', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  await openSample(demo, 'kundmall.xlsx');
  await review(page);
  await start(page);
  const company = await found(demo, 'company', 'Ljusterö Marina AB');
  expect(company.total).toBe(1);
  const contacts = await found(demo, 'contact', 'ljusteromarina.example');
  expect(contacts.records.map(({ values }) => values['name']).toSorted()).toEqual([
    'Asta Lind',
    'Karin Öst',
    'Milo Berg',
  ]);
  expect(new Set(contacts.records.map(({ parent }) => parent?.id))).toEqual(
    new Set([company.records[0]?.id]),
  );
});

test('UP6: a grid of name, data type and match, a line for each column', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  const rows = [
    ['Företag', 'Postnr', 'Kontakt'],
    ['Rutnätets AB', '111 22', 'Rut Nät'],
  ];
  await matchFile(page, csvFile('rutnat.csv', rows));
  const fields = { Företag: 'Company name', Postnr: 'Postcode', Kontakt: 'Contact name' };
  for (const [header, field] of Object.entries(fields)) {
    const card = columnCard(page, header);
    expect(await card.innerText()).toContain(header);
    expect(await card.getByRole('combobox').innerText()).toContain(field);
    expect(await card.getByRole('checkbox', { name: 'Use for matching' }).count()).toBe(1);
  }
});

test('UP7: company name, postcode and contact together are the match key', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  const header = ['Företag', 'Postnr', 'Kontakt', 'Titel'];
  const first = [
    header,
    ['Nyckelknippan AB', '551 11', 'Nils Nyckel', 'Säljare'],
    ['Nyckelknippan AB', '552 22', 'Nils Nyckel', 'Säljare'],
  ];
  await matchFile(page, csvFile('nycklar.csv', first));
  await matchBy(demo, ['Företag', 'Postnr', 'Kontakt']);
  await review(page);
  await start(page);
  // The name alone would have been one company.
  expect((await found(demo, 'company', 'Nyckelknippan')).total).toBe(2);
  await page.getByRole('button', { name: 'Import another file' }).click();
  const second = [header, ['Nyckelknippan AB', '552 22', 'Nils Nyckel', 'Säljchef']];
  await matchFile(page, csvFile('nycklar-2.csv', second));
  await matchBy(demo, ['Företag', 'Postnr', 'Kontakt']);
  await review(page);
  expect(await countOf(page, 'changed')).toBe(1);
  await start(page);
  const { records } = await found(demo, 'contact', 'Nils Nyckel');
  expect(records.map(({ values }) => values['title']).toSorted()).toEqual(['Säljare', 'Säljchef']);
});

test('UP8: rows take effect in file order over any distance and batch', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  const header = ['Företag', 'Postnr', 'Antal anställda', 'Kontakt'];
  const between = Array.from({ length: 6000 }, (_, at) => [
    `Mellanrad ${at} AB`,
    '100 00',
    at % 50,
    `Person ${at}`,
  ]);
  const rows = [
    header,
    ['Avståndet AB', '777 77', 1, 'Alma Först'],
    ...between,
    ['Avståndet AB', '777 77', 2, 'Bror Sedan'],
    ['Avståndet AB', '777 77', 3, 'Cilla Sist'],
  ];
  await matchFile(page, csvFile('ordning.csv', rows));
  await matchBy(demo, ['Företag', 'Postnr', 'Kontakt']);
  await review(page, 60_000);
  await start(page, 90_000);
  const company = await found(demo, 'company', 'Avståndet AB');
  expect(company.total).toBe(1);
  expect(company.records[0]?.values['employees']).toBe(3);
  const parent = company.records[0]?.id ?? '';
  const contacts = await stored(page, 'contact', { parent }, 'upsales');
  expect(contacts.records.map(({ values }) => values['name']).toSorted()).toEqual([
    'Alma Först',
    'Bror Sedan',
    'Cilla Sist',
  ]);
});

test('UP9: a row with an empty match cell does not match, and the review counts such rows', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  const header = ['Företag', 'Postnr', 'Ort'];
  const rows = [
    header,
    ['Hålrummet AB', '', 'Gimo'],
    ['Hålrummet AB', '', 'Gimo'],
    ['Hålrummet AB', '747 41', 'Gimo'],
  ];
  await matchFile(page, csvFile('tomma.csv', rows));
  await matchBy(demo, ['Företag', 'Postnr']);
  await review(page);
  await page
    .getByText(/2 rows .*empty match/iu)
    .first()
    .waitFor();
  expect(await countOf(page, 'new')).toBe(3);
  await start(page);
  expect((await found(demo, 'company', 'Hålrummet')).total).toBe(3);
});

test('UP10: account manager, campaign and both categories for the whole import', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  const rows = [
    ['Företag', 'Kontakt', 'Kontoansvarig'],
    ['Inställda Bolaget AB', 'Inga Inställd', ''],
    ['Egna Ansvaret AB', 'Egon Ansvarig', 'Omar Haddad'],
  ];
  await matchFile(page, csvFile('installningar.csv', rows));
  await continueTo(page, 'settings');
  const answers = {
    'Account manager': 'Petra Sundin',
    Campaign: 'Spring fair',
    'Company category': 'Prospect',
    'Contact category': 'Decision maker',
  };
  for (const [label, value] of Object.entries(answers)) {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: value }).click();
  }
  await continueTo(page, 'review');
  await start(page);
  const one = (await found(demo, 'company', 'Inställda Bolaget')).records[0];
  const other = (await found(demo, 'company', 'Egna Ansvaret')).records[0];
  expect(one?.values).toMatchObject({
    accountManager: 'Petra Sundin',
    campaign: ['Spring fair'],
    category: ['Prospect'],
  });
  expect(other?.values).toMatchObject({ accountManager: 'Omar Haddad', category: ['Prospect'] });
  const person = (await found(demo, 'contact', 'Inga Inställd')).records[0];
  expect(person?.values['category']).toEqual(['Decision maker']);
});

test('UP11: a mail is sent when it is done', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  const rows = [
    ['Företag', 'Ort'],
    ['Brevduvan AB', 'Hjo'],
  ];
  await matchFile(page, csvFile('brevduvan.csv', rows));
  await continueTo(page, 'settings');
  const field = page.getByRole('textbox', { name: 'Send a mail when it is done to' });
  await field.fill('ledning@klivet.example');
  await field.press('Enter');
  await continueTo(page, 'review');
  await start(page);
  await goTo(page, 'Mails');
  await expect
    .poll(
      async () => {
        await page.reload();
        await page.getByRole('heading', { level: 1, name: 'Mails' }).waitFor();
        await page.waitForTimeout(300);
        return await page.getByRole('main').innerText();
      },
      { timeout: 30_000 },
    )
    .toMatch(/ledning@klivet\.example[\s\S]*brevduvan\.csv|brevduvan\.csv[\s\S]*ledning@klivet/u);
});

test('UP12: finished imports are listed', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  const rows = [
    ['Företag', 'Ort'],
    ['Listade Bolaget AB', 'Boda'],
    ['Andra Listade AB', 'Boda'],
  ];
  await importFile(page, csvFile('fardigkord-register.csv', rows));
  await page.getByRole('button', { name: 'Import another file' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: 'fardigkord-register.csv' });
  await entry.waitFor();
  const said = await entry.innerText();
  expect(said).toContain('Linn Ekström');
  expect(said).toMatch(/2 rows/u);
});

test('UP13: where stored duplicates match, a new record is created and the report says why', async () => {
  await using demo = await openUpsales();
  const { page } = demo;
  const rows = [
    ['Företag', 'Postnr', 'Kontakt', 'E-post'],
    ['Vimmerby Trävaror', '598 37', 'TEST', 'test@vimmerbytravaror.example'],
  ];
  const count = async () => (await found(demo, 'contact', 'test@vimmerbytravaror')).total;
  const before = await count();
  await matchFile(page, csvFile('dubbletter.csv', rows));
  await review(page);
  expect(await countOf(page, 'ambiguous')).toBe(1);
  await start(page);
  expect(await count()).toBe(before + 1);
  expect(await gridRow(page, 2).innerText()).toMatch(/Ambiguous|2 stored records|several/iu);
  await page.getByRole('button', { name: 'Import another file' }).click();
  await matchFile(page, csvFile('dubbletter-2.csv', rows));
  await continueTo(page, 'settings');
  await page.getByRole('radio', { name: /^Leave the row out/u }).click();
  await continueTo(page, 'review');
  await page.getByText(/nothing to write/u).waitFor();
  expect(await count()).toBe(before + 1);
});

test('UP: a seller is told who may import', async () => {
  await using demo = await openDemo({ path: '/upsales', person: 'Omar Haddad' });
  await demo.page.getByText('Registers are imported by administrators').first().waitFor();
  expect(await demo.page.getByRole('button', { name: 'Choose a file' }).count()).toBe(0);
});
