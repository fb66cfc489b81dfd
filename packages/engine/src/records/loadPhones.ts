import type { CellConverter } from './CellConverter.ts';
import type { TargetEntity } from './targetFields.ts';

/** Makes the converter of phone numbers for a country. */
export type Phones = (country: string | undefined) => CellConverter;

/**
 * Loads what reads phone numbers, if any field to fill is one: the numbering plans of the world are the heaviest part
 * of the engine, and most pages should not wait for them.
 */
export async function loadPhones(targets: readonly TargetEntity[]): Promise<Phones> {
  const needed = targets.some(({ fields }) => fields.some(({ field }) => field.type === 'phone'));
  return needed ? (await import('./convertPhone.ts')).phoneConverter : noPhones;
}

function noPhones(): never {
  throw new TypeError('Phone numbers are read without having been loaded.');
}
