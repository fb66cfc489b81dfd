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

test('a tab closed in the middle of matching loses nothing: the draft is picked up where it was', async () => {
  await using demo = await openDemo();
  const { page, context } = demo;
  await matchFile(page, sampleFile('nordisk-export.csv'));
  await pickTarget(page, 'Bransch', 'Do not import');
  await page.getByRole('button', { name: '1 Not imported' }).waitFor();
  await draftKept(page, 'nordisk-export.csv');
  await page.close();

  const again = await context.newPage();
  await again.goto('/fortnox');
  await goTo(again, 'Import data');
  const draft = again
    .getByRole('region', { name: 'Drafts in this browser' })
    .getByRole('row')
    .filter({ hasText: 'nordisk-export.csv' });
  await draft.waitFor();
  expect(await draft.innerText()).toContain('Astrid Lund');
  expect(await draft.innerText()).toContain('14');
  await draft.getByRole('button', { name: 'Continue with nordisk-export.csv' }).click();
  await stepHeading(again, 'Match columns to fields').waitFor();
  expect(await columnCard(again, 'Bransch').getByRole('combobox').innerText()).toContain(
    'Do not import',
  );
  await again.getByText('14 rows × 11 columns').waitFor();
  await review(again);
  expect(await countOf(again, 'new')).toBeGreaterThan(0);
});

test('a draft that is not wanted is deleted', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await matchFile(page, sampleFile('new-phone-numbers.xlsx'));
  await draftKept(page, 'new-phone-numbers.xlsx');
  await page.reload();
  await page.getByRole('button', { name: 'Delete the draft of new-phone-numbers.xlsx' }).click();
  await page.getByText('An import you leave half-way is kept here').waitFor();
});

test('a file is closed at any step, and what was decided is offered again before anything else', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await matchFile(page, sampleFile('nordisk-export.csv'));
  await draftKept(page, 'nordisk-export.csv');
  await page.getByRole('button', { name: 'Close the file' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  const offer = page.getByRole('button', { name: 'Continue with nordisk-export.csv' }).first();
  expect(await offer.innerText()).toBe('Continue with nordisk-export.csv');
  await offer.click();
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

test('cancel: what is written stays, the rest is not reached and can be imported after all', async () => {
  await using demo = await openDemo();
  const { page, context } = demo;
  const rows = 4000;
  // A slow line, so that there is time to cancel.
  await context.route('**/api/import/write', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await matchFile(page, csvFile('cancelled.csv', manyContacts('cancelled', rows)));
  await review(page);
  await page.getByRole('button', { name: /^Start import/u }).click();
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await stepHeading(page, 'Import cancelled').waitFor();
  const reached = await countOf(page, 'written');
  expect(reached).toBeLessThan(rows);
  expect(await countOf(page, 'not reached')).toBe(rows - reached);
  expect((await stored(page, 'contact', { search: '@cancelled.example' })).total).toBe(reached);

  await context.unroute('**/api/import/write');
  await page.getByRole('button', { name: 'Import the rest' }).click();
  await stepHeading(page, 'Everything is imported').waitFor();
  expect((await stored(page, 'contact', { search: '@cancelled.example' })).total).toBe(rows);
});

test('a server that goes down in the middle: the rows not written are told, and imported when it is back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'importera-demo-'));
  let server = await spawnDemo({ DATA_DIR: folder });
  try {
    await using demo = await openDemo({ url: server.url });
    const { page, context } = demo;
    const rows = 3000;
    let writes = 0;
    await context.route('**/api/import/write', async (route) => {
      writes += 1;
      // The third batch finds nobody there any more.
      if (writes === 3) await server.stop('SIGKILL');
      await route.continue().catch(() => {});
    });
    await matchFile(page, csvFile('power-cut.csv', manyContacts('powercut', rows)));
    await review(page);
    await page.getByRole('button', { name: /^Start import/u }).click();
    await stepHeading(page, 'The import stopped').waitFor({ timeout: 40_000 });
    const reached = await countOf(page, 'written');
    expect(reached).toBeGreaterThan(0);
    expect(await countOf(page, 'not reached')).toBe(rows - reached);
    const notice = page.getByRole('alert').filter({ hasText: 'were not reached' });
    expect(await notice.innerText()).toMatch(/server could not be reached/iu);

    server = await spawnDemo({ DATA_DIR: folder, PORT: new URL(server.url).port });
    await page.getByRole('button', { name: 'Import the rest' }).click();
    await stepHeading(page, 'Everything is imported').waitFor({ timeout: 40_000 });
    // Each row once, also those of the batch that was under way.
    expect((await stored(page, 'contact', { search: '@powercut.example' })).total).toBe(rows);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);

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

test('100,000 rows: the page keeps answering while they are read and planned', async () => {
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
  await matchFile(page, csvFile('hundred-thousand.csv', manyContacts('many', 100_000)));
  await page.getByText('100,000 rows × 4 columns').waitFor({ timeout: 60_000 });
  await review(page, 90_000);
  expect(await countOf(page, 'new')).toBe(100_000);
  const grid = page.getByRole('grid', { name: 'Rows' });
  expect(await grid.getAttribute('aria-rowcount')).toBe('100001');
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

/** Waits until the browser has the draft: a person would have looked at the page that long. */
async function draftKept(page: Page, fileName: string): Promise<void> {
  const kept = (name: string): Promise<boolean> =>
    new Promise((resolve) => {
      const opening = indexedDB.open('importera-demo');
      opening.addEventListener('success', () => {
        const imports = opening.result.transaction('imports').objectStore('imports').getAll();
        imports.addEventListener('success', () => {
          opening.result.close();
          const drafts = imports.result as readonly { readonly fileName: string }[];
          resolve(drafts.some((draft) => draft.fileName === name));
        });
      });
    });
  await expect.poll(() => page.evaluate(kept, fileName), { timeout: 5000 }).toBe(true);
  // Changes of the last moment are kept after a pause in typing.
  await page.waitForTimeout(500);
}
