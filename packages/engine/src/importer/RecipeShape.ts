import { ImportError } from '../issue/ImportError.ts';

/** A JSON Schema (2020-12), as OpenAPI 3.1 has it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What may stand at a place of a recipe: described and read by the same words, so that the two never differ. */
export interface RecipeShape<T> {
  readonly schema: JsonSchema;
  /** @throws {ImportError} `recipe-invalid`, naming the place and what belongs there */
  readonly read: (value: unknown, path: string) => T;
}

export const text: RecipeShape<string> = {
  schema: { type: 'string' },
  read: (value, path) => (typeof value === 'string' ? value : misfit(path, 'must be a text')),
};

export const truth: RecipeShape<boolean> = {
  schema: { type: 'boolean' },
  read: (value, path) =>
    typeof value === 'boolean' ? value : misfit(path, 'must be true or false'),
};

export const integer: RecipeShape<number> = {
  schema: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  read: (value, path) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
      ? value
      : misfit(path, 'must be a whole number from 0 on'),
};

export const anything: RecipeShape<unknown> = { schema: {}, read: (value) => value };

export function oneOf<const T extends string | number>(...allowed: readonly T[]): RecipeShape<T> {
  return {
    schema: { enum: allowed },
    read: (value, path) =>
      allowed.includes(value as T)
        ? (value as T)
        : misfit(path, `must be one of ${allowed.join(', ')}`),
  };
}

export function orNull<T>({ schema, read }: RecipeShape<T>): RecipeShape<T | null> {
  return {
    schema: { anyOf: [{ type: 'null' }, schema] },
    read: (value, path) => (value === null ? null : read(value, path)),
  };
}

export function listOf<T>({ schema, read }: RecipeShape<T>): RecipeShape<readonly T[]> {
  return {
    schema: { type: 'array', items: schema },
    read: (value, path) =>
      Array.isArray(value)
        ? value.map((item, index) => read(item, `${path}[${index}]`))
        : misfit(path, 'must be a list'),
  };
}

/** The shape of each member of an object. */
export type MemberShapes<T> = {
  readonly [Key in keyof T]-?: RecipeShape<Exclude<T[Key], undefined>>;
};

/** An object of these members alone: a misspelt one would be left out in silence. Those that are not needed may be missing. */
export function objectOf<T extends object>(
  members: MemberShapes<T>,
  needed: readonly (keyof T & string)[] = [],
): RecipeShape<T> {
  const shapes = Object.entries(members) as readonly [string, RecipeShape<unknown>][];
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(shapes.map(([name, { schema }]) => [name, schema])),
      ...(needed.length > 0 && { required: needed }),
      additionalProperties: false,
    },
    read(value, path) {
      const given = asObject(value, path);
      const other = Object.keys(given).find((name) => !Object.hasOwn(members, name));
      if (other !== undefined) {
        const known = Object.keys(members).join(', ');
        misfit(within(path, other), `is not known here; there are ${known}`);
      }
      const read = shapes.flatMap(([name, shape]): readonly [string, unknown][] => {
        const member = Object.hasOwn(given, name) ? given[name] : undefined;
        if (member !== undefined) return [[name, shape.read(member, within(path, name))]];
        return (needed as readonly string[]).includes(name)
          ? misfit(within(path, name), 'is missing')
          : [];
      });
      return Object.fromEntries(read) as T;
    },
  };
}

export function asObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  return misfit(path === '' ? 'the recipe' : path, 'must be an object');
}

/** @throws {ImportError} `recipe-invalid` */
export function misfit(path: string, problem: string): never {
  throw new ImportError('recipe-invalid', `The recipe does not fit: ${path} ${problem}.`, {
    params: { path, problem },
  });
}

function within(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
