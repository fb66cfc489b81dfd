/** How grave an issue is: an `error` keeps its row out, a `warning` only tells. */
export type IssueSeverity = 'error' | 'warning' | 'info';

/** What an issue's text is filled with: plain JSON values only. */
export type IssueParams = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/**
 * Something found in the file, told as data. Its text is made at the edge by a locale
 * (see `formatIssue`), so the engine never holds a sentence.
 */
export interface Issue {
  /** Stable machine code in kebab-case, e.g. `required` or `unterminated-quote`. */
  readonly code: string;
  readonly severity: IssueSeverity;
  /** Row number as the user's spreadsheet shows it (1-based); absent when it concerns the whole file or column. */
  readonly row?: number;
  /** Column index in the file, 0-based. */
  readonly column?: number;
  readonly entity?: string;
  readonly field?: string;
  readonly params: IssueParams;
}
