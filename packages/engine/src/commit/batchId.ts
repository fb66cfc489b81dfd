import type { Operation } from '../adapter/PersistenceAdapter.ts';
import type { Value } from '../schema/Schema.ts';

/**
 * The idempotency key of a batch: `importId/run.firstRow-lastRow.hash`, the hash being one of the operations. It follows from
 * what the batch holds, not from a counter, so it stays the same
 * - when a write is tried again after an error or time-out;
 * - when an interrupted import is taken up again from the same plan: the rows that were settled are left out, the batches
 *   that were on their way hold the same rows as before, and so do the halves of a batch that was split;
 * and it is another one
 * - when a corrected row is sent again (other operations);
 * - when the same rows are sent again on purpose: then `run` grows, so that an earlier refusal is not just repeated.
 */
export function batchId(importId: string, run: number, operations: readonly Operation[]): string {
  const first = operations[0]?.row ?? 0;
  const last = operations.at(-1)?.row ?? 0;
  const hash: Hash = { a: 0x811c9dc5, b: 0xcbf29ce4 };
  const names = new Map<string, number>();
  for (const operation of operations) mixOperation(hash, operation, names);
  return `${importId}/${run}.${first}-${last}.${(hash.a >>> 0).toString(36)}${(hash.b >>> 0).toString(36)}`;
}

/** Two 32-bit FNV-1a hashes with different seeds: 64 bits are enough to tell the batches of an import apart. */
interface Hash {
  a: number;
  b: number;
}

/**
 * Member by member, without writing it as text first, which for thousands of operations takes longer than all the rest.
 * @param names hashes of names of entities and fields, which come again and again.
 */
function mixOperation(hash: Hash, operation: Operation, names: Map<string, number>): void {
  mixCode(hash, operation.row);
  mixCode(hash, nameCode(operation.entity, names));
  mixCode(hash, operation.action === 'create' ? CREATE : UPDATE);
  mixCode(hash, operation.record);
  mixValue(hash, operation.id);
  mixValue(hash, operation.parentId);
  mixValue(hash, operation.parentRecord);
  mixMembers(hash, operation.values, names);
  mixMembers(hash, operation.references ?? {}, names);
}

function mixMembers(
  hash: Hash,
  members: Readonly<Record<string, Value>>,
  names: Map<string, number>,
): void {
  for (const [name, value] of Object.entries(members)) {
    mixCode(hash, nameCode(name, names));
    mixValue(hash, value);
  }
  mixCode(hash, END);
}

function mixValue(hash: Hash, value: Value): void {
  if (typeof value === 'string') {
    mixText(hash, value);
    mixCode(hash, TEXT);
  } else if (typeof value === 'object' && value !== null) {
    for (const item of value) mixValue(hash, item);
    mixCode(hash, LIST);
  } else {
    mixText(hash, String(value));
    mixCode(hash, PLAIN);
  }
}

/** What ends a value, by its kind: codes no text has, so that no two values run into each other. */
const [TEXT, PLAIN, LIST, END, CREATE, UPDATE] = [
  0x10000, 0x10001, 0x10002, 0x10003, 0x10004, 0x10005,
] as const;

function nameCode(name: string, names: Map<string, number>): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  const hash: Hash = { a: 0x811c9dc5, b: 0 };
  mixText(hash, name);
  names.set(name, hash.a);
  return hash.a;
}

function mixText(hash: Hash, text: string): void {
  let { a, b } = hash;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193) ^ (b >>> 15);
  }
  hash.a = a;
  hash.b = b;
}

function mixCode(hash: Hash, code: number): void {
  hash.a = Math.imul(hash.a ^ code, 0x01000193);
  hash.b = Math.imul(hash.b ^ code, 0x01000193) ^ (hash.b >>> 15);
}
