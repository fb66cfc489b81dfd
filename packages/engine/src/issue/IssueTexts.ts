import type { ImportErrorCode } from './ImportError.ts';
import type { IssueParams } from './Issue.ts';
import type { IssueCode } from './IssueCode.ts';

/** A text with `{param}` places, or a function where the text depends on what is known. */
export type IssueText = string | ((params: IssueParams) => string);

/** One language: what is said of each issue and error. Add a language by filling every entry. */
export interface IssueTexts {
  /** BCP 47 tag, for numbers, dates and lists inside the texts. */
  readonly language: string;
  readonly issues: Readonly<Record<IssueCode, IssueText>>;
  /** Issues of the host's own kinds that come without a message; `{code}` is known. */
  readonly otherIssue: IssueText;
  /** Beside the error's params there is `{message}`, its English text. */
  readonly errors: Readonly<Record<ImportErrorCode, IssueText>>;
  /** Any other error; `{message}` is known. */
  readonly otherError: IssueText;
}
