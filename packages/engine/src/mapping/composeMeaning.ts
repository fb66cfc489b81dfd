import { ALONE, COMPOSITIONS } from './lexicon/compositions.ts';
import { UNITS } from './lexicon/units.ts';
import type { Unit } from './lexicon/units.ts';
import type { Meaning } from './Meaning.ts';
import type { HeaderPart } from './readUnits.ts';

/** Things that have numbered parts: `Address 1 - City`, `Organization 2 - Name`. */
const GROUPS: ReadonlySet<Unit> = new Set<Unit>([
  'address',
  'company',
  'contact',
  'person',
  'participant',
]);
const OF_AN_ADDRESS: ReadonlySet<Unit> = new Set<Unit>([
  'first-name',
  'last-name',
  'full-name',
  'contact-name',
  'company-name',
  'phone',
  'mobile',
  'fax',
]);
const ADDRESS_LINES: ReadonlySet<Unit> = new Set<Unit>(['address', 'street', 'line']);
/** Longest first, so that `company + registered + number` is not taken for `company + number`. */
const RULES = [...COMPOSITIONS].sort((a, b) => b.length - a.length);
/** Positions of the rules by their first part. */
const RULES_BY_PART: ReadonlyMap<Unit, readonly number[]> = indexRules();
/** A number beyond this is no counter but part of a name. */
const MAX_ORDINAL = 20;

/** What the parts of a header mean together. */
export function composeMeaning(parts: readonly HeaderPart[]): Meaning {
  const units = new Set<Unit>();
  const words: string[] = [];
  let ordinal = 1;
  let group = 1;
  parts.forEach((part, index) => {
    if (part.kind === 'word') words.push(part.word);
    else if (part.kind === 'unit') units.add(part.unit);
    else if (part.value > MAX_ORDINAL) words.push(String(part.value));
    else if (countsGroup(parts, index)) group = Math.max(1, part.value);
    else ordinal = Math.max(1, part.value);
  });
  for (const unit of units) if (UNITS[unit] === 'filler') units.delete(unit);
  if (isLabelOfOne(parts)) units.clear();
  const line = addressLine(units, ordinal);
  if (line !== null) {
    for (const unit of ADDRESS_LINES) units.delete(unit);
    units.add(line);
    ordinal = 1;
  }
  compose(units);
  if (words.length === 0) standAlone(units);
  return { ...sortRoles(units), words, ordinal, group };
}

/** A number belongs to the thing before it when a part of that thing follows. */
function countsGroup(parts: readonly HeaderPart[], index: number): boolean {
  const before = parts[index - 1];
  if (before?.kind !== 'unit' || !GROUPS.has(before.unit)) return false;
  return parts
    .slice(index + 1)
    .some((part) => part.kind === 'unit' && UNITS[part.unit] === 'specific');
}

/** `Phone 1 - Type` says what kind of phone the first one is. */
function isLabelOfOne(parts: readonly HeaderPart[]): boolean {
  const last = parts.at(-1);
  if (last?.kind !== 'unit' || (last.unit !== 'type' && last.unit !== 'tags')) return false;
  return parts.length > 2 && parts.at(-2)?.kind === 'ordinal';
}

function addressLine(units: ReadonlySet<Unit>, ordinal: number): Unit | null {
  if (ordinal < 2 || ![...ADDRESS_LINES].some((unit) => units.has(unit))) return null;
  if (units.has('email') || units.has('website')) return null;
  return ordinal === 2 ? 'address-line-2' : 'address-line-3';
}

function compose(units: Set<Unit>): void {
  for (let changed = true; changed;) {
    changed = false;
    const rule = findRule(units);
    if (rule) {
      const [result, ...parts] = rule;
      for (const part of parts) units.delete(part);
      units.add(result);
      changed = true;
    }
  }
  // `Kontaktperson fornavn` is about the first name: the contact only says whose.
  if (units.has('contact-name') && [...units].some(isOfContact)) {
    units.delete('contact-name');
    units.add('contact');
  }
  if (units.has('post') && units.has('address')) {
    units.delete('post');
    units.add('mailing');
  }
  dropAddressPrefix(units);
}

/** The first rule, in their order, whose parts are all there. */
function findRule(units: ReadonlySet<Unit>): (typeof RULES)[number] | undefined {
  if (units.size < 2) return undefined;
  let first = RULES.length;
  for (const unit of units) {
    for (const at of RULES_BY_PART.get(unit) ?? []) {
      if (at >= first) break;
      if (RULES[at]?.slice(1).every((part) => units.has(part))) first = at;
    }
  }
  return RULES[first];
}

function standAlone(units: Set<Unit>): void {
  const [only] = units;
  if (units.size === 1 && (only === 'direct' || only === 'switchboard')) units.add('phone');
  if (units.size === 1 && only === 'seat') units.add('address');
  const alone = only === undefined || units.size > 1 ? undefined : ALONE[only];
  if (only === undefined || alone === undefined) return;
  units.delete(only);
  units.add(alone);
}

/** `Default address phone` is a phone. */
function dropAddressPrefix(units: Set<Unit>): void {
  const isOfAddress = [...units].some((unit) => OF_AN_ADDRESS.has(unit));
  if (isOfAddress) units.delete('address');
  // `Billing company`, `Billing address: Company`.
  const content = [...units].filter((unit) => UNITS[unit] !== 'qualifier' && unit !== 'address');
  const isPrefix = units.has('billing') || units.has('shipping') || units.has('primary');
  if (content.length === 0 && units.has('company') && isPrefix) {
    units.delete('company');
    units.delete('address');
    units.add('company-name');
  }
}

function isOfContact(unit: Unit): boolean {
  return unit !== 'contact-name' && UNITS[unit] === 'specific';
}

function sortRoles(units: ReadonlySet<Unit>): Pick<Meaning, 'content' | 'qualifiers'> {
  const content: Unit[] = [];
  const qualifiers: Unit[] = [];
  for (const unit of units) {
    if (UNITS[unit] === 'qualifier') qualifiers.push(unit);
    else content.push(unit);
  }
  return { content, qualifiers };
}

function indexRules(): ReadonlyMap<Unit, readonly number[]> {
  const index = new Map<Unit, number[]>();
  RULES.forEach(([, part], at) => {
    if (part === undefined) return;
    const known = index.get(part);
    if (known) known.push(at);
    else index.set(part, [at]);
  });
  return index;
}
