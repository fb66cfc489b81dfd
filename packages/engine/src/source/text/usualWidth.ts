/** The number of cells most rows had so far. */
export interface UsualWidth {
  count(cells: number): void;
  /** 0 before any row. */
  width(): number;
}

/** By majority vote with one candidate and a counter. Rows of one cell (titles, blank lines) have no vote. */
export function createUsualWidth(known: number): UsualWidth {
  let width = known;
  let lead = known > 0 ? 1 : 0;
  return {
    count(cells) {
      if (cells === width) lead++;
      else if (cells > 1 && --lead < 0) {
        width = cells;
        lead = 1;
      }
    },
    width: () => width,
  };
}
