import { createBlockBuilder } from '../BlockBuilder.ts';
import { rowsOf } from '../cellsOf.ts';
import type { Dialect } from './Dialect.ts';
import { createTokenizer } from './tokenizeText.ts';

export interface SampleRows {
  readonly rows: readonly (readonly string[])[];
  /** Repairs the dialect made necessary. */
  readonly repairs: number;
}

/** The rows of a piece of text under a dialect; `whole`: the text does not go on after it. */
export function readSample(text: string, dialect: Dialect, whole: boolean): SampleRows {
  let repairs = 0;
  const out = createBlockBuilder();
  const tokenizer = createTokenizer(dialect, out, () => repairs++);
  tokenizer.push(text);
  if (whole) tokenizer.end();
  const rows = out.take(true).flatMap(rowsOf);
  return { rows, repairs };
}
