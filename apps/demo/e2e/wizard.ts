import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** A file as a file chooser takes it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export type Row = readonly (string | number)[];

/** A comma-separated file; the first row is the header. */
export function csvFile(name: string, rows: readonly Row[]): ChosenFile {
  const text = rows.map((row) => row.map((cell) => quoted(String(cell))).join(',')).join('\n');
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${text}\n`) };
}

function quoted(cell: string): string {
  return /[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Clicks the zone's button and gives the file chooser a file. */
export async function handFile(page: Page, file: ChosenFile | string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await asked).setFiles(file);
}

/** Chooses a file for the import, and waits until it is open. */
export async function chooseFile(page: Page, file: ChosenFile | string): Promise<void> {
  await handFile(page, file);
  await stepHeading(page, /^(Match columns to fields|Check how the file was read)$/u).waitFor();
}

/** Chooses a file and goes on to the match step, past the table step where that is shown. */
export async function matchFile(page: Page, file: ChosenFile | string): Promise<void> {
  await chooseFile(page, file);
  const match = stepHeading(page, 'Match columns to fields');
  if (await match.isVisible()) return;
  await page.getByRole('button', { name: 'Continue to match' }).click();
  await match.waitFor();
}

export function stepHeading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 2, name });
}

/** The card of a column of the file. */
export function columnCard(page: Page, header: string): Locator {
  return page.getByRole('group', { name: header, exact: true });
}

/** Picks where a column goes: a field by its label, *Do not import*, … */
export async function pickTarget(page: Page, header: string, target: string): Promise<void> {
  await columnCard(page, header).getByRole('combobox').click();
  await page.getByRole('combobox', { name: 'Search fields' }).fill(target);
  await page.getByRole('option', { name: target }).first().click();
}

/** The ways on, step by step. */
export async function continueTo(
  page: Page,
  step: 'settings' | 'review' | 'values',
  timeout = 15_000,
): Promise<void> {
  const headings = {
    settings: 'Settings',
    review: 'Review',
    values: 'Values the fields do not know',
  };
  await page.getByRole('button', { name: /^Continue to /u }).click();
  await stepHeading(page, headings[step]).waitFor();
  // The review fills when the plan is made.
  if (step === 'review') await page.getByRole('grid', { name: 'Rows' }).waitFor({ timeout });
}

/** Opens a tab of the review and gives its panel: while rows still come in, what is pressed may be moving. */
export async function openTab(page: Page, name: string | RegExp): Promise<Locator> {
  const tab = page.getByRole('tab', { name });
  const isOpen = async (): Promise<string | null> => {
    await tab.click();
    return await tab.getAttribute('aria-selected');
  };
  await expect.poll(isOpen).toBe('true');
  return page.getByRole('tabpanel');
}

/** From the match step through untouched settings to the finished plan. */
export async function review(page: Page, timeout = 15_000): Promise<void> {
  await continueTo(page, 'settings');
  await continueTo(page, 'review', timeout);
}

/** Starts the import and waits for its result. */
export async function start(page: Page, timeout = 15_000): Promise<void> {
  await page.getByRole('button', { name: /^Start import/u }).click();
  await stepHeading(
    page,
    /^(Everything is imported|\d+ of \d+ rows? imported|The import stopped|Import cancelled)$/u,
  ).waitFor({ timeout });
}

/** A file, matched as suggested, all the way to its result. */
export async function importFile(page: Page, file: ChosenFile | string): Promise<void> {
  await matchFile(page, file);
  await review(page);
  await start(page);
}

/** How many rows a filter of the review or the result counts, e.g. `new`; 0 where it is not there. */
export async function countOf(page: Page, what: string): Promise<number> {
  const filter = page
    .getByRole('group', { name: 'Show rows that are' })
    .getByRole('button', { name: new RegExp(String.raw`^[\d,]+ ${what}$`, 'u') });
  if ((await filter.count()) === 0) return 0;
  return Number.parseInt((await filter.innerText()).replaceAll(/\D/gu, ''), 10);
}

/** A row of the grid by the row number of the spreadsheet. */
export function gridRow(page: Page, row: number): Locator {
  return page
    .getByRole('grid', { name: 'Rows' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(String.raw`^${row}\b`, 'u') }) });
}

/** Corrects a cell of the grid with the keyboard. */
export async function correctCell(cell: Locator, value: string): Promise<void> {
  const page = cell.page();
  await cell.click();
  await page.keyboard.press('Enter');
  const field = page.getByRole('grid', { name: 'Rows' }).getByRole('textbox');
  await field.fill(value);
  await field.press('Enter');
}
