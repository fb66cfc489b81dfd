import { ownValue } from './ownValue.ts';
import type { Entity, Field, ReferenceField, Schema, TextField } from './Schema.ts';
import { checkOptions, oneOf, type Report } from './schemaReport.ts';
import { checkKinds, checkPolicy, checkSetting, checkSources } from './schemaParts.ts';
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
  for (const key of Object.keys(schema.entities)) checkEntity(schema, key, report);
  checkKeys(schema.settings ?? {}, 'settings', report);
  for (const key of Object.keys(schema.settings ?? {})) checkSetting(schema, key, report);
  checkKinds(schema, report);
  checkPolicy(schema, report);
  return problems;
}

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
    else if (/\.|\p{Cc}/u.test(key)) {
      report(where, 'has a "." or a control character in its key; use letters, digits, "_" or "-"');
    }
    const twin = seen.get(key.toLowerCase());
    if (twin !== undefined)
      report(where, `differs from "${twin}" only in case; rename one of them`);
    seen.set(key.toLowerCase(), key);
  }
}

function checkEntity(schema: Schema, key: string, report: Report): void {
  const entity = schema.entities[key];
  if (entity === undefined) return;
  const path = `entities.${key}`;
  checkKeys(entity.fields, `${path}.fields`, report);
  if (Object.keys(entity.fields).length === 0 && entity.extendable !== true) {
    report(`${path}.fields`, 'is empty; describe at least one field');
  }
  checkParent(schema, key, report);
  checkIdentify(entity, `${path}.identify`, report);
  for (const [name, field] of Object.entries(entity.fields)) {
    const fieldPath = `${path}.fields.${name}`;
    checkField(field, fieldPath, report);
    checkSources(entity, field, (at, message) => report(`${fieldPath}.${at}`, message));
    if (field.type === 'reference')
      checkReference(schema, field, (at, message) => report(`${fieldPath}.${at}`, message));
  }
}

function checkParent(schema: Schema, key: string, report: Report): void {
  const path = `entities.${key}.parent`;
  const parent = schema.entities[key]?.parent;
  if (parent === undefined) return;
  if (!Object.hasOwn(schema.entities, parent)) {
    report(path, `names "${parent}", which is no entity; ${oneOf(schema.entities, key)}`);
    return;
  }
  const trail = [key];
  let next: string | undefined = parent;
  while (next !== undefined && Object.hasOwn(schema.entities, next)) {
    // A circle further up is reported where it lies.
    if (trail.includes(next) && next !== key) return;
    trail.push(next);
    if (next === key) {
      report(path, `makes a circle (${trail.join(' → ')}); an entity can not belong to itself`);
      return;
    }
    next = schema.entities[next]?.parent;
  }
}

function checkIdentify(entity: Entity, path: string, report: Report): void {
  entity.identify?.forEach((fields, index) => {
    const at = `${path}[${index}]`;
    if (fields.length === 0) report(at, 'is empty; name at least one field');
    if (new Set(fields).size < fields.length) report(at, 'names a field twice; name each once');
    for (const field of fields) {
      if (Object.hasOwn(entity.fields, field)) continue;
      report(at, `names "${field}", which is no field of this entity; ${oneOf(entity.fields)}`);
    }
  });
}

function checkField(field: Field, path: string, report: Report): void {
  switch (field.type) {
    case 'text':
      checkText(field, path, report);
      return;
    case 'number':
      checkRange({ min: field.min, max: field.max }, path, report);
      return;
    case 'date':
      checkRange({ min: field.min, max: field.max }, path, report);
      checkIsoDate(field.min, `${path}.min`, report);
      checkIsoDate(field.max, `${path}.max`, report);
      return;
    case 'phone':
      if (field.country !== undefined) checkCountry(field.country, `${path}.country`, report);
      return;
    case 'choice':
      checkOptions(field.options, `${path}.options`, report);
      if (field.options.length === 0 && field.open !== true) {
        report(`${path}.options`, 'is empty; list the options, or set open: true to take any text');
      }
  }
}

function checkText(
  { minLength, maxLength, pattern, format }: TextField,
  path: string,
  report: Report,
): void {
  checkRange({ minLength, maxLength }, path, report);
  if (pattern !== undefined && wholeMatch(pattern) === null) {
    report(`${path}.pattern`, `is no regular expression: ${pattern}`);
  }
  if (format !== undefined && !/^[a-z]{2}\.[a-z0-9_]+$/iu.test(format)) {
    const remedy = 'write country and number, e.g. "se.orgnr" or "eu.vat"';
    report(`${path}.format`, `is "${format}"; ${remedy}`);
  }
}

function checkReference(
  schema: Schema,
  { to, by, multiple }: ReferenceField,
  report: Report,
): void {
  const target = ownValue(schema.entities, to);
  if (by.length === 0) report('by', 'is empty; name the fields of the target that are searched');
  // A target outside the schema (a project, a user) is the adapter's to know.
  if (target === undefined) return;
  if (multiple === true)
    report('multiple', `needs a target outside the schema, but "${to}" is an entity; refer to one`);
  by.forEach((field, index) => {
    if (Object.hasOwn(target.fields, field)) return;
    report(
      `by[${index}]`,
      `names "${field}", which is no field of "${to}"; ${oneOf(target.fields)}`,
    );
  });
}

/** Two limits by their names, the lower first. */
function checkRange(
  limits: Readonly<Record<string, number | string | undefined>>,
  path: string,
  report: Report,
): void {
  const [low, high] = Object.entries(limits);
  if (low?.[1] === undefined || high?.[1] === undefined || low[1] <= high[1]) return;
  report(
    `${path}.${low[0]}`,
    `is ${low[1]}, more than ${high[0]} (${high[1]}); correct one of them`,
  );
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
