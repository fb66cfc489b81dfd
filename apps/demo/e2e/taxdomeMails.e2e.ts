import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import { goTo, type OpenedDemo } from './openDemo.ts';
import {
  dealWithRest,
  found,
  matchAccounts,
  next,
  openPractice,
  partHeading,
  toSettings,
} from './taxdome.ts';
import {
  columnCard,
  continueTo,
  countOf,
  csvFile,
  gridRow,
  handFile,
  start,
  stepHeading,
} from './wizard.ts';

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
