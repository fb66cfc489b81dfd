import type { RowOutcome } from '@importera/engine';

/** What is known of rows around the place where a reader is; what lies far behind is forgotten. */
export interface OutcomeWindow {
  add(outcomes: Iterable<RowOutcome>): void;
  get(row: number): RowOutcome | undefined;
}

/** @param size rows kept; a reader must not look back further. */
export function outcomeWindow(size = 65_536): OutcomeWindow {
  // A map keeps the order of insertion: the oldest comes first.
  const known = new Map<number, RowOutcome>();
  return {
    add(outcomes) {
      for (const outcome of outcomes) known.set(outcome.row, outcome);
      for (const row of known.keys()) {
        if (known.size <= size) return;
        known.delete(row);
      }
    },
    get: (row) => known.get(row),
  };
}

/** Takes from outcomes in file order what a reader in file order needs. */
export function outcomesUpTo(
  outcomes: AsyncIterable<RowOutcome>,
): (row: number) => Promise<readonly RowOutcome[]> {
  const rest = outcomes[Symbol.asyncIterator]();
  let next: IteratorResult<RowOutcome> | null = null;
  return async (row) => {
    const found: RowOutcome[] = [];
    for (;;) {
      next ??= await rest.next();
      if (next.done === true || next.value.row > row) return found;
      found.push(next.value);
      next = null;
    }
  };
}
