/** One thing measured, in milliseconds. */
export type Measured = () => unknown;

export interface Ratio {
  readonly ours: number;
  readonly theirs: number;
  /** Median of the ratios ours/theirs, pair by pair: it holds when the machine's speed drifts. */
  readonly ratio: number;
}

/** Runs both in turn, after a warm-up of each, and compares them pair by pair. Times are medians in ms. */
export async function pairedRuns(ours: Measured, theirs: Measured, runs = 7): Promise<Ratio> {
  await ours();
  await theirs();
  const pairs: (readonly [number, number])[] = [];
  for (let n = 0; n < runs; n++) pairs.push([await timed(ours), await timed(theirs)]);
  return {
    ours: median(pairs.map(([a]) => a)),
    theirs: median(pairs.map(([, b]) => b)),
    ratio: median(pairs.map(([a, b]) => a / b)),
  };
}

async function timed(run: Measured): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
