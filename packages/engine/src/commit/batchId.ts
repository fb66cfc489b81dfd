import type { Operation } from '../adapter/PersistenceAdapter.ts';

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
  return `${importId}/${run}.${first}-${last}.${hash(JSON.stringify(operations))}`;
}

/** Two 32-bit FNV-1a hashes with different seeds: 64 bits are enough to tell the batches of an import apart. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193) ^ (b >>> 15);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
