import { expect, test } from 'vitest';
import { checkPage } from './checkPage.ts';
import { freshOrgNumber } from './crm.ts';
import { goTo, openDemo } from './openDemo.ts';
import { continueTo, csvFile, matchFile, start, stepHeading, type ChosenFile } from './wizard.ts';

test.each([
  { look: 'light', dark: false, width: 1280 },
  { look: 'dark', dark: true, width: 1280 },
  { look: 'narrow', dark: false, width: 390 },
])(
  'every page and step is accessible and never scrolls sideways: $look',
  async ({ dark, width }) => {
    await using demo = await openDemo({ dark, width, person: null });
    const { page } = demo;
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Five products, one wizard' }).waitFor();
    await checkPage(page, 'start');
    await page.getByRole('link', { name: /^Nordlys CRM/u }).click();
    await page.getByRole('button', { name: 'Sign in as Astrid Lund' }).waitFor();
    await checkPage(page, 'sign-in');
    await page.getByRole('button', { name: 'Sign in as Astrid Lund' }).click();
    for (const place of ['Contacts', 'Settings', 'Mails', 'Companies'] as const) {
      await goTo(page, place);
      if (place === 'Contacts' || place === 'Companies')
        await page.getByRole('rowheader').first().waitFor();
      await checkPage(page, place);
    }
    await page.getByRole('link', { name: 'Ekeby Snickeri AB' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ekeby Snickeri AB' }).waitFor();
    await checkPage(page, 'company');
    await goTo(page, 'Import data');
    await page.getByRole('button', { name: 'Open kundregister.xlsx' }).waitFor();
    await checkPage(page, 'file');
    await matchFile(page, customersWithMistakes());
    await checkPage(page, 'match');
    await page.getByRole('button', { name: /see how the file was read/iu }).click();
    await stepHeading(page, 'Check how the file was read').waitFor();
    await checkPage(page, 'table');
    await page.getByRole('button', { name: 'Continue to match' }).click();
    await stepHeading(page, 'Match columns to fields').waitFor();
    await continueTo(page, 'values');
    await checkPage(page, 'values');
    await continueTo(page, 'settings');
    await checkPage(page, 'settings');
    await continueTo(page, 'review');
    await checkPage(page, 'review');
    await start(page);
    await checkPage(page, 'result');
  },
  120_000,
);

test('the refusal a seller sees is accessible', async () => {
  await using demo = await openDemo({ person: 'Erik Sandberg' });
  await checkPage(demo.page, 'refusal');
});

test('Swedish: the CRM and the import speak it, the fields too', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await page.getByRole('button', { name: 'Svenska' }).click();
  await page.getByRole('heading', { level: 1, name: 'Importera data' }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Välj en fil' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('sv');
  await page.getByRole('button', { name: 'Öppna nordisk-export.csv' }).click();
  await page.getByRole('group', { name: 'Postort' }).waitFor();
  expect(await page.getByRole('group', { name: 'Postort' }).innerText()).toContain('Ort');
  // The import that is open follows the language, where it is.
  await page.getByRole('button', { name: 'English' }).click();
  await stepHeading(page, 'Match columns to fields').waitFor();
  await expect
    .poll(() => page.getByRole('group', { name: 'Postort' }).innerText())
    .toContain('City');
});

test('the import can be done with the keyboard alone', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await page.getByRole('button', { name: 'Open new-phone-numbers.xlsx' }).focus();
  await page.keyboard.press('Enter');
  await stepHeading(page, 'Match columns to fields').waitFor();
  // Focus goes to the new step, so that it is read out and keys work in it.
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await expect.poll(focused).toBe('Match columns to fields');
  await page.getByRole('button', { name: /^Continue to/u }).press('Enter');
  await expect.poll(focused).toBe('Settings');
  await page.getByRole('button', { name: /^Continue to/u }).press('Enter');
  await expect.poll(focused).toBe('Review');
  const grid = page.getByRole('grid', { name: 'Rows' });
  await grid.waitFor();
  await page.getByRole('button', { name: /^Start import/u }).press('Enter');
  await stepHeading(page, /^(Everything is imported|\d+ of \d+ rows? imported)$/u).waitFor();
});

/** Something to see in every step: an unknown value, an error, a new record and a changed one. */
function customersWithMistakes(): ChosenFile {
  const [good, bad] = [freshOrgNumber(), freshOrgNumber()];
  return csvFile('customers.csv', [
    ['Company name', 'Org number', 'Status', 'Employees', 'E-mail'],
    ['Granskningens Bolag', good, 'Customer', 4, `anna${good}@granskning.example`],
    ['Läsbarhetens Bolag', bad, 'Hot prospect', 7, 'nils[at]granskning.example'],
    ['Åre Fjällhotell AB', '559105-1957', 'Lead', Number(good.slice(-4)), ''],
  ]);
}
