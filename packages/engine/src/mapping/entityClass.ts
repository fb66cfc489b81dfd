import type { EntityClass } from './FieldName.ts';
import type { Unit } from './lexicon/units.ts';
import type { Meaning } from './Meaning.ts';

const ORGANISATIONS: ReadonlySet<Unit> = new Set<Unit>([
  'company',
  'customer',
  'supplier',
  'account',
  'company-name',
  'customer-name',
  'supplier-name',
]);
const PEOPLE: ReadonlySet<Unit> = new Set<Unit>([
  'contact',
  'person',
  'member',
  'participant',
  'student',
  'lead',
  'contact-name',
  'full-name',
  'employee',
]);

/** What the name of an entity, or a header that names one, is about; null when it is about neither or both. */
export function entityClass({ content, qualifiers }: Meaning): EntityClass {
  const units = [...content, ...qualifiers];
  const isOrganisation = units.some((unit) => ORGANISATIONS.has(unit));
  const isPerson = units.some((unit) => PEOPLE.has(unit));
  if (isOrganisation === isPerson) return null;
  return isOrganisation ? 'organisation' : 'person';
}
