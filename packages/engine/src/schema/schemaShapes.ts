/** What may stand at one key of a schema file. */
export interface ShapePart {
  readonly accepts: (value: unknown) => boolean;
  /** Completes "it must be …". */
  readonly expects: string;
  readonly needed?: true;
}
export type Shape = Readonly<Record<string, ShapePart>>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isFilledText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const TEXT: ShapePart = { accepts: isText, expects: 'a text' };
const NAME: ShapePart = {
  accepts: isFilledText,
  expects: 'a text that is not empty',
  needed: true,
};
const TEXTS: ShapePart = { accepts: isTexts, expects: 'a list of texts' };
const FLAG: ShapePart = {
  accepts: (value) => typeof value === 'boolean',
  expects: 'true or false',
};
const NUMBER: ShapePart = { accepts: Number.isFinite, expects: 'a number' };
const COUNT: ShapePart = {
  accepts: (value) => Number.isInteger(value) && Number(value) >= 0,
  expects: 'a whole number from 0 up',
};
const TYPE: ShapePart = { ...NAME, expects: 'one of the types' };
const OBJECT: ShapePart = { accepts: isObject, expects: 'an object', needed: true };
const OPTIONS: ShapePart = {
  accepts: (value) => Array.isArray(value) && value.every(isOption),
  expects: 'a list of texts or of objects {"value", "label?", "aliases?", "help?"}',
  needed: true,
};

const MAYBE_OBJECT: ShapePart = { accepts: isObject, expects: 'an object' };

export const SCHEMA_SHAPE: Shape = {
  id: NAME,
  entities: OBJECT,
  settings: MAYBE_OBJECT,
  country: TEXT,
  kinds: MAYBE_OBJECT,
  matchSteps: {
    accepts: (value) => Array.isArray(value) && value.every(isTexts),
    expects: 'a list of lists of entity keys, e.g. [["account"], ["contact"]]',
  },
  policy: MAYBE_OBJECT,
};

export const KIND_SHAPE: Shape = {
  label: NAME,
  help: TEXT,
  entities: { ...TEXTS, needed: true },
};

export const POLICY_SHAPE: Shape = {
  mode: choiceOf('create-and-update', 'create', 'update'),
  ambiguous: choiceOf('create', 'skip'),
  allOrNothing: choiceOf(true, false),
  write: choiceOf('overwrite', 'if-empty', 'append', 'never'),
};

/** A default, and what may be chosen instead. */
function choiceOf(...allowed: readonly (string | boolean)[]): ShapePart {
  const names = allowed.map((value) => JSON.stringify(value)).join(', ');
  const isAllowed = (value: unknown): boolean => (allowed as readonly unknown[]).includes(value);
  return {
    accepts: (value) => {
      if (!isObject(value)) return false;
      const { default: first, choices, ...others } = value as Readonly<Record<string, unknown>>;
      const isList = choices === undefined || (Array.isArray(choices) && choices.every(isAllowed));
      return isAllowed(first) && isList && Object.keys(others).length === 0;
    },
    expects: `an object {"default", "choices?"} of ${names}`,
  };
}

const isScalar = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** An object with the given texts, and what a condition compares with. */
function conditionOn(name: string): ShapePart {
  return {
    accepts: (value) => {
      if (!isObject(value)) return false;
      const { [name]: key, is, ...others } = value as Readonly<Record<string, unknown>>;
      const isFit = isScalar(is) || (Array.isArray(is) && is.every(isScalar));
      return isFilledText(key) && isFit && Object.keys(others).length === 0;
    },
    expects: `an object {"${name}", "is"} whose "is" is a value or a list of values`,
  };
}

export const ENTITY_SHAPE: Shape = {
  label: NAME,
  labels: TEXT,
  help: TEXT,
  parent: TEXT,
  identify: {
    accepts: (value) => Array.isArray(value) && value.every(isTexts),
    expects: 'a list of lists of field keys, e.g. [["email"], ["name", "city"]]',
  },
  fields: OBJECT,
  extendable: FLAG,
};

