/**
 * How much a cell looks like a value a person would put into a cell of its own (0–1): the type score
 * of Van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type patterns"
 * (2019), graded instead of yes or no.
 */
export function cellShape(cell: string): number {
  const text = cell.trim();
  if (text === '') return 0.8;
  if (text.length > 300) return 0.4;
  if (isTypedValue(text)) return 1;
  if (CUT_QUOTE.test(text)) return 0;
  if (!LETTER.test(text)) return 0.1;
  if (WORDS.test(text)) return 0.9;
  return /[;|\t]/.test(text) ? 0.3 : 0.5;
}

/** Number, date, time, money, e-mail, address, identifier, or a word for nothing. */
export function isTypedValue(text: string): boolean {
  return TYPED.some((pattern) => pattern.test(text));
}

const TYPED: readonly RegExp[] = [
  // 12 · -1.5 · 1 234,50 · 1,234.50 · 12e-3 · .5 · 12 %
  /^[-+(]?\s?\p{Sc}?\s?(?:\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+|\d+)?(?:[.,]\d+)?(?:[eE][-+]?\d+)?\s?[%‰)]?$/u,
  // 12,50 kr · 99.95 EUR · $ 12 · USD 12
  /^(?:\p{Sc}|[A-Z]{2,3}\$?)\s?[-+]?\d[\d., \u00a0]*-?$/u,
  /^[-+]?\d[\d., \u00a0]*\s?(?:\p{Sc}|[A-Za-z]{1,4}\.?)$/u,
  // 2024-03-01 · 1.3.2024 · 3/1/24 · with a time
  /^\d{1,4}([-/. ])\d{1,2}\1\d{1,4}(?:[T ,]\s?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s?(?:[AaPp]\.?[Mm]\.?)?(?:Z|[-+]\d{2}:?\d{2})?)?$/,
  /^\d{1,2}[-. /]?\p{L}{3,9}\.?[-. /,]\s?\d{2,4}$/u,
  /^\p{L}{3,9}\.? \d{1,2},? \d{4}$/u,
  /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[AaPp]\.?[Mm]\.?)?$/,
  /^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u,
  /^(?:https?|ftp):\/\/[^\s"]+$/i,
  /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}(?:\/[^\s"]*)?$/i,
  /^\d{1,3}(?:\.\d{1,3}){3}$/,
  // Phone numbers, organisation numbers, article numbers
  /^[+(]?\d[\d ()/-]{4,}\d$/,
  /^[A-Z]{1,5}[-_]?\d+(?:[-_][A-Z0-9]+)*$/,
  /^(?:n\/?a|nan|null|none|true|false|yes|no|\\N|-+)$/i,
];

// A colon inside a word (`anna:31`) parts it, one after a word (`Note: late`) does not.
const WORDS = /^[\p{L}\p{N}#_](?:[\p{L}\p{M}\p{N} .\-_'’()&/#+°§@%!?*]|:(?= |$))*$/u;
const LETTER = /\p{L}/u;
// A cell that a wrong reading cut out of a quoted one; `5"` is inches.
const CUT_QUOTE = /^["']|[^\d]["']$/;
