import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A collection of real spreadsheets beside the repository; not everybody has it. */
const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** Why tests with real files do not run here; null where they do. */
export const noRealFiles: string | null = existsSync(folder)
  ? null
  : `needs the collection of real files in ${folder}`;

export function realFile(path: string): string {
  return `${folder}${path}`;
}

/** What the collection says is in a workbook. */
export function expectedRows(path: string): readonly (readonly unknown[])[] {
  const expected = JSON.parse(readFileSync(realFile(`${path}.json`), 'utf8')) as {
    readonly rows: readonly (readonly unknown[])[];
  };
  return expected.rows;
}

export function sampleFile(name: string): string {
  return fileURLToPath(new URL(`../scenarios/fortnox-crm/samples/${name}`, import.meta.url));
}
