import { CELL_KINDS, type CellColumn } from '../source/Block.ts';
import { createDateEvidence, type DateEvidence } from './dateEvidence.ts';
import { LOOKS_LIKE } from './looksLike.ts';
import { createNumberEvidence, type NumberEvidence } from './numberEvidence.ts';
import { type ColumnEvidence, type ColumnProfile, DISTINCT_LIMIT } from './Table.ts';

/** Filled cells that are tried as each type at the start of a block; beyond, one in `STRIDE`. */
const TRIED = 32;
const STRIDE = 31;
/** Samples shown of a column. */
const SAMPLES = 5;

const NUMBER = CELL_KINDS.indexOf('number');

type Likely = keyof ColumnProfile['likely'];
const TYPES = Object.keys(LOOKS_LIKE) as Likely[];

export interface ColumnProfiler {
  /** Gives how many of the cells are filled. */
  add(column: CellColumn | undefined, size: number): number;
  profile(): ColumnProfile;
  samples(): readonly string[];
}

/**
 * Counts over one column, block by block. Distinct values are counted up to the limit, types are tried
 * on a sample; only where the sample says dates or numbers is every cell asked what it proves.
 */
export function createColumnProfiler(): ColumnProfiler {
  const counts = new Map<string, number>();
  const dates = createDateEvidence();
  const numbers = createNumberEvidence();
  const likely = new Map<Likely, number>(TYPES.map((type) => [type, 0]));
  let tried = 0;
  let filled = 0;
  let empty = 0;
  let maxLength = 0;
  let complete = true;

  // Equal values often follow one another: a run is counted before it is looked up.
  let runText = '';
  let runCount = 0;

  function countDistinct(text: string): void {
    if (text === runText) {
      runCount++;
      return;
    }
    endRun();
    runText = text;
    runCount = 1;
  }

  function endRun(): void {
    if (runCount === 0) return;
    const count = counts.get(runText);
    if (count !== undefined || counts.size < DISTINCT_LIMIT)
      counts.set(runText, (count ?? 0) + runCount);
    else complete = false;
    runCount = 0;
  }

  function tryTypes(text: string): void {
    tried++;
    for (const type of TYPES) {
      if (LOOKS_LIKE[type](text)) likely.set(type, (likely.get(type) as number) + 1);
    }
  }

  const mostly = (type: Likely): boolean => (likely.get(type) as number) * 2 > tried;

  return {
    add(column, size) {
      if (column === undefined) {
        empty += size;
        return 0;
      }
      const { texts, kinds } = column;
      const from = filled;
      for (let r = 0; r < size; r++) {
        const text = texts[r] as string;
        if (text === '') continue;
        filled++;
        if (text.length > maxLength) maxLength = text.length;
        if (complete) countDistinct(text);
        if (filled - from <= TRIED || filled % STRIDE === 0) tryTypes(text.trim());
      }
      endRun();
      empty += size - (filled - from);
      if (mostly('date')) for (let r = 0; r < size; r++) dates.add((texts[r] as string).trim());
      if (mostly('number'))
        for (let r = 0; r < size; r++)
          numbers.add((texts[r] as string).trim(), kinds !== undefined && kinds[r] === NUMBER);
      return filled - from;
    },
    profile: () => ({
      filled,
      empty,
      distinct: [...counts].toSorted((a, b) => b[1] - a[1]),
      distinctComplete: complete,
      maxLength,
      likely: share(likely, tried),
      evidence: provenBy(dates, numbers),
    }),
    samples: () => [...counts.keys()].filter((text) => text.trim() !== '').slice(0, SAMPLES),
  };
}

function provenBy(dates: DateEvidence, numbers: NumberEvidence): ColumnEvidence {
  return {
    dateOrders: dates.orders(),
    decimals: numbers.decimals(),
    ...(dates.conflict() && { datesConflict: true }),
    ...(numbers.conflict() && { decimalsConflict: true }),
  };
}

function share(likely: ReadonlyMap<Likely, number>, tried: number): ColumnProfile['likely'] {
  const of = (type: Likely): number => (tried === 0 ? 0 : (likely.get(type) as number) / tried);
  return {
    number: of('number'),
    date: of('date'),
    boolean: of('boolean'),
    email: of('email'),
    phone: of('phone'),
    url: of('url'),
  };
}
