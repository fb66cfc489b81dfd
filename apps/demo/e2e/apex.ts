import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright';
import { stored as storedIn, type StoredRecord } from './crm.ts';
import { openDemo, type OpenedDemo } from './openDemo.ts';
import { csvFile, type ChosenFile, type Row } from './wizard.ts';

export const header = ['Navn', 'E-post', 'Telefon', 'Bolig'];

export function open(person = 'Ingrid Solheim', place = 'Import data'): Promise<OpenedDemo> {
  return openDemo({ path: '/apex', person, place });
}

export function project(page: Page, name: string): Locator {
  return page.getByRole('radio', { name });
}

/** An address that only one test uses. */
export function mail(who: string): string {
  return `${who}@apex-e2e.example`;
}

export function customers(rows: readonly Row[]): ChosenFile {
  return csvFile('kunder.csv', [header, ...rows]);
}

export async function storedRecords(page: Page, search: string): Promise<readonly StoredRecord[]> {
  return (await storedIn(page, 'customer', { search }, 'apex')).records;
}

export async function stored(
  page: Page,
  search: string,
): Promise<readonly StoredRecord['values'][]> {
  return (await storedRecords(page, search)).map(({ values }) => values);
}

export function sample(name: string): string {
  return fileURLToPath(new URL(`../scenarios/apex/samples/${name}`, import.meta.url));
}
