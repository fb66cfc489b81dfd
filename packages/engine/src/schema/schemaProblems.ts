import { choiceOptions } from './choiceOptions.ts';
import type { ChoiceOption, Entity, Field, Schema } from './Schema.ts';
import { wholeMatch } from './wholeMatch.ts';

/** One thing wrong with a schema: where, and what to do about it. */
export interface SchemaProblem {
  /** Path inside the schema, e.g. `entities.contact.parent`. */
  readonly path: string;
  readonly message: string;
}

/** Names that plain objects give a meaning of their own. */
export const RESERVED_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Everything wrong with a schema of the right shape: names, parents, keys, references, limits. */
export function schemaProblems(schema: Schema): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const report: Report = (path, message) => problems.push({ path, message });
  if (schema.id === '') report('id', 'is empty; give the schema a name of its own, e.g. "crm"');
  if (schema.country !== undefined) checkCountry(schema.country, 'country', report);
  checkKeys(schema.entities, 'entities', report);
  if (Object.keys(schema.entities).length === 0)
    report('entities', 'is empty; describe at least one entity');
  for (const [key, entity] of Object.entries(schema.entities)) {
    checkEntity(schema, key, entity, report);
  }
  for (const [key, setting] of Object.entries(schema.settings ?? {})) {
    if (setting.type === 'choice') checkOptions(setting.options, `settings.${key}.options`, report);
  }
  checkKeys(schema.settings ?? {}, 'settings', report);
  return problems;
}

type Report = (path: string, message: string) => void;

function checkKeys(keyed: object, path: string, report: Report): void {
  const prototype: unknown = Object.getPrototypeOf(keyed);
  if (prototype !== Object.prototype && prototype !== null) {
    report(`${path}.__proto__`, 'is a reserved name; choose another key');
  }
  const seen = new Map<string, string>();
  for (const key of Object.keys(keyed)) {
    const where = `${path}.${key}`;
    if (RESERVED_KEYS.includes(key)) report(where, 'is a reserved name; choose another key');
    else if (key.trim() === '') report(where, 'has an empty key; give it a name');
    else if (/[.\u0000-\u001f]/u.test(key)) {
      report(where, 'has a "." or a control character in its key; use letters, digits, "_" or "-"');
    }
    const twin = seen.get(key.toLowerCase());
    if (twin !== undefined)
      report(where, `differs from "${twin}" only in case; rename one of them`);
    seen.set(key.toLowerCase(), key);
  }
}

function checkEntity(schema: Schema, key: string, entity: Entity, report: Report): void {
  const path = `entities.${key}`;
  checkKeys(entity.fields, `${path}.fields`, report);
  if (Object.keys(entity.fields).length === 0 && entity.extendable !== true) {
    report(`${path}.fields`, 'is empty; describe at least one field');
  }
  checkParent(schema, key, entity, report);
  entity.identify?.forEach((fields, index) => {
    checkIdentify(entity, fields, `${path}.identify[${index}]`, report);
  });
  for (const [name, field] of Object.entries(entity.fields)) {
    checkField(schema, field, `${path}.fields.${name}`, report);
  }
}

function checkParent(schema: Schema, key: string, entity: Entity, report: Report): void {
  const path = `entities.${key}.parent`;
  if (entity.parent === undefined) return;
  if (!Object.hasOwn(schema.entities, entity.parent)) {
    report(path, `names "${entity.parent}", which is no entity; ${oneOf(schema.entities, key)}`);
    return;
  }
  const trail = [key];
  let next: string | undefined = entity.parent;
  while (next !== undefined && Object.hasOwn(schema.entities, next)) {
    trail.push(next);
    if (next === key) {
      report(path, `makes a circle (${trail.join(' → ')}); an entity can not belong to itself`);
      return;
    }
    // A circle further up is reported where it lies.
    if (trail.indexOf(next) < trail.length - 1) return;
    next = schema.entities[next]?.parent;
  }
}

