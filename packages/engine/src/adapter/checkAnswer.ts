import { ImportError } from '../issue/ImportError.ts';
import type { OperationOutcome, StoredRecord } from './PersistenceAdapter.ts';

/**
 * The outcomes of a batch, once they are what an adapter has to answer: one for each operation, `written` with an id or
 * `refused` with a code. Anything else must not count as written.
 * @throws {ImportError} `adapter-failed`, fatal.
 */
export function checkOutcomes(answer: unknown, operations: number): readonly OperationOutcome[] {
  if (!Array.isArray(answer) || answer.length !== operations)
    throw wrong(`it told ${countOf(answer)} outcomes of ${operations} operations`);
  const at = answer.findIndex((outcome) => !isOutcome(outcome));
  if (at < 0) return answer as readonly OperationOutcome[];
  throw wrong(
    `outcome ${at} is neither { status: 'written', id: a text } nor { status: 'refused', code: a text }`,
  );
}

/**
 * The matches of a look-up, once they are what an adapter has to answer: a list of records for each key.
 * @throws {ImportError} `adapter-failed`, fatal.
 */
export function checkMatches(answer: unknown, keys: number): readonly (readonly StoredRecord[])[] {
  const matches = fieldOf(answer, 'matches');
  if (!Array.isArray(matches) || matches.length !== keys)
    throw wrong(`it told the matches of ${countOf(matches)} of ${keys} keys`);
  const at = matches.findIndex((found) => !Array.isArray(found) || !found.every(isRecord));
  if (at < 0) return matches as readonly (readonly StoredRecord[])[];
  throw wrong(`the matches of key ${at} are no list of { id: a text, values }`);
}

function isOutcome(outcome: unknown): boolean {
  const status = fieldOf(outcome, 'status');
  if (status === 'written') return typeof fieldOf(outcome, 'id') === 'string';
  return status === 'refused' && typeof fieldOf(outcome, 'code') === 'string';
}

function isRecord(record: unknown): boolean {
  const values = fieldOf(record, 'values');
  return typeof fieldOf(record, 'id') === 'string' && typeof values === 'object' && values !== null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function countOf(list: unknown): string {
  return Array.isArray(list) ? String(list.length) : 'none';
}

function wrong(reason: string): ImportError {
  return new ImportError(
    'adapter-failed',
    `The import stopped, because the adapter gave an answer that can not be relied on: ${reason}. Mend the adapter, then start again to go on.`,
    { fatal: true, params: { reason } },
  );
}
