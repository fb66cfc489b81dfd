/**
 * What a spreadsheet would run as a formula when it opens a CSV (OWASP “CSV injection”), however many
 * apostrophes already stand before it.
 */
const RISKY = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** A negative number is only a number. */
const NEGATIVE_NUMBER = /^-\d+(?:[.,]\d+)*$/;
const ESCAPED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell's text made safe to open in a spreadsheet: what would run as a formula (`=…`, `+…`, `-…`, `@…`, or
 * after a tab or line break) gets an apostrophe before it. `unescapeFormula` is its exact inverse, so
 * `+46701234567` and even `'=x` come back as they were. Plain negative numbers stay as they are.
 */
export function escapeFormula(text: string): string {
  return RISKY.test(text) && !NEGATIVE_NUMBER.test(text) ? `'${text}` : text;
}

/**
 * The text before `escapeFormula`. For cells of text files alone: a workbook keeps the apostrophe out of the
 * cell's value by itself.
 */
export function unescapeFormula(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text;
}
