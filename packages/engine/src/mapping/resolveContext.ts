import { inheritAddressKinds } from './inheritAddressKinds.ts';
import type { Unit } from './lexicon/units.ts';
import type { Meaning } from './Meaning.ts';
import { resolveMarkers } from './resolveMarkers.ts';
import type { ValueEvidence } from './valueEvidence.ts';

/** A header as read by itself, with the values below it. */
export interface ReadColumn {
  readonly meaning: Meaning;
  readonly evidence: ValueEvidence;
}

/** What a list holds, judged by all its headers. */
interface Surroundings {
  readonly columns: readonly ReadColumn[];
  has(unit: Unit): boolean;
  /** Whether it has columns that only lists of companies have. */
  readonly isCompanyList: boolean;
}

const COMPANY_SIGNS: readonly Unit[] = [
  'org-number',
  'vat-number',
  'industry',
  'industry-code',
  'employee-count',
  'revenue',
  'payment-terms',
  'supplier-number',
  'legal-form',
  'contact-name',
  'our-reference',
  'your-reference',
  'tax-number',
  'giro',
  'credit-limit',
];
const PEOPLE_SIGNS: readonly Unit[] = ['birth-date', 'gender', 'national-id'];
const PLACES: readonly Unit[] = [
  'city',
  'postal-code',
  'country',
  'street',
  'address',
  'postal-place',
];

/**
 * Settles words that mean different things in different company: `Name` beside `First name` is the last name, beside
 * `Contact person` the company's; a second `City` after `Delivery street` is the delivery city.
 */
export function resolveContext(columns: readonly ReadColumn[]): readonly Meaning[] {
  const meanings = inheritAddressKinds(resolveMarkers(columns.map(({ meaning }) => meaning)));
  const settled = columns.map(({ evidence }, index) => ({
    meaning: meanings[index] as Meaning,
    evidence,
  }));
  const has = (unit: Unit): boolean =>
    settled.some(({ meaning }) => meaning.content.includes(unit));
  const surroundings = { columns: settled, has, isCompanyList: COMPANY_SIGNS.some(has) };
  return settled.map(({ meaning }, index) => {
    const unit = resolveUnit(index, surroundings);
    return unit === null ? meaning : { ...meaning, content: [unit] };
  });
}

/** What a doubtful word means here; null when there is no doubt. */
function resolveUnit(index: number, around: Surroundings): Unit | null {
  const { meaning } = around.columns[index] as ReadColumn;
  const unit = meaning.content[0];
  if (meaning.content.length !== 1 || meaning.words.length > 0) return null;
  if (unit === 'name' || unit === 'customer-name') return resolveName(unit, index, around);
  if (unit === 'title') return resolveTitle(index, around);
  if (unit === 'supplier-name' && around.has('product')) return 'product';
  if (unit === 'state' && meaning.qualifiers.length === 0) return resolveState(around);
  if (unit === 'owner' && around.has('assistant')) return 'manager';
  if (unit === 'birth-date' && around.has('month') && around.has('year')) return 'birth';
  return null;
}

function resolveName(unit: 'name' | 'customer-name', index: number, around: Surroundings): Unit {
  const { has } = around;
  const { meaning, evidence } = around.columns[index] as ReadColumn;
  if (evidence.companyName > 0.3) return 'company-name';
  if (unit === 'name' && isFirst(unit, index, around)) {
    if (has('first-name') && !has('last-name')) return 'last-name';
    if (has('last-name') && !has('first-name')) return 'first-name';
  }
  // An order is called `#1001` beside the name that is billed.
  if (isBilled(around) && meaning.qualifiers.length === 0) return 'order-number';
  if (has('company-name') || isShop(around)) return 'full-name';
  return isNamedCompany(around) ? 'company-name' : 'full-name';
}

/** Whether a list that names nothing else names companies. */
function isNamedCompany({ has, isCompanyList }: Surroundings): boolean {
  if (has('first-name') && has('last-name')) return isCompanyList;
  if (PEOPLE_SIGNS.some(has) && !has('org-number') && !has('contact-name')) return false;
  return isCompanyList || has('full-name') || has('customer-number');
}

function isBilled({ columns }: Surroundings): boolean {
  return columns.some(
    ({ meaning: { content, qualifiers } }) =>
      content[0] === 'name' && qualifiers.includes('billing'),
  );
}

/** Lists of payments and orders are of people, even when some of them have a VAT number. */
function isShop({ columns }: Surroundings): boolean {
  const sales = columns.filter(({ meaning }) =>
    meaning.content.some((unit) => unit === 'payment' || unit === 'order'),
  );
  return sales.length > 2;
}

/** Mr or managing director: before a name, or beside another job title, it is the former. */
function resolveTitle(index: number, around: Surroundings): Unit | null {
  const { evidence } = around.columns[index] as ReadColumn;
  if (evidence.count > 0) return evidence.salutation > 0.5 ? 'salutation' : null;
  if (around.has('salutation')) return 'job-title';
  const isRepeated = around.columns.some(
    ({ meaning }, other) => other !== index && meaning.content[0] === 'title',
  );
  if (isRepeated) return isFirst('title', index, around) ? 'salutation' : 'job-title';
  const next = around.columns[index + 1]?.meaning.content[0];
  return around.has('job-title') || next === 'first-name' ? 'salutation' : null;
}

/** A part of the address, or how far things have come. */
function resolveState({ has }: Surroundings): Unit {
  return !has('region') && PLACES.some(has) ? 'region' : 'status';
}

function isFirst(unit: Unit, index: number, { columns }: Surroundings): boolean {
  return columns.findIndex(({ meaning }) => isOnly(unit, meaning)) === index;
}

function isOnly(unit: Unit, { content, words }: Meaning): boolean {
  return content.length === 1 && content[0] === unit && words.length === 0;
}
