import { RELATIONS } from './lexicon/relations.ts';
import { UNITS } from './lexicon/units.ts';
import type { Unit } from './lexicon/units.ts';
import type { Meaning } from './Meaning.ts';

/** How near a column stays to a field when its header has one of these words too many. */
const QUALIFIER_FIT: Readonly<Partial<Record<Unit, number>>> = {
  primary: 0.97,
  customer: 0.98,
  contact: 0.97,
  company: 0.96,
  account: 0.97,
  person: 0.97,
  member: 0.97,
  participant: 0.97,
  lead: 0.97,
  student: 0.93,
  supplier: 0.95,
  work: 0.98,
  switchboard: 0.95,
  billing: 0.94,
  seat: 0.92,
  visiting: 0.92,
  mailing: 0.95,
  direct: 0.93,
  home: 0.88,
  shipping: 0.84,
  other: 0.7,
};
/** A field that asks for more than the header says (`Billing city` for `City`). */
const MISSING_QUALIFIER = 0.82;
/** Qualifiers of which one excludes the other. */
const PLACES: ReadonlySet<Unit> = new Set<Unit>([
  'billing',
  'shipping',
  'mailing',
  'visiting',
  'home',
  'work',
]);
/** Things whose meaning a qualifier does not change: a work phone is a phone. */
const REACHABLE: ReadonlySet<Unit> = new Set<Unit>([
  'first-name',
  'middle-name',
  'last-name',
  'full-name',
  'contact-name',
  'company-name',
  'customer-name',
  'name',
  'salutation',
  'job-title',
  'department',
  'email',
  'phone',
  'mobile',
  'fax',
  'website',
  'social-profile',
  'address',
  'full-address',
  'street',
  'house-number',
  'address-line-2',
  'care-of',
  'po-box',
  'postal-code',
  'city',
  'postal-place',
  'district',
  'municipality',
  'region',
  'country',
  'country-code',
  'birth-date',
  'gender',
  'national-id',
  'org-number',
  'vat-number',
  'tax-number',
  'language',
  'currency',
  'notes',
  'owner',
  'industry',
  'tags',
  'state',
  'occupation',
  'industry-code',
  'created-at',
  'employee-count',
  'revenue',
  'title',
]);
/** Names of anything: `Denumire clasă` is a class's. */
const NAMES: ReadonlySet<Unit> = new Set<Unit>([
  'company-name',
  'customer-name',
  'full-name',
  'contact-name',
]);
const CERTAIN = 0.96;

/**
 * How well a header fits a name of a field, 0–1. What the field is about must be there; what the header says beyond
 * it lowers the score by how much it changes the meaning.
 */
export function compareMeaning(header: Meaning, field: Meaning): number {
  const content = compareContent(header, field);
  if (content === 0) return 0;
  const words = compareWords(header, field);
  return (
    CERTAIN * content * words * compareQualifiers(header, field) * compareOrdinals(header, field)
  );
}

function compareContent(header: Meaning, field: Meaning): number {
  if (field.content.length === 0 && field.words.length === 0) return 0;
  let fit = 1;
  const used = new Set<Unit>();
  for (const unit of field.content) {
    const [match, certainty] = nearest(unit, header.content);
    if (match === null) {
      if (UNITS[unit] === 'specific' || field.content.length === 1) return 0;
      fit *= 0.45;
    } else {
      used.add(match);
      fit *= certainty;
    }
  }
  for (const unit of header.content) {
    if (!used.has(unit)) fit *= UNITS[unit] === 'other' ? 0.3 : 0.42;
  }
  return fit;
}

function nearest(unit: Unit, content: readonly Unit[]): readonly [Unit | null, number] {
  let match: Unit | null = null;
  let best = 0;
  for (const candidate of content) {
    const certainty = candidate === unit ? 1 : (RELATIONS[candidate]?.[unit] ?? 0);
    if (certainty > best) {
      best = certainty;
      match = candidate;
    }
  }
  return [match, best];
}

/** Words the lexicon does not know say little beside `email`, much beside a name, and everything beside `type`. */
function compareWords(header: Meaning, field: Meaning): number {
  const extra = header.words.filter((word) => !field.words.includes(word)).length;
  const missing = field.words.filter((word) => !header.words.includes(word)).length;
  if (field.content.length === 0 && missing === field.words.length) return 0;
  return foreignWordFit(header) ** extra * 0.5 ** missing;
}

function foreignWordFit({ content }: Meaning): number {
  if (!content.some((unit) => UNITS[unit] === 'specific')) return 0.4;
  return content.some((unit) => NAMES.has(unit)) ? 0.56 : 0.78;
}

function compareQualifiers(header: Meaning, field: Meaning): number {
  const extra = header.qualifiers.filter((unit) => !field.qualifiers.includes(unit));
  const missing = field.qualifiers.filter((unit) => !header.qualifiers.includes(unit));
  const reachable = field.content.some((unit) => REACHABLE.has(unit));
  let fit = 1;
  for (const unit of extra) fit *= reachable ? (QUALIFIER_FIT[unit] ?? 0.9) : 0.5;
  for (const unit of missing) {
    const isCounted = unit === 'other' && (header.ordinal > 1 || isAnother(header));
    fit *= isCounted ? 1 : MISSING_QUALIFIER;
  }
  if (extra.some((unit) => PLACES.has(unit)) && missing.some((unit) => PLACES.has(unit)))
    fit *= 0.6;
  return fit;
}

function compareOrdinals(header: Meaning, field: Meaning): number {
  const counted = field.ordinal === 1 && field.qualifiers.includes('other') ? 2 : field.ordinal;
  const asked = header.ordinal === 1 && header.qualifiers.includes('other') ? 2 : header.ordinal;
  const own = counted === asked ? 1 : counted === 2 && isAnother(header) ? 0.95 : 0.45;
  return header.group === field.group ? own : own * 0.5;
}

/** A private e-mail is the second one, beside that of the work. */
function isAnother({ qualifiers }: Meaning): boolean {
  return qualifiers.includes('home') || qualifiers.includes('other');
}
