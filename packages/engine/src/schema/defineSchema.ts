import { ImportError } from '../issue/ImportError.ts';
import type { Schema } from './Schema.ts';
import { schemaProblems, type SchemaProblem } from './schemaProblems.ts';

/**
 * Checks a schema and hands it back with its literal types, for `InferRecord`.
 * @throws {ImportError} `schema-invalid`, naming the path of every problem and what to do about it.
 * @example
 * const crm = defineSchema({
 *   id: 'crm',
 *   entities: { contact: { label: 'Contact', fields: { email: email({ label: 'E-mail', unique: true }) } } },
 * });
 */
export function defineSchema<const S extends Schema>(schema: S): S {
  throwSchemaProblems(schemaProblems(schema));
  return schema;
}

/** Throws all problems as one error; none: returns. */
export function throwSchemaProblems(problems: readonly SchemaProblem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const lines = problems.map(
    ({ path, message }) => `${path === '' ? 'the schema' : path}: ${message}`,
  );
  const detail = lines.join('; ');
  throw new ImportError('schema-invalid', `The schema can not be used. ${detail}`, {
    params: { detail, path: first.path, problems: problems.length },
  });
}
