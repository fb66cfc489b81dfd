import { ImportError } from '../issue/ImportError.ts';
import type {
  CellEdit,
  ColumnFormat,
  ColumnTarget,
  FieldDefault,
  WritePolicy,
} from '../mapping/Mapping.ts';
import type { ImportPolicy } from '../plan/Plan.ts';
import type { SettingValue } from '../schema/Schema.ts';
import type { ReadOptions } from '../source/Source.ts';

/** What a recipe file says about one column, named by its position or its header. */
export interface ColumnRecipe {
  readonly column?: number;
  readonly header?: string;
  readonly target?: ColumnTarget | null;
  readonly match?: boolean;
  readonly write?: WritePolicy;
  readonly clear?: boolean;
  readonly format?: ColumnFormat;
  readonly values?: readonly (readonly [string, string | null])[];
}

/** A recipe as a person writes it: whatever it leaves out is suggested or default. */
export interface RecipeDraft {
  readonly kind?: string;
  readonly read?: ReadOptions;
  readonly columns?: readonly ColumnRecipe[];
  readonly defaults?: readonly FieldDefault[];
  readonly policy?: Partial<ImportPolicy>;
  readonly settings?: Readonly<Record<string, SettingValue>>;
  readonly edits?: readonly CellEdit[];
  readonly excluded?: readonly number[];
}

/**
 * Reads a recipe from JSON. A target may be written short: `"contact.email"`, `"ignore"`.
 * @throws {ImportError} `recipe-invalid`, naming the place in the JSON and what belongs there.
 */
export function parseRecipe(json: unknown): RecipeDraft {
  const recipe = record(json, 'the recipe');
  if (recipe['version'] !== undefined && recipe['version'] !== 1) {
    fail('version', 'must be 1: this recipe was made by a newer version; update importera');
  }
  only(recipe, '', [
    '$schema',
    'version',
    'kind',
    'read',
    'columns',
    'defaults',
    'policy',
    'settings',
    'edits',
    'excluded',
  ]);
  return defined({
    kind: optional(recipe, 'kind', text),
    read: optional(recipe, 'read', parseRead),
    columns: optional(recipe, 'columns', listOf(parseColumn)),
    defaults: optional(recipe, 'defaults', listOf(parseDefault)),
    policy: optional(recipe, 'policy', parsePolicy),
    settings: optional(recipe, 'settings', parseSettings),
    edits: optional(recipe, 'edits', listOf(parseEdit)),
    excluded: optional(recipe, 'excluded', listOf(integer)),
  });
}

type Json = Readonly<Record<string, unknown>>;
type Parse<T> = (value: unknown, path: string) => T;

function parseRead(value: unknown, path: string): ReadOptions {
  const read = record(value, path);
  only(read, path, ['sheet', 'encoding', 'delimiter', 'quote', 'headerRow', 'skipRows']);
  return defined({
    sheet: optional(read, 'sheet', text, path),
    encoding: optional(read, 'encoding', text, path),
    delimiter: optional(read, 'delimiter', text, path),
    quote: optional(read, 'quote', text, path),
    headerRow: optional(read, 'headerRow', parseHeaderRow, path),
    skipRows: optional(read, 'skipRows', integer, path),
  });
}

function parseHeaderRow(value: unknown, path: string): number | null | 'auto' {
  return value === null || value === 'auto' ? value : integer(value, path);
}

function parseColumn(value: unknown, path: string): ColumnRecipe {
  const column = record(value, path);
  only(column, path, ['column', 'header', 'target', 'match', 'write', 'clear', 'format', 'values']);
  if (column['column'] === undefined && column['header'] === undefined) {
    fail(path, 'must name its column: "column" (0 for the first) or "header"');
  }
  return defined({
    column: optional(column, 'column', integer, path),
    header: optional(column, 'header', text, path),
    target: optional(column, 'target', parseTarget, path),
    match: optional(column, 'match', truth, path),
    write: optional(column, 'write', oneOf('overwrite', 'if-empty', 'append', 'never'), path),
    clear: optional(column, 'clear', truth, path),
    format: optional(column, 'format', parseFormat, path),
    values: optional(column, 'values', listOf(parsePair), path),
  });
}

function parseTarget(value: unknown, path: string): ColumnTarget | null {
  if (value === null) return null;
  if (value === 'ignore') return { kind: 'ignore' };
  if (typeof value === 'string') return parseShortTarget(value, path);
  const target = record(value, path);
  only(target, path, ['kind', 'entity', 'field', 'label', 'type']);
  const kind = oneOf('field', 'ignore', 'new-field')(target['kind'], `${path}.kind`);
  if (kind === 'ignore') return { kind };
  const entity = text(target['entity'], `${path}.entity`);
  const field = text(target['field'], `${path}.field`);
  if (kind === 'field') return { kind, entity, field };
  const type = oneOf(
    'text',
    'number',
    'date',
    'boolean',
    'email',
    'phone',
    'url',
  )(target['type'] ?? 'text', `${path}.type`);
  return { kind, entity, field, label: text(target['label'] ?? field, `${path}.label`), type };
}

