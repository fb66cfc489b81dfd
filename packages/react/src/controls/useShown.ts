import { useState } from 'react';

/** Entries drawn at once: a list of thousands would freeze the page, and nobody reads that far. */
const STEP = 100;

export interface Shown<T> {
  readonly items: readonly T[];
  /** Entries not shown yet. */
  readonly left: number;
  more(): void;
}

/** The first entries of a long list, and the way to more of them. */
export function useShown<T>(all: readonly T[]): Shown<T> {
  const [count, setCount] = useState(STEP);
  return {
    items: all.slice(0, count),
    left: Math.max(0, all.length - count),
    more: () => setCount(count + STEP),
  };
}
