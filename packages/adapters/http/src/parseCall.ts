import type {
  FieldType,
  LookupRequest,
  NewField,
  Operation,
  SettingValue,
  Value,
  WriteBatch,
} from '@importera/engine';
import type { Call, CallRequest, SentContext } from './protocol.ts';
import { RequestError } from './RequestError.ts';

export interface ParseLimits {
  /** Keys of a lookup, operations of a write. */
  readonly maxItems: number;
}

/**
 * A request's body checked and copied, so that nothing else of it reaches the adapter.
 * @throws RequestError 400 that names the member which is wrong, e.g. `batch.operations[3].action`.
 */
export function parseCall<Name extends Call>(
  call: Name,
  body: unknown,
  limits: ParseLimits,
): CallRequest[Name] {
  const read = READERS[call] as (body: Given, limits: ParseLimits) => CallRequest[Name];
  return read({ at: 'body', value: body }, limits);
}

/** A value with where it stands, for the message. */
interface Given {
  readonly at: string;
  readonly value: unknown;
}

const READERS: {
  readonly [Name in Call]: (body: Given, limits: ParseLimits) => CallRequest[Name];
} = {
  lookup: (body, limits) => ({
    context: context(body),
    request: lookupRequest(member(body, 'request'), limits),
  }),
  write: (body, limits) => ({
    context: context(body),
    batch: writeBatch(member(body, 'batch'), limits),
  }),
  fields: (body) => ({ context: context(body), entity: text(member(body, 'entity')) }),
  'create-field': (body) => ({ context: context(body), field: newField(member(body, 'field')) }),
  undo: (body) => ({ context: context(body), importId: text(member(body, 'importId')) }),
};

function context(body: Given): SentContext {
  const given = member(body, 'context');
  const kind = member(given, 'kind');
  return {
    importId: shortText(member(given, 'importId')),
    settings: entries(member(given, 'settings'), value) as Readonly<Record<string, SettingValue>>,
    ...(kind.value !== undefined && { kind: shortText(kind) }),
  };
}

function lookupRequest(given: Given, { maxItems }: ParseLimits): LookupRequest {
  const fields = list(member(given, 'fields'), 100).map(text);
  const keys = list(member(given, 'keys'), maxItems).map((key) => {
    const parts = list(key, 100).map(value);
    return parts.length === fields.length
      ? parts
      : wrong(key, `one part for each of ${fields.length} fields`);
  });
  const request = { entity: text(member(given, 'entity')), fields, keys };
  const parents = member(given, 'parentIds');
  if (parents.value === undefined) return request;
  const parentIds = list(parents, maxItems).map(textOrNull);
  return parentIds.length === keys.length
    ? { ...request, parentIds }
    : wrong(parents, 'one parent for each key');
}

function writeBatch(given: Given, { maxItems }: ParseLimits): WriteBatch {
  const allOrNothing = member(given, 'allOrNothing');
  return {
    id: text(member(given, 'id')),
    operations: list(member(given, 'operations'), maxItems).map(operation),
    ...(allOrNothing.value === undefined ? {} : { allOrNothing: flag(allOrNothing) }),
  };
}

function operation(given: Given): Operation {
  const references = member(given, 'references');
  return {
    row: whole(member(given, 'row')),
    entity: text(member(given, 'entity')),
    action: oneOf(member(given, 'action'), ['create', 'update']),
    record: whole(member(given, 'record')),
    id: textOrNull(member(given, 'id')),
    parentId: textOrNull(member(given, 'parentId')),
    parentRecord: wholeOrNull(member(given, 'parentRecord')),
    values: entries(member(given, 'values'), value),
    ...(references.value === undefined ? {} : { references: entries(references, whole) }),
  };
}

const FIELD_TYPES = [
  'text',
  'number',
  'date',
  'boolean',
  'email',
  'phone',
  'url',
  'choice',
  'reference',
  'id',
] as const satisfies readonly FieldType[];

function newField(given: Given): NewField {
  return {
    entity: text(member(given, 'entity')),
    field: text(member(given, 'field')),
    label: text(member(given, 'label')),
    type: oneOf(member(given, 'type'), FIELD_TYPES),
  };
}

function member(given: Given, key: string): Given {
  const at = given.at === 'body' ? key : `${given.at}.${key}`;
  const object = asObject(given);
  return { at, value: Object.hasOwn(object, key) ? object[key] : undefined };
}

function asObject(given: Given): Readonly<Record<string, unknown>> {
  const { value } = given;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong(given, 'an object');
  return value as Readonly<Record<string, unknown>>;
}

/** Members of any name, `__proto__` too, as the result's own. */
function entries<Item>(given: Given, read: (given: Given) => Item): Readonly<Record<string, Item>> {
  const object = Object.entries(asObject(given));
  return Object.fromEntries(
    object.map(([key, item]) => [key, read({ at: `${given.at}.${key}`, value: item })]),
  );
}

function list(given: Given, most: number): readonly Given[] {
  const { at, value } = given;
  if (!Array.isArray(value)) return wrong(given, 'a list');
  if (value.length > most)
    throw new RequestError(413, `${at} holds ${value.length} items; at most ${most} are taken.`);
  return value.map((item, index) => ({ at: `${at}[${index}]`, value: item as unknown }));
}

function value(given: Given): Value {
  const { value: raw } = given;
  if (
    raw === null ||
    typeof raw === 'string' ||
    typeof raw === 'boolean' ||
    typeof raw === 'number'
  )
    return raw;
  return Array.isArray(raw)
    ? list(given, 10_000).map(anyText)
    : wrong(given, 'a text, number, boolean, null or a list of texts');
}

function anyText(given: Given): string {
  return typeof given.value === 'string' ? given.value : wrong(given, 'a text');
}

/** A plan is made before its import has an id: then it is empty. */
function shortText(given: Given): string {
  return given.value === '' ? '' : text(given);
}

function text(given: Given): string {
  const content = anyText(given);
  return content !== '' && content.length <= 1000
    ? content
    : wrong(given, 'a text of 1 to 1,000 characters');
}

function textOrNull(given: Given): string | null {
  return given.value === null ? null : text(given);
}

function whole(given: Given): number {
  const { value: raw } = given;
  return typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0
    ? raw
    : wrong(given, 'a whole number');
}

function wholeOrNull(given: Given): number | null {
  return given.value === null ? null : whole(given);
}

function flag(given: Given): boolean {
  return typeof given.value === 'boolean' ? given.value : wrong(given, 'true or false');
}

function oneOf<const Option extends string>(given: Given, options: readonly Option[]): Option {
  return (
    options.find((option) => option === given.value) ?? wrong(given, `one of ${options.join(', ')}`)
  );
}

function wrong({ at }: Given, expected: string): never {
  throw new RequestError(400, `${at} must be ${expected}.`);
}
