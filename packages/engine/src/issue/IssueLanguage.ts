import type { IssueTexts } from './IssueTexts.ts';

/**
 * A language in which reasons are asked for: its tag (BCP 47, e.g. `sv-SE`), or its texts. Texts are used as they are
 * where the file is written in this thread; to a worker or a server only their tag goes, which takes the nearest it knows.
 */
export type IssueLanguage = string | IssueTexts;

/** What crosses to where texts can not go. */
export function languageTag(language: IssueLanguage): string {
  return typeof language === 'string' ? language : language.language;
}
