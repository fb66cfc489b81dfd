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
  expects: 'a list of texts or of objects {"value", "label?", "aliases?"}',
  needed: true,
};

export const SCHEMA_SHAPE: Shape = {
  id: NAME,
  entities: OBJECT,
  settings: { accepts: isObject, expects: 'an object' },
  country: TEXT,
};

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
  reference: { ...FIELD, to: NAME, by: { ...TEXTS, needed: true } },
  id: FIELD,
};

const SETTING: Shape = { type: TYPE, label: NAME, help: TEXT, required: FLAG };

export const SETTING_SHAPES: Readonly<Record<string, Shape>> = {
  text: { ...SETTING, default: TEXT },
  switch: { ...SETTING, default: FLAG },
  choice: {
    ...SETTING,
    options: OPTIONS,
    multiple: FLAG,
    default: {
      accepts: (value) => isText(value) || isTexts(value),
      expects: 'a text or a list of texts',
    },
  },
  emails: { ...SETTING, default: TEXTS },
};

function isOption(value: unknown): boolean {
  if (isText(value)) return true;
  if (!isObject(value)) return false;
  const { value: text, label, aliases, ...others } = value as Readonly<Record<string, unknown>>;
  return (
    isText(text) &&
    (label === undefined || isText(label)) &&
    (aliases === undefined || isTexts(aliases)) &&
    Object.keys(others).length === 0
  );
}
