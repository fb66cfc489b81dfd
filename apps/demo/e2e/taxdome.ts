import type { Locator, Page } from 'playwright';
import { stored, type RecordList } from './crm.ts';
import { openDemo, type OpenedDemo } from './openDemo.ts';
import { continueTo, handFile, pickTarget, stepHeading, type ChosenFile } from './wizard.ts';

export const openPractice = (person = 'Elena Popescu'): Promise<OpenedDemo> =>
  openDemo({ path: '/taxdome', person });

export const found = (
  demo: OpenedDemo,
  entity: 'account' | 'contact',
  search: string,
): Promise<RecordList> => stored(demo.page, entity, { search }, 'taxdome');

const heading = { account: 'Match columns to account', contact: 'Match columns to contact' };

/** Chooses what to import, e.g. *Accounts only*. */
export const chooseKind = ({ page }: OpenedDemo, kind: string): Promise<void> =>
  page.getByRole('radio', { name: new RegExp(`^${kind}`, 'u') }).click();

/** Opens a file and waits for the first part of the match step. */
export async function matchAccounts(page: Page, file: ChosenFile): Promise<void> {
  await handFile(page, file);
  await partHeading(page, 'account').waitFor();
}

export const partHeading = (page: Page, part: keyof typeof heading): Locator =>
  stepHeading(page, new RegExp(`^${heading[part]}`, 'u'));

export const next = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^Continue to /u }).click();

/** From the accounts' part of the match step to the settings. */
export async function toSettings(page: Page): Promise<void> {
  await next(page);
  await partHeading(page, 'contact').waitFor();
  await continueTo(page, 'settings');
}

export async function toReview(page: Page): Promise<void> {
  await toSettings(page);
  await continueTo(page, 'review');
}

export const header = ['Account Name', 'Account Type', 'First name', 'Last name', 'Email'];

export async function leaveOut(page: Page, headers: readonly string[]): Promise<void> {
  await stepHeading(page, /^Match columns/u).waitFor();
  for (const name of headers) await pickTarget(page, name, 'Do not import');
}

/** Says of columns that nothing fits to that they are not imported. */
export async function dealWithRest(page: Page): Promise<void> {
  await stepHeading(page, /^Match columns/u).waitFor();
  const rest = page.getByRole('button', { name: 'Do not import the rest' });
  if (await rest.isVisible()) await rest.click();
}
