import { ImportError } from '../issue/ImportError.ts';
import type { Issue, IssueParams } from '../issue/Issue.ts';
import type { RecordBlock } from '../records/Records.ts';
import type { DateField, Field, NumberField, Schema, TextField, Value } from '../schema/Schema.ts';
import { wholeMatch } from '../schema/wholeMatch.ts';
import { issuePlace } from './issuePlace.ts';
import { type RegisteredFormat, registeredFormat } from './registeredFormat.ts';

/** What is wrong with a value, or null. Pure. */
type Rule = (value: Value) => { readonly code: string; readonly params: IssueParams } | null;

/**
 * The limits, patterns and registered formats of a schema's fields, as a check of blocks.
 * @throws {ImportError} `schema-invalid` where a text field names a format that does not exist.
 */
export async function fieldRules(
  schema: Schema,
): Promise<(block: RecordBlock) => readonly Issue[]> {
  const rules = new Map<string, Rule>();
  for (const [entity, { fields }] of Object.entries(schema.entities)) {
    for (const [key, field] of Object.entries(fields)) {
      const rule = await ruleOf(field, `entities.${entity}.fields.${key}`);
      if (rule !== null) rules.set(`${entity}.${key}`, rule);
    }
  }
  return (block) => {
    const issues: Issue[] = [];
    for (const { entity, fields } of block.entities) {
      for (const column of fields) {
        const rule = rules.get(`${entity}.${column.field}`);
        if (rule === undefined) continue;
        const place = issuePlace(entity, column);
        column.values.forEach((value, index) => {
          const wrong = value === null ? null : rule(value);
          const row = block.rowNumbers[index] ?? 0;
          if (wrong !== null) issues.push({ ...wrong, severity: 'error', row, ...place });
        });
      }
    }
    return issues;
  };
}

async function ruleOf(field: Field, path: string): Promise<Rule | null> {
  switch (field.type) {
    case 'text':
      return textRule(
        field,
        field.format === undefined ? null : await formatOf(field.format, path),
      );
    case 'number':
      return field.min === undefined && field.max === undefined && field.integer !== true
        ? null
        : numberRule(field);
    case 'date':
      return field.min === undefined && field.max === undefined ? null : dateRule(field);
    default:
      return null;
  }
}

async function formatOf(format: string, path: string): Promise<RegisteredFormat> {
  const known = await registeredFormat(format);
  if (known !== null) return known;
  const detail = `${path}.format: "${format}" is no registered format; write country and number, e.g. "se.orgnr", "no.orgnr" or "eu.vat"`;
  throw new ImportError('schema-invalid', `The schema can not be used. ${detail}`, {
    params: { detail, path: `${path}.format`, problems: 1 },
  });
}

function textRule(field: TextField, format: RegisteredFormat | null): Rule | null {
  const { minLength = 0, maxLength = Infinity } = field;
  const pattern = field.pattern === undefined ? null : wholeMatch(field.pattern);
  if (minLength === 0 && maxLength === Infinity && pattern === null && format === null) return null;
  return (value) => {
    const text = String(value);
    // Characters as people count them; a text shorter than the limit in code units is so in any count.
    const length =
      text.length <= maxLength && text.length >= 2 * minLength
        ? text.length
        : Array.from(text).length;
    if (length < minLength)
      return { code: 'too-short', params: { value: text, min: minLength, length } };
    if (length > maxLength)
      return { code: 'too-long', params: { value: text, max: maxLength, length } };
    if (pattern !== null && !pattern.test(text))
      return {
        code: 'pattern-mismatch',
        params: { value: text, pattern: field.pattern ?? '', ...exampleOf(field) },
      };
    if (format !== null && !format.fits(text))
      return {
        code: 'format-invalid',
        params: { value: text, format: field.format ?? '', label: field.label },
      };
    return null;
  };
}

function exampleOf({ example }: Field): IssueParams {
  return example === undefined ? {} : { example };
}

function numberRule({ min = -Infinity, max = Infinity, integer = false }: NumberField): Rule {
  return (value) => {
    if (typeof value !== 'number') return null;
    if (integer && !Number.isInteger(value))
      return { code: 'not-integer', params: { value: String(value) } };
    if (value < min) return { code: 'too-small', params: { value: String(value), min } };
    if (value > max) return { code: 'too-large', params: { value: String(value), max } };
    return null;
  };
}

function dateRule({ min, max }: DateField): Rule {
  return (value) => {
    if (typeof value !== 'string') return null;
    // ISO texts sort as their dates do; a limit without a time goes for the whole day.
    if (min !== undefined && value < min) return { code: 'too-early', params: { value, min } };
    if (max !== undefined && value.slice(0, max.length) > max)
      return { code: 'too-late', params: { value, max } };
    return null;
  };
}
