import { throwSchemaProblems } from './defineSchema.ts';
import { ownValue } from './ownValue.ts';
import { repeatedKeys } from './repeatedKeys.ts';
import type { Schema } from './Schema.ts';
import { schemaProblems, type SchemaProblem } from './schemaProblems.ts';
import {
  ENTITY_SHAPE,
  FIELD_SHAPES,
  KIND_SHAPE,
  POLICY_SHAPE,
  SCHEMA_SHAPE,
  SETTING_SHAPES,
  type Shape,
} from './schemaShapes.ts';

/**
 * Reads a schema file: JSON text, or the value it holds. The result has been checked as `defineSchema` does.
 * @throws {ImportError} `schema-invalid`, with every problem and its path, e.g. `entities.contact.fields.email.type`.
 */
export function parseSchema(json: unknown): Schema {
  const problems: SchemaProblem[] = [];
  const value = typeof json === 'string' ? parseText(json, problems) : json;
  if (problems.length === 0) checkShape(value, SCHEMA_SHAPE, { path: '', problems });
  if (problems.length === 0) checkParts(value as LooseSchema, problems);
  throwSchemaProblems(problems);
  const schema = value as Schema;
  throwSchemaProblems(schemaProblems(schema));
  return schema;
}

/** A schema whose outermost shape is known to be right. */
interface LooseSchema {
  readonly entities: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly kinds?: Readonly<Record<string, unknown>>;
  readonly policy?: unknown;
}

function parseText(text: string, problems: SchemaProblem[]): unknown {
  try {
    const value: unknown = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
    for (const path of repeatedKeys(text)) {
      problems.push({ path, message: 'stands twice; keep one of the two' });
    }
    return value;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    problems.push({ path: '', message: `is not valid JSON (${reason})` });
    return undefined;
  }
}

function checkParts(schema: LooseSchema, problems: SchemaProblem[]): void {
  for (const [key, entity] of Object.entries(schema.entities)) {
    const path = `entities.${key}`;
    if (!checkShape(entity, ENTITY_SHAPE, { path, problems })) continue;
    const { fields } = entity as { readonly fields: Readonly<Record<string, unknown>> };
    for (const [name, field] of Object.entries(fields)) {
      checkTyped(field, FIELD_SHAPES, { path: `${path}.fields.${name}`, problems });
    }
  }
  for (const [key, setting] of Object.entries(schema.settings ?? {})) {
    checkTyped(setting, SETTING_SHAPES, { path: `settings.${key}`, problems });
  }
  for (const [key, kind] of Object.entries(schema.kinds ?? {})) {
    checkShape(kind, KIND_SHAPE, { path: `kinds.${key}`, problems });
  }
  if (schema.policy !== undefined)
    checkShape(schema.policy, POLICY_SHAPE, { path: 'policy', problems });
}

/** Where in the file something is looked at, and where its problems go. */
interface Place {
  readonly path: string;
  readonly problems: SchemaProblem[];
}

/** Checks an object whose `type` says which shape it has. */
function checkTyped(
  value: unknown,
  shapes: Readonly<Record<string, Shape>>,
  { path, problems }: Place,
): void {
  if (!isObject(value)) {
    problems.push({
      path,
      message: `is ${nameOf(value)}; write an object with a "type" and a "label"`,
    });
    return;
  }
  const { type } = value;
  const shape = typeof type === 'string' ? ownValue(shapes, type) : undefined;
  if (shape === undefined) {
    const found = type === undefined ? 'is missing' : `is ${JSON.stringify(type)}`;
    problems.push({
      path: `${path}.type`,
      message: `${found}; use one of: ${Object.keys(shapes).join(', ')}`,
    });
    return;
  }
  checkShape(value, shape, { path, problems });
}

function checkShape(value: unknown, shape: Shape, { path, problems }: Place): boolean {
  const before = problems.length;
  if (!isObject(value)) {
    problems.push({ path, message: `is ${nameOf(value)}; write an object` });
    return false;
  }
  for (const [key, part] of Object.entries(shape)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (!Object.hasOwn(value, key)) {
      if (part.needed === true)
        problems.push({ path: at, message: `is missing; it must be ${part.expects}` });
    } else if (!part.accepts(value[key])) {
      problems.push({ path: at, message: `is ${nameOf(value[key])}; it must be ${part.expects}` });
    }
  }
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(shape, key)) continue;
    const at = path === '' ? key : `${path}.${key}`;
    problems.push({
      path: at,
      message: `is not known here; use one of: ${Object.keys(shape).join(', ')}`,
    });
  }
  return problems.length === before;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (typeof value === 'string')
    return value === '' ? 'an empty text' : `the text ${JSON.stringify(value)}`;
  if (value === undefined) return 'missing';
  return Array.isArray(value) ? 'a list' : 'an object';
}