const FIELD: Shape = {
  type: TYPE,
  label: NAME,
  help: TEXT,
  aliases: TEXTS,
  required: FLAG,
  unique: FLAG,
  custom: FLAG,
  example: TEXT,
  source: {
    accepts: (value) => isObject(value) && JSON.stringify(value) === '{"ask":true}',
    expects: 'the object {"ask": true}',
  },
  derive: {
    accepts: (value) => {
      if (!isObject(value)) return false;
      const { from, when, ...others } = value as Readonly<Record<string, unknown>>;
      const isFit = when === undefined || conditionOn('field').accepts(when);
      return isFilledText(from) && isFit && Object.keys(others).length === 0;
    },
    expects: 'an object {"from", "when?": {"field", "is"}}',
  },
  defaultOnCreate: TEXT,
};

export const FIELD_SHAPES: Readonly<Record<string, Shape>> = {
  text: { ...FIELD, minLength: COUNT, maxLength: COUNT, pattern: TEXT, format: TEXT },
  number: { ...FIELD, unit: TEXT, min: NUMBER, max: NUMBER, integer: FLAG },
  date: { ...FIELD, time: FLAG, min: TEXT, max: TEXT },
  boolean: FIELD,
  email: FIELD,
  phone: { ...FIELD, country: TEXT },
  url: FIELD,
  choice: { ...FIELD, options: OPTIONS, multiple: FLAG, open: FLAG },
  reference: { ...FIELD, to: NAME, by: { ...TEXTS, needed: true }, multiple: FLAG },
  id: FIELD,
};

const APPLIES_WHEN = ['always', 'empty', 'create'];

const SETTING: Shape = {
  type: TYPE,
  label: NAME,
  help: TEXT,
  required: FLAG,
  group: TEXT,
  order: NUMBER,
  showWhen: conditionOn('setting'),
  appliesTo: {
    accepts: (value) => {
      if (!isObject(value)) return false;
      const { entity, field, when, ...others } = value as Readonly<Record<string, unknown>>;
      return (
        isFilledText(entity) &&
        (field === undefined || isFilledText(field)) &&
        (when === undefined || APPLIES_WHEN.includes(when as string)) &&
        Object.keys(others).length === 0
      );
    },
    expects: `an object {"entity", "field?", "when?"} whose "when" is one of ${APPLIES_WHEN.join(', ')}`,
  },
};
const TEXT_OR_TEXTS: ShapePart = {
  accepts: (value) => isText(value) || isTexts(value),
  expects: 'a text or a list of texts',
};
const MAYBE_OPTIONS: ShapePart = { accepts: OPTIONS.accepts, expects: OPTIONS.expects };

export const SETTING_SHAPES: Readonly<Record<string, Shape>> = {
  text: { ...SETTING, maxLength: COUNT, default: TEXT },
  number: {
    ...SETTING,
    unit: TEXT,
    min: NUMBER,
    max: NUMBER,
    integer: FLAG,
    default: NUMBER,
  },
  date: { ...SETTING, min: TEXT, max: TEXT, default: TEXT },
  switch: { ...SETTING, default: FLAG },
  choice: {
    ...SETTING,
    options: OPTIONS,
    multiple: FLAG,
    default: TEXT_OR_TEXTS,
  },
  emails: { ...SETTING, max: COUNT, default: TEXTS },
  tags: { ...SETTING, options: MAYBE_OPTIONS, default: TEXTS },
  people: {
    ...SETTING,
    options: OPTIONS,
    multiple: FLAG,
    importer: FLAG,
    default: TEXT_OR_TEXTS,
  },
  context: { ...SETTING, options: OPTIONS, default: TEXT },
};

function isOption(value: unknown): boolean {
  if (isText(value)) return true;
  if (!isObject(value)) return false;
  const {
    value: text,
    label,
    aliases,
    help,
    ...others
  } = value as Readonly<Record<string, unknown>>;
  return (
    isText(text) &&
    (label === undefined || isText(label)) &&
    (aliases === undefined || isTexts(aliases)) &&
    (help === undefined || isText(help)) &&
    Object.keys(others).length === 0
  );
}
