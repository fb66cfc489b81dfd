import type { Unit } from './lexicon/units.ts';
import type { Meaning } from './Meaning.ts';
import type { ValueEvidence } from './valueEvidence.ts';

/** A header as read by itself, with the values below it. */
export interface ReadColumn {
  readonly meaning: Meaning;
  readonly evidence: ValueEvidence;
}

const ADDRESS_PARTS: ReadonlySet<Unit> = new Set<Unit>([
  'address',
  'street',
  'house-number',
  'address-line-2',
  'address-line-3',
  'po-box',
  'care-of',
  'postal-code',
  'city',
  'region',
  'country',
  'country-code',
  'postal-place',
]);
const ADDRESS_KINDS: ReadonlySet<Unit> = new Set<Unit>([
  'billing',
  'shipping',
  'mailing',
  'visiting',
  'home',
  'work',
]);
/** Columns that only lists of companies have. */
const COMPANY_SIGNS: readonly Unit[] = [
  'org-number',
  'vat-number',
  'industry',
  'employee-count',
  'revenue',
  'payment-terms',
  'customer-number',
  'supplier-number',
  'legal-form',
  'contact-name',
  'our-reference',
  'your-reference',
  'tax-number',
  'giro',
  'credit-limit',
];

/**
 * Settles words that mean different things in different company: `Name` beside `First name` is the last name,
 * beside `Contact person` the company's; a second `City` after `Delivery street` is the delivery city.
 */
export function resolveContext(columns: readonly ReadColumn[]): readonly Meaning[] {
  const has = (unit: Unit): boolean =>
    columns.some(({ meaning }) => meaning.content.includes(unit));
  const isCompanyList = COMPANY_SIGNS.some(has);
  const carried = carryAddressKinds(columns.map(({ meaning }) => meaning));
  return columns.map(({ evidence }, index) => {
    const meaning = carried[index] as Meaning;
    const only =
      meaning.content.length === 1 && meaning.words.length === 0 ? meaning.content[0] : null;
    if (only === 'name' || only === 'customer-name') {
      return { ...meaning, content: [nameOf(only, evidence, has, isCompanyList)] };
    }
    if (only === 'title' && (has('job-title') || evidence.salutation > 0.5)) {
      return { ...meaning, content: ['salutation'] };
    }
    return meaning;
  });
}

function nameOf(
  unit: 'name' | 'customer-name',
  evidence: ValueEvidence,
  has: (unit: Unit) => boolean,
  isCompanyList: boolean,
): Unit {
  if (evidence.companyName > 0.3) return 'company-name';
  if (has('first-name') && !has('last-name') && unit === 'name') return 'last-name';
  if (has('company-name')) return 'full-name';
  if (has('first-name') && has('last-name')) return isCompanyList ? 'company-name' : 'full-name';
  if (has('full-name') || isCompanyList) return 'company-name';
  return 'full-name';
}

/** Gives an address part that stands twice the kind of the address it follows. */
function carryAddressKinds(meanings: readonly Meaning[]): readonly Meaning[] {
  const counts = new Map<Unit, number>();
  for (const { content, qualifiers } of meanings) {
    const part = content[0];
    if (part && ADDRESS_PARTS.has(part) && !qualifiers.some((unit) => ADDRESS_KINDS.has(unit))) {
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
  }
  let current: Unit | null = null;
  return meanings.map((meaning) => {
    const part = meaning.content.find((unit) => ADDRESS_PARTS.has(unit));
    const kind = meaning.qualifiers.find((unit) => ADDRESS_KINDS.has(unit));
    if (kind) current = part || meaning.content.length === 0 ? kind : current;
    else if (!part) current = null;
    else if (current !== null && (counts.get(part) ?? 0) > 1) {
      return { ...meaning, qualifiers: [...meaning.qualifiers, current] };
    }
    return meaning;
  });
}
