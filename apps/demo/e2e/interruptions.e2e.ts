import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { freshOrgNumber, stored } from './crm.ts';
import { goTo, openDemo } from './openDemo.ts';
import { sampleFile } from './realFiles.ts';
import { spawnDemo } from './spawnDemo.ts';
import {
  columnCard,
  continueTo,
  countOf,
  csvFile,
  matchFile,
  pickTarget,
  review,
  stepHeading,
} from './wizard.ts';

test('FX5: a draft left by closing the tab goes on where it was, in another browser too', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const name = 'left-draft.csv';
  await matchFile(page, csvFile(name, draftRows));
  await pickTarget(page, 'Bransch', 'Do not import');
  await page.getByRole('button', { name: '1 Not imported' }).waitFor();
  await draftKept(page, name);
  await page.close();

  // Another machine: nothing is kept in this browser.
  await using elsewhere = await openDemo();
  const again = elsewhere.page;
  const draft = again
    .getByRole('region', { name: 'Drafts' })
    .getByRole('listitem')
    .filter({ hasText: name });
  await draft.waitFor();
  expect(await draft.innerText()).toContain('Astrid Lund');
  expect(await draft.innerText()).toContain('2 rows');
  await draft.getByRole('button', { name: `Go on with ${name}` }).click();
  await stepHeading(again, 'Match columns to fields').waitFor();
  expect(await columnCard(again, 'Bransch').getByRole('combobox').innerText()).toContain(
    'Do not import',
  );
  await review(again);
  expect(await countOf(again, 'new')).toBe(2);
});

test('a draft that is not wanted is deleted', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const name = 'unwanted-draft.csv';
  await matchFile(page, csvFile(name, draftRows));
  await draftKept(page, name);
  await page.getByRole('button', { name: 'Close the file' }).click();
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => page.getByRole('listitem').filter({ hasText: name }).count()).toBe(0);
});

test('a file is closed at any step, and what was decided is offered again', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const name = 'closed-draft.csv';
  await matchFile(page, csvFile(name, draftRows));
  await draftKept(page, name);
  await page.getByRole('button', { name: 'Close the file' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  const draft = page.getByRole('listitem').filter({ hasText: name });
  await draft.getByText(/^Left at match/u).waitFor();
  await page.getByRole('button', { name: `Go on with ${name}` }).click();
  await stepHeading(page, 'Match columns to fields').waitFor();
});

test('each page has a title, and an address that leads nowhere says so', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  for (const place of ['Contacts', 'Settings', 'Import data', 'Companies'] as const) {
    await goTo(page, place);
    await expect.poll(() => page.title()).toBe(`${place} · Nordlys CRM`);
  }
  await page.goto('/fortnox/invoices');
  await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor();
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await page.getByRole('heading', { level: 1, name: 'Companies' }).waitFor();
});

test('looking elsewhere in the CRM leaves the import as it was', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await matchFile(page, sampleFile('nordisk-export.csv'));
  await continueTo(page, 'settings');
  await goTo(page, 'Contacts');
  await goTo(page, 'Import data');
  expect(await stepHeading(page, 'Settings').isVisible()).toBe(true);
});

test('a running import that is left goes on, and can be looked at again', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const rows = 8000;
  await matchFile(page, csvFile('left-running.csv', manyContacts('leftrunning', rows)));
  await review(page, 60_000);
  await page.getByRole('button', { name: /^Start import/u }).click();
  await page.getByRole('button', { name: 'Leave the import to itself' }).click();
  const finished = page.getByRole('region', { name: 'Finished' });
  const entry = finished.getByRole('listitem').filter({ hasText: 'left-running.csv' });
  await entry.waitFor({ timeout: 90_000 });
  expect((await stored(page, 'contact', { search: '@leftrunning.example' })).total).toBe(rows);
  await entry.getByRole('button', { name: 'Result of left-running.csv' }).click();
  await stepHeading(page, 'Everything is imported').waitFor();
});

test('cancel: what is written stays, the rest is not reached and can be imported after all', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  // Enough that some are left when the button is pressed, however quick the machine.
  const rows = 30_000;
  await matchFile(page, csvFile('cancelled.csv', manyContacts('cancelled', rows)));
  await review(page, 60_000);
  await page.getByRole('button', { name: /^Start import/u }).click();
  await someWritten(page, rows);
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel import' }).click();
  await stepHeading(page, 'Import cancelled').waitFor({ timeout: 30_000 });
  const reached = (await stored(page, 'contact', { search: '@cancelled.example' })).total;
  expect(reached).toBeLessThan(rows);
  await expect.poll(() => countOf(page, 'not reached'), { timeout: 30_000 }).toBe(rows - reached);
  expect(await countOf(page, 'written')).toBe(reached);

  await page.getByRole('button', { name: 'Import the rest' }).click();
  await stepHeading(page, 'Everything is imported').waitFor({ timeout: 60_000 });
  expect((await stored(page, 'contact', { search: '@cancelled.example' })).total).toBe(rows);
});

