export interface EncodingGuess {
  /** WHATWG label, or one of `DOS_CODE_PAGES`. */
  readonly encoding: string;
  /** 0–1. Under `DOUBTFUL_ENCODING` the file should be looked at by a person. */
  readonly confidence: number;
  /** The next best; null where there is none. */
  readonly runnerUp: string | null;
}

export const DOUBTFUL_ENCODING = 0.7;
