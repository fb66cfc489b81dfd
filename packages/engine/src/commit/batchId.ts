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

/** Two 32-bit hashes in the way of FNV-1a, with different seeds: 64 bits are enough to tell the batches of an import apart. */
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
  mixMembers(hash, operation.references ?? NONE, names);
}

const NONE: Readonly<Record<string, Value>> = {};

function mixMembers(
  hash: Hash,
  members: Readonly<Record<string, Value>>,
  names: Map<string, number>,
): void {
  for (const name in members) {
    if (!Object.hasOwn(members, name)) continue;
    mixCode(hash, nameCode(name, names));
    mixValue(hash, members[name] ?? null);
  }
  mixCode(hash, END);
}

function mixValue(hash: Hash, value: Value): void {
  if (typeof value === 'string') {
    mixCode(hash, TEXT);
    mixText(hash, value);
  } else if (typeof value === 'object' && value !== null) {
    mixCode(hash, LIST);
    mixCode(hash, value.length);
    for (const item of value) mixValue(hash, item);
  } else {
    mixCode(hash, PLAIN);
    mixText(hash, String(value));
  }
}

/** Kinds of values, and where a member list ends. */
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

/** Its length first, so that no two texts run into each other; then two characters at a time. */
function mixText(hash: Hash, text: string): void {
  const { length } = text;
  mixCode(hash, length);
  let { a, b } = hash;
  for (let i = 0; i < length; i += 2) {
    // Of an odd length, the last character stands alone.
    const codes =
      i + 1 < length ? text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16) : text.charCodeAt(i);
    a = Math.imul(a ^ codes, 0x01000193) ^ (a >>> 13);
    b = Math.imul(b ^ codes, 0x01000193) ^ (b >>> 15);
  }
  hash.a = a;
  hash.b = b;
}

function mixCode(hash: Hash, code: number): void {
  hash.a = Math.imul(hash.a ^ code, 0x01000193);
  hash.b = Math.imul(hash.b ^ code, 0x01000193) ^ (hash.b >>> 15);
}