test('a server killed in the middle: the import goes on when it is back, and nothing is lost or doubled', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'importera-demo-'));
  let server = await spawnDemo({ DATA_DIR: folder });
  try {
    await using demo = await openDemo({ url: server.url });
    const { page } = demo;
    const rows = 8000;
    await matchFile(page, csvFile('power-cut.csv', manyContacts('powercut', rows)));
    await review(page, 60_000);
    await page.getByRole('button', { name: /^Start import/u }).click();
    await someWritten(page, rows);
    await server.stop('SIGKILL');

    server = await spawnDemo({ DATA_DIR: folder, PORT: new URL(server.url).port });
    // Nobody starts it again: the page that waits finds it done.
    await stepHeading(page, 'Everything is imported').waitFor({ timeout: 90_000 });
    expect((await stored(page, 'contact', { search: '@powercut.example' })).total).toBe(rows);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 180_000);

test('somebody who loses the right in the middle is told by the server, and nothing is written', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  const number = freshOrgNumber();
  const rows = [
    ['Company name', 'Organisation number'],
    ['Obehöriga Bolaget', number],
  ];
  await matchFile(page, csvFile('no-right.csv', rows));
  await review(page);
  await page.request.post('/api/fortnox/session', { data: { person: 'erik' } });
  await page.getByRole('button', { name: /^Start import/u }).click();
  await page
    .getByText(/Only administrators may import/u)
    .first()
    .waitFor();
  expect((await stored(page, 'company', { search: number })).total).toBe(0);
});

test('30,000 rows: the page keeps answering while they are read and planned', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await page.evaluate(() => {
    const frames = { count: 0, longest: 0, last: performance.now() };
    const tick = (now: number): void => {
      frames.longest = Math.max(frames.longest, now - frames.last);
      frames.last = now;
      frames.count += 1;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(globalThis, { frames });
  });
  await matchFile(page, csvFile('thirty-thousand.csv', manyContacts('many', 30_000)));
  await page.getByText('30,000 rows × 4 columns').waitFor({ timeout: 60_000 });
  await review(page, 90_000);
  expect(await countOf(page, 'new')).toBe(30_000);
  const grid = page.getByRole('grid', { name: 'Rows' });
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('30001');
  // Only what is in sight is in the page.
  expect(await grid.getByRole('row').count()).toBeLessThan(120);
  const frames = await page.evaluate(
    () => (globalThis as unknown as { readonly frames: { readonly count: number } }).frames.count,
  );
  expect(frames).toBeGreaterThan(20);
}, 180_000);

function manyContacts(domain: string, count: number): readonly (readonly (string | number)[])[] {
  const rows = Array.from({ length: count }, (_, at) => [
    'Norrskens Energi AB',
    `Person${at}`,
    `Nummer${at}`,
    `person${at}@${domain}.example`,
  ]);
  return [['Company name', 'First name', 'Last name', 'E-mail'], ...rows];
}

const draftRows = [
  ['Företag', 'Bransch', 'Ort'],
  ['Utkastets Första Bolag', 'Retail', 'Arboga'],
  ['Utkastets Andra Bolag', 'Industry', 'Köping'],
] as const;

/** Waits until the server has the draft with what was decided: a person would have looked at the page that long. */
async function draftKept(page: Page, fileName: string): Promise<void> {
  const drafts = async (): Promise<readonly { readonly fileName: string }[]> => {
    const headers = { 'x-demo-company': 'fortnox' };
    const response = await page.request.get('/api/imports?status=draft', { headers });
    return ((await response.json()) as { readonly imports: never[] }).imports;
  };
  await expect
    .poll(async () => (await drafts()).some((draft) => draft.fileName === fileName))
    .toBe(true);
  // Changes of the last moment are kept after a pause in typing.
  await page.waitForTimeout(1000);
}

/** Until the import tells of rows that are written, and has not ended. */
async function someWritten(page: Page, rows: number): Promise<void> {
  await stepHeading(page, 'Importing').waitFor();
  await page
    .getByText(new RegExp(`^[1-9][\\d,]* of ${rows.toLocaleString('en')} rows`, 'u'))
    .first()
    .waitFor({ timeout: 60_000 });
}