function parseShortTarget(value: string, path: string): ColumnTarget {
  const dot = value.indexOf('.');
  if (dot < 1 || dot === value.length - 1) fail(path, 'must be "entity.field" or "ignore"');
  return { kind: 'field', entity: value.slice(0, dot), field: value.slice(dot + 1) };
}

function parseFormat(value: unknown, path: string): ColumnFormat {
  const format = record(value, path);
  only(format, path, ['dateOrder', 'decimal']);
  return defined({
    dateOrder: optional(format, 'dateOrder', oneOf('dmy', 'mdy', 'ymd'), path),
    decimal: optional(format, 'decimal', oneOf('.', ','), path),
  });
}

function parsePair(value: unknown, path: string): readonly [string, string | null] {
  if (!Array.isArray(value) || value.length !== 2) fail(path, 'must be a pair: [text, value]');
  const [from, to] = value as readonly unknown[];
  return [text(from, `${path}[0]`), to === null ? null : text(to, `${path}[1]`)];
}

function parseDefault(value: unknown, path: string): FieldDefault {
  const given = record(value, path);
  only(given, path, ['entity', 'field', 'value', 'fixed']);
  return {
    entity: text(given['entity'], `${path}.entity`),
    field: text(given['field'], `${path}.field`),
    value: text(given['value'], `${path}.value`),
    ...(optional(given, 'fixed', truth, path) === true && { fixed: true as const }),
  };
}

function parsePolicy(value: unknown, path: string): Partial<ImportPolicy> {
  const policy = record(value, path);
  only(policy, path, ['mode', 'ambiguous', 'allOrNothing']);
  return defined({
    mode: optional(policy, 'mode', oneOf('create-and-update', 'create', 'update'), path),
    ambiguous: optional(policy, 'ambiguous', oneOf('create', 'skip'), path),
    allOrNothing: optional(policy, 'allOrNothing', truth, path),
  });
}

function parseSettings(value: unknown, path: string): Readonly<Record<string, SettingValue>> {
  const settings = record(value, path);
  for (const [key, setting] of Object.entries(settings)) {
    const isPlain = setting === null || ['string', 'number', 'boolean'].includes(typeof setting);
    const isTexts = Array.isArray(setting) && setting.every((item) => typeof item === 'string');
    if (!isPlain && !isTexts)
      fail(`${path}.${key}`, 'must be a text, number, true/false, null or a list of texts');
  }
  return settings as Readonly<Record<string, SettingValue>>;
}

function parseEdit(value: unknown, path: string): CellEdit {
  const edit = record(value, path);
  only(edit, path, ['row', 'column', 'value']);
  return {
    row: integer(edit['row'], `${path}.row`),
    column: integer(edit['column'], `${path}.column`),
    value: text(edit['value'], `${path}.value`),
  };
}

function fail(path: string, problem: string): never {
  throw new ImportError('recipe-invalid', `The recipe does not fit: ${path} ${problem}.`, {
    params: { path, problem },
  });
}

function record(value: unknown, path: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  return fail(path, 'must be an object');
}

/** A misspelt member would be left out in silence. */
function only(json: Json, path: string, members: readonly string[]): void {
  const other = Object.keys(json).find((member) => !members.includes(member));
  if (other === undefined) return;
  const place = path === '' ? other : `${path}.${other}`;
  fail(place, `is not known here; there are ${members.join(', ')}`);
}

const text: Parse<string> = (value, path) =>
  typeof value === 'string' ? value : fail(path, 'must be a text');

const truth: Parse<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : fail(path, 'must be true or false');

const integer: Parse<number> = (value, path) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : fail(path, 'must be a whole number from 0 on');

function oneOf<const T extends string>(...allowed: readonly T[]): Parse<T> {
  return (value, path) =>
    allowed.includes(value as T)
      ? (value as T)
      : fail(path, `must be one of ${allowed.join(', ')}`);
}

function listOf<T>(parse: Parse<T>): Parse<readonly T[]> {
  return (value, path) =>
    Array.isArray(value)
      ? value.map((item, index) => parse(item, `${path}[${index}]`))
      : fail(path, 'must be a list');
}

function optional<T>(json: Json, key: string, parse: Parse<T>, path = ''): T | undefined {
  const value = json[key];
  return value === undefined ? undefined : parse(value, path === '' ? key : `${path}.${key}`);
}

/** Leaves out what was not given, so that `exactOptionalPropertyTypes` holds. */
function defined<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}
