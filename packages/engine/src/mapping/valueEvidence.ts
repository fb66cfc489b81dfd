import type { FieldType } from '../schema/Schema.ts';
import type { Unit } from './lexicon/units.ts';

/** What the values of a column look like; shares (0–1) of its filled samples. */
export interface ValueEvidence {
  readonly count: number;
  readonly email: number;
  readonly url: number;
  readonly date: number;
  readonly number: number;
  /** Digits, and little else but `+ - ( ) / .` and spaces. */
  readonly phone: number;
  readonly digits: number;
  readonly companyName: number;
  readonly salutation: number;
}

/** What a field expects of the values of its column. */
export type ValueKind = 'email' | 'url' | 'date' | 'phone' | 'digits' | 'name' | 'any';

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}$/;
const URL = /^(https?:\/\/|www\.)\S+$|^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,6}(\/\S*)?$/i;
const DATE =
  /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([ T].*)?$|^\d{1,2}[. ]+\p{L}{3,}\.?[ ,]+\d{2,4}|^\p{L}{3,9} \d{1,2},? (19|20)\d{2}$|^--\d{2}-\d{2}$|^(19|20)\d{6}$|^(19|20)\d{2}$/u;
const NUMBER = /^[-+]?[\d\s.,'’]+\s?([%€$£]|[a-z]{2,3})?$|^\d+\s?[-–]\s?\d+$/iu;
const PHONE = /^\+?[\d\s()./-]{5,}$/;
const COMPANY =
  /(^|[\s,.])(ab|aps|a\/s|as|asa|hb|kb|oy|oyj|ky|gmbh|mbh|ag|kg|e\.k|ohg|inc|llc|ltd|limited|corp|plc|sarl|sas|sa|s\.?r\.?l|spa|s\.?p\.?a|bv|b\.v|nv|n\.v|srl|sp\.? ?z ?o\.?o|lda|pty|ou|oü|uab|sia|s\.?l|group|holding|company|co|solutions|consulting|förening|stiftelsen)\.?$/i;
const SALUTATION =
  /^(mr|mrs|ms|miss|mx|dr|prof|herr|frau|hr|fr|fru|m|mme|mlle|monsieur|madame|sr|sra|dhr|mevr|mw|de heer|mevrouw|pan|pani|dl|dna|d-l|d-na|sig|sig\.ra|dott|herra|rouva)\.?( dr\.?)?$/i;

/** Judges the samples of a column. */
export function valueEvidence(samples: readonly string[]): ValueEvidence {
  const filled = samples
    .map((sample) => sample.slice(0, 200).trim())
    .filter((sample) => sample !== '');
  const share = (fits: (text: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
  return {
    count: filled.length,
    email: share((text) => EMAIL.test(text)),
    url: share((text) => URL.test(text) && !EMAIL.test(text)),
    date: share((text) => DATE.test(text)),
    number: share((text) => /\d/.test(text) && NUMBER.test(text)),
    phone: share((text) => PHONE.test(text)),
    digits: share((text) => /\d/.test(text)),
    companyName: share((text) => COMPANY.test(text)),
    salutation: share((text) => SALUTATION.test(text)),
  };
}

const KIND_BY_UNIT: Readonly<Partial<Record<Unit, ValueKind>>> = {
  email: 'email',
  website: 'url',
  phone: 'phone',
  mobile: 'phone',
  fax: 'phone',
  'birth-date': 'date',
  'created-at': 'date',
  'updated-at': 'date',
  revenue: 'digits',
  'employee-count': 'digits',
  'postal-code': 'digits',
  'org-number': 'digits',
  'vat-number': 'digits',
  'national-id': 'digits',
  'first-name': 'name',
  'last-name': 'name',
  'middle-name': 'name',
  'full-name': 'name',
  'company-name': 'name',
  'contact-name': 'name',
  'customer-name': 'name',
  'job-title': 'name',
  city: 'name',
  region: 'name',
  country: 'name',
  gender: 'name',
  salutation: 'name',
  street: 'name',
  department: 'name',
};
const KIND_BY_TYPE: Readonly<Partial<Record<FieldType, ValueKind>>> = {
  email: 'email',
  url: 'url',
  date: 'date',
  number: 'digits',
  phone: 'phone',
};

/** Expectation of a field, by its type or, for text, by what its name means. */
export function expectedKind(type: FieldType, content: readonly Unit[]): ValueKind {
  const byType = KIND_BY_TYPE[type];
  if (byType) return byType;
  const only = content.length === 1 ? content[0] : undefined;
  return (only && KIND_BY_UNIT[only]) ?? 'any';
}

/** Factor (0–1) for a guess from the header: values that contradict it make it doubtful. */
export function valueFit(evidence: ValueEvidence, kind: ValueKind): number {
  if (evidence.count === 0 || kind === 'any') return 1;
  return CONTRADICTIONS[kind](evidence) ? CONTRADICTED : 1;
}

const CONTRADICTED = 0.5;
const CONTRADICTIONS: Readonly<
  Record<Exclude<ValueKind, 'any'>, (evidence: ValueEvidence) => boolean>
> = {
  email: ({ email }) => email === 0,
  url: ({ email, number, url }) => email > 0.5 || (number > 0.5 && url === 0),
  date: hasNoDigits,
  phone: hasNoDigits,
  digits: hasNoDigits,
  name: ({ email, date, number, url }) => email > 0.5 || date > 0.5 || number === 1 || url === 1,
};

function hasNoDigits({ digits, email }: ValueEvidence): boolean {
  return digits === 0 || email > 0;
}