function checkIdentify(
  entity: Entity,
  fields: readonly string[],
  path: string,
  report: Report,
): void {
  if (fields.length === 0) report(path, 'is empty; name at least one field');
  if (new Set(fields).size < fields.length) report(path, 'names a field twice; name each once');
  for (const field of fields) {
    if (!Object.hasOwn(entity.fields, field)) {
      report(path, `names "${field}", which is no field of this entity; ${oneOf(entity.fields)}`);
    }
  }
}

function checkField(schema: Schema, field: Field, path: string, report: Report): void {
  switch (field.type) {
    case 'text':
      checkRange(field.minLength, field.maxLength, path, ['minLength', 'maxLength'], report);
      if (field.pattern !== undefined) checkPattern(field.pattern, `${path}.pattern`, report);
      if (field.format !== undefined && !/^[a-z]{2}\.[a-z0-9_]+$/iu.test(field.format)) {
        report(
          `${path}.format`,
          `is "${field.format}"; write country and number, e.g. "se.orgnr" or "eu.vat"`,
        );
      }
      return;
    case 'number':
      checkRange(field.min, field.max, path, ['min', 'max'], report);
      return;
    case 'date':
      checkRange(field.min, field.max, path, ['min', 'max'], report);
      for (const limit of ['min', 'max'] as const)
        checkIsoDate(field[limit], `${path}.${limit}`, report);
      return;
    case 'phone':
      if (field.country !== undefined) checkCountry(field.country, `${path}.country`, report);
      return;
    case 'choice':
      checkOptions(field.options, `${path}.options`, report);
      if (field.options.length === 0 && field.open !== true) {
        report(`${path}.options`, 'is empty; list the options, or set open: true to take any text');
      }
      return;
    case 'reference':
      checkReference(schema, field.to, field.by, path, report);
  }
}

function checkReference(
  schema: Schema,
  to: string,
  by: readonly string[],
  path: string,
  report: Report,
): void {
  const target = Object.hasOwn(schema.entities, to) ? schema.entities[to] : undefined;
  if (by.length === 0)
    report(`${path}.by`, 'is empty; name the fields of the target that are searched');
  // A target outside the schema (a project, a user) is the adapter's to know.
  if (target === undefined) return;
  by.forEach((field, index) => {
    if (!Object.hasOwn(target.fields, field)) {
      report(
        `${path}.by[${index}]`,
        `names "${field}", which is no field of "${to}"; ${oneOf(target.fields)}`,
      );
    }
  });
}

function checkOptions(
  options: readonly (string | ChoiceOption)[],
  path: string,
  report: Report,
): void {
  const seen = new Set<string>();
  choiceOptions(options).forEach(({ value }, index) => {
    if (value.trim() === '') report(`${path}[${index}]`, 'is empty; give the option a value');
    if (seen.has(value)) report(`${path}[${index}]`, `repeats "${value}"; list each value once`);
    seen.add(value);
  });
}

function checkRange<T extends number | string>(
  low: T | undefined,
  high: T | undefined,
  path: string,
  [lowName, highName]: readonly [string, string],
  report: Report,
): void {
  if (low !== undefined && high !== undefined && low > high) {
    report(
      `${path}.${lowName}`,
      `is ${low}, more than ${highName} (${high}); swap or correct them`,
    );
  }
}

function checkPattern(pattern: string, path: string, report: Report): void {
  if (wholeMatch(pattern) === null) report(path, `is no regular expression: ${pattern}`);
}

function checkIsoDate(limit: string | undefined, path: string, report: Report): void {
  if (limit !== undefined && !/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2})?$/u.test(limit)) {
    report(path, `is "${limit}"; write an ISO date, e.g. "2024-03-01"`);
  }
}

function checkCountry(country: string, path: string, report: Report): void {
  if (!/^[A-Z]{2}$/u.test(country)) {
    report(path, `is "${country}"; write a two-letter ISO country in capitals, e.g. "SE"`);
  }
}

function oneOf(keyed: object, except?: string): string {
  const keys = Object.keys(keyed).filter((key) => key !== except);
  return keys.length === 0 ? 'there is none to name' : `use one of: ${keys.join(', ')}`;
}
