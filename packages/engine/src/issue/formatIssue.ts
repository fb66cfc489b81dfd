import { en } from '../locales/en.ts';
import type { Issue, IssueParams } from './Issue.ts';
import type { IssueText, IssueTexts } from './IssueTexts.ts';

/**
 * An issue as a sentence or two: what is wrong, and what to do. Row and column are not part of it.
 * @example
 * formatIssue({ code: 'email-invalid', params: { value: 'eva@' } }, sv)
 */
export function formatIssue(issue: Pick<Issue, 'code' | 'params'>, texts: IssueTexts = en): string {
  const { code, params } = issue;
  const known = Object.hasOwn(texts.issues, code)
    ? texts.issues[code as keyof typeof texts.issues]
    : undefined;
  if (known !== undefined) return fillText(known, params, texts.language);
  const { message } = params;
  return typeof message === 'string'
    ? message
    : fillText(texts.otherIssue, { ...params, code }, texts.language);
}

/** An error (an `ImportError`, or one as data) as a sentence or two: what happened, why it matters, what to do. */
export function formatError(
  error: { readonly code?: string; readonly message: string; readonly params?: IssueParams },
  texts: IssueTexts = en,
): string {
  const { code = '', message } = error;
  const known = Object.hasOwn(texts.errors, code)
    ? texts.errors[code as keyof typeof texts.errors]
    : undefined;
  return fillText(known ?? texts.otherError, { ...error.params, message }, texts.language);
}

/** Values are cut so that a sentence stays one; whole sentences of a host or a library are not. */
const LONGEST_VALUE = 80;
const SENTENCES: ReadonlySet<string> = new Set(['message', 'detail', 'reason', 'problem']);

function fillText(text: IssueText, params: IssueParams, language: string): string {
  const shown = Object.fromEntries(
    Object.entries(params).map(
      ([name, value]) => [name, shownParam(name, value, language)] as const,
    ),
  );
  const template = typeof text === 'string' ? text : text(params);
  return template.replace(/\{(\w+)\}/gu, (place, name: string) =>
    Object.hasOwn(shown, name) ? String(shown[name]) : place,
  );
}

function shownParam(name: string, value: IssueParams[string], language: string): string {
  if (value === null) return '–';
  if (typeof value === 'number')
    return new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(value);
  if (typeof value === 'object')
    return new Intl.ListFormat(language, { type: 'disjunction' }).format(value.slice(0, 10));
  const text = String(value);
  if (SENTENCES.has(name)) return text;
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line;
}
