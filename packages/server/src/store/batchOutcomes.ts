import type { RowOutcome } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import type { BatchKey } from './batches.ts';
import { mergedOutcomes, openCursor, outcomePlaces, type Cursor } from './outcomesInOrder.ts';

/** Blocks kept for the next rows. */
const KEPT = 8;

/** What is noted of rows of a batch already: asked piece by piece, since pieces of a batch are not in the order of the file. */
export async function batchOutcomes(
  sql: SqlQuery,
  { tenant, id, run, batch }: BatchKey,
): Promise<(rowNumbers: Uint32Array) => Promise<readonly RowOutcome[]>> {
  const key = { tenant, id };
  const places = await outcomePlaces(sql, key, { after: -1, only: { run, batch } });
  const kept = new Map<string, Cursor>();
  return async (rowNumbers) => {
    const first = rowNumbers[0] ?? 0;
    const last = rowNumbers.at(-1) ?? 0;
    const found: Cursor[] = [];
    for (const place of places) {
      if (place.firstRow > last || place.lastRow < first) continue;
      const cursor = kept.get(place.digest) ?? (await openCursor(sql, key, { place, after: -1 }));
      kept.set(place.digest, cursor);
      found.push({ ...cursor });
    }
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    const wanted = new Set(rowNumbers);
    return [...mergedOutcomes(found, last + 1)]
      .map(({ outcome }) => outcome)
      .filter(({ row }) => wanted.has(row));
  };
}
