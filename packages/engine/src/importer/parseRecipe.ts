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
import {
  anything,
  asObject,
  integer,
  listOf,
  misfit,
  objectOf,
  oneOf,
  orNull,
  text,
  truth,
  type JsonSchema,
  type RecipeShape,
} from './RecipeShape.ts';

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

const read = objectOf<ReadOptions>({
  sheet: text,
  encoding: text,
  delimiter: text,
  quote: text,
  headerRow: {
    schema: { anyOf: [{ type: 'null' }, { const: 'auto' }, integer.schema] },
    read: (value, path) => (value === null || value === 'auto' ? value : integer.read(value, path)),
  },
  skipRows: integer,
});

type Target<Kind extends ColumnTarget['kind']> = Extract<ColumnTarget, { readonly kind: Kind }>;

const TARGETS: { readonly [Kind in ColumnTarget['kind']]: RecipeShape<Target<Kind>> } = {
  field: objectOf<Target<'field'>>({ kind: oneOf('field'), entity: text, field: text }, [
    'kind',
    'entity',
    'field',
  ]),
  ignore: objectOf<Target<'ignore'>>({ kind: oneOf('ignore') }, ['kind']),
  'new-field': newField(),
};

function newField(): RecipeShape<Target<'new-field'>> {
  type Given = Omit<Target<'new-field'>, 'label' | 'type'> &
    Partial<Pick<Target<'new-field'>, 'label' | 'type'>>;
  const given = objectOf<Given>(
    {
      kind: oneOf('new-field'),
      entity: text,
      field: text,
      label: text,
      type: oneOf('text', 'number', 'date', 'boolean', 'email', 'phone', 'url'),
    },
    ['kind', 'entity', 'field'],
  );
  return {
    schema: given.schema,
    read(value, path) {
      const target = given.read(value, path);
      return { ...target, label: target.label ?? target.field, type: target.type ?? 'text' };
    },
  };
}

const kinds = Object.keys(TARGETS) as readonly ColumnTarget['kind'][];

const target: RecipeShape<ColumnTarget> = {
  schema: {
    anyOf: [
      { const: 'ignore' },
      { type: 'string', pattern: '^[^.]+\\.[\\s\\S]' },
      ...kinds.map((kind) => TARGETS[kind].schema),
    ],
  },
  read(value, path) {
    if (value === 'ignore') return { kind: 'ignore' };
    if (typeof value === 'string') return shortTarget(value, path);
    const kind = oneOf(...kinds).read(asObject(value, path)['kind'], `${path}.kind`);
    return TARGETS[kind].read(value, path);
  },
};

function shortTarget(value: string, path: string): ColumnTarget {
  const dot = value.indexOf('.');
  if (dot < 1 || dot === value.length - 1) misfit(path, 'must be "entity.field" or "ignore"');
  return { kind: 'field', entity: value.slice(0, dot), field: value.slice(dot + 1) };
}

const pair: RecipeShape<readonly [string, string | null]> = {
  schema: {
    type: 'array',
    prefixItems: [text.schema, orNull(text).schema],
    minItems: 2,
    maxItems: 2,
  },
  read(value, path) {
    if (!Array.isArray(value) || value.length !== 2) misfit(path, 'must be a pair: [text, value]');
    const [from, to] = value as readonly unknown[];
    return [text.read(from, `${path}[0]`), orNull(text).read(to, `${path}[1]`)];
  },
};

const members = objectOf<ColumnRecipe>({
  column: integer,
  header: text,
  target: orNull(target),
  match: truth,
  write: oneOf('overwrite', 'if-empty', 'append', 'never'),
  clear: truth,
  format: objectOf<ColumnFormat>({
    dateOrder: oneOf('dmy', 'mdy', 'ymd'),
    decimal: oneOf('.', ','),
  }),
  values: listOf(pair),
});

const column: RecipeShape<ColumnRecipe> = {
  schema: { ...members.schema, anyOf: [{ required: ['column'] }, { required: ['header'] }] },
  read(value, path) {
    const read = members.read(value, path);
    if (read.column === undefined && read.header === undefined)
      misfit(path, 'must name its column: "column" (0 for the first) or "header"');
    return read;
  },
};

const given = objectOf<Omit<FieldDefault, 'fixed'> & { readonly fixed?: boolean }>(
  { entity: text, field: text, value: text, fixed: truth },
  ['entity', 'field', 'value'],
);

const fieldDefault: RecipeShape<FieldDefault> = {
  schema: given.schema,
  read(value, path) {
    const { fixed, ...rest } = given.read(value, path);
    return { ...rest, ...(fixed === true && { fixed }) };
  },
};

const settings: RecipeShape<Readonly<Record<string, SettingValue>>> = {
  schema: {
    type: 'object',
    additionalProperties: {
      anyOf: [
        { type: ['string', 'number', 'boolean', 'null'] },
        { type: 'array', items: text.schema },
      ],
    },
  },
  read(value, path) {
    const answers = asObject(value, path);
    for (const [key, answer] of Object.entries(answers)) {
      const isPlain = answer === null || ['string', 'number', 'boolean'].includes(typeof answer);
      const isTexts = Array.isArray(answer) && answer.every((item) => typeof item === 'string');
      if (!isPlain && !isTexts)
        misfit(`${path}.${key}`, 'must be a text, number, true/false, null or a list of texts');
    }
    return answers as Readonly<Record<string, SettingValue>>;
  },
};

const recipe = objectOf<RecipeDraft & { readonly $schema?: unknown; readonly version?: 1 }>({
  $schema: anything,
  version: oneOf(1),
  kind: text,
  read,
  columns: listOf(column),
  defaults: listOf(fieldDefault),
  policy: objectOf<Partial<ImportPolicy>>({
    mode: oneOf('create-and-update', 'create', 'update'),
    ambiguous: oneOf('create', 'skip'),
    allOrNothing: truth,
  }),
  settings,
  edits: listOf(
    objectOf<CellEdit>({ row: integer, column: integer, value: text }, ['row', 'column', 'value']),
  ),
  excluded: listOf(integer),
});

/** What `parseRecipe` takes, as a JSON Schema: for editors, and for those who make recipes in other languages. */
export const recipeSchema: JsonSchema = recipe.schema;

/**
 * Reads a recipe from JSON. A target may be written short: `"contact.email"`, `"ignore"`.
 * @throws {ImportError} `recipe-invalid`, naming the place in the JSON and what belongs there.
 */
export function parseRecipe(json: unknown): RecipeDraft {
  const { version } = asObject(json, '');
  if (version !== undefined && version !== 1) {
    misfit('version', 'must be 1: this recipe was made by a newer version; update importera');
  }
  const { $schema: _schema, version: _version, ...draft } = recipe.read(json, '');
  return draft;
}
