import { choiceOptions } from '../schema/choiceOptions.ts';
import type { ChoiceField } from '../schema/Schema.ts';
import { type CellConverter, type CellIssue, type Converted, unreadable } from './CellConverter.ts';
import { composed } from './cleanCell.ts';
import { foldText } from './foldText.ts';

/** What a text means: an option's value, null to leave it out, undefined where it is no option. */
export type ChoiceLookup = (text: string) => string | null | undefined;

/**
 * Options by value, label or alias. The user's own decisions (`values`) come first; then case does not count, and
 * accents do not count where only one option fits without them.
 */
export function choiceConverter(
  field: ChoiceField,
  values: ReadonlyMap<string, string | null>,
): CellConverter {
  const lookup = choiceLookup(field, values);
  if (field.multiple === true) return (text) => convertSeveral(text, field, lookup);
  return (text) => {
    const value = lookup(text);
    if (value !== undefined) return value;
    return field.open === true ? composed(text) : unreadable('choice-unknown', text);
  };
}

/** Finds the option a text means; see `choiceConverter`. */
export function choiceLookup(
  field: ChoiceField,
  values: ReadonlyMap<string, string | null>,
): ChoiceLookup {
  const exact = new Map<string, string>();
  const folded = new Map<string, string | undefined>();
  const names = choiceOptions(field.options).map(
    ({ value, label, aliases = [] }) => [value, [value, label, ...aliases]] as const,
  );
  for (const [value, all] of names) {
    for (const name of all) {
      if (!exact.has(lower(name))) exact.set(lower(name), value);
      const known = folded.has(foldText(name)) && folded.get(foldText(name)) !== value;
      folded.set(foldText(name), known ? undefined : value);
    }
  }
  return (text) => {
    const decided = values.get(text);
    return decided === undefined ? (exact.get(lower(text)) ?? folded.get(foldText(text))) : decided;
  };
}

/** Unknown parts told of one cell: a cell of prose is no list of choices. */
const MOST_UNKNOWN = 20;

function convertSeveral(text: string, field: ChoiceField, lookup: ChoiceLookup): Converted {
  // An option may hold a comma itself.
  const whole = lookup(text);
  if (whole !== undefined) return whole === null ? null : [whole];
  // By lower case: `zed;ZED` is one new value, spelled as it stands first.
  const found = new Map<string, string>();
  const unknown: string[] = [];
  for (const part of splitChoices(text)) {
    const value = lookup(part);
    if (typeof value === 'string') found.set(value, value);
    else if (value === undefined && field.open === true) addNew(found, part);
    else if (value === undefined) unknown.push(part);
  }
  if (unknown.length === 0) return found.size === 0 ? null : [...found.values()];
  return { value: null, issues: unknown.slice(0, MOST_UNKNOWN).map(unknownPart) };
}

function addNew(found: Map<string, string>, part: string): void {
  const key = lower(part);
  // Apart from the options, whose values count letter by letter.
  if (!found.has(`\n${key}`)) found.set(`\n${key}`, composed(part));
}

function unknownPart(part: string): CellIssue {
  return { code: 'choice-unknown', severity: 'error', params: { value: part } };
}

/**
 * The parts of a cell with several choices. The strongest sign in it separates: a line break, `;`, `|`, then `,`; so
 * `Malmö, Sweden; Oslo, Norway` is two. Between double quotes nothing separates.
 */
export function splitChoices(text: string): readonly string[] {
  const bare = text.replace(/"(?:[^"]|"")*"/gu, '');
  const separator = ['\n', ';', '|', ','].find((sign) => bare.includes(sign)) ?? '\n';
  const pattern = new RegExp(
    `((?:"(?:[^"]|"")*"|[^${separator}])*)(?:${separator === '|' ? '\\|' : separator}|$)`,
    'gu',
  );
  return [...text.matchAll(pattern)]
    .map(([, part = '']) => unquoted(part.trim()))
    .filter((part) => part !== '');
}

function unquoted(part: string): string {
  return /^".*"$/su.test(part) && part.length > 1
    ? part.slice(1, -1).replaceAll('""', '"').trim()
    : part;
}

function lower(text: string): string {
  return composed(text).toLowerCase().replace(/\s+/gu, ' ').trim();
}
