import {
  KIND,
  type CellConverter,
  type Converted,
  unreadable,
  readWithWarning,
} from './CellConverter.ts';

// White space, byte-order marks, zero-width and direction marks: what pasting leaves around a text.
const EDGE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cc}/u;
const APOSTROPHE = 0x27;
// As `escapeFormula` puts them.
const FORMULA_APOSTROPHES = /^'+(?=[=+\-@\t\r\n＝＋－＠])/u;
const HASH = 0x23;

/**
 * The cell text without what surrounds it: spaces of every kind, invisible marks, and the apostrophe that keeps a
 * spreadsheet from running the text as a formula.
 */
export function cleanCell(text: string): string {
  if (text === '') return '';
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (isVisibleAscii(first) && isVisibleAscii(last) && first !== APOSTROPHE) return text;
  // Apostrophes first: before a mere tab they would stay behind. However many, so that a text reads as it did before
  // it was made safe once more.
  let cleaned = text;
  for (let before = ''; before !== cleaned;) {
    before = cleaned;
    cleaned = trimEdges(cleaned.replace(FORMULA_APOSTROPHES, ''));
  }
  return cleaned;
}

/** A text in Unicode's composed form: `a` + ring and `å` are the same letter to everyone but a computer. */
export function composed(text: string): string {
  // Nothing below U+0300 changes, which spares nearly every European text the call.
  return /[\u0300-\uffff]/u.test(text) ? text.normalize('NFC') : text;
}

const ERROR_TEXT =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|SAKNAS!|REFERENS!|VÄRDEFEL!|DIVISION\/0!|NAMN\?|OGILTIGT!|SKÄRNING!)$/u;
const PLACEHOLDER =
  /^(?:n\/?a\.?|n\.a\.|null|nil|none|undefined|nan|-+|–|—|\?+|\.+|\(?(?:blank|empty|tom|tomt|leer|vide)\)?)$/iu;

/**
 * Wraps the converter of a type that has no use for a spreadsheet's error texts and for what people write for
 * "nothing": an error cell is an issue, a placeholder such as `N/A` or `-` is read as empty, with a warning.
 */
export function exceptNothing(convert: CellConverter): CellConverter {
  return (text, kind) => {
    const converted = convert(text, kind);
    if (!isUnread(converted)) return converted;
    if (kind === KIND.error || ERROR_TEXT.test(text)) return unreadable('cell-error', text);
    if (PLACEHOLDER.test(text)) return readWithWarning(null, 'placeholder-empty', { value: text });
    return converted;
  };
}

/** For types that hold any text: only an error cell of a spreadsheet is not one. */
export function exceptErrors(convert: CellConverter): CellConverter {
  const guarded = (text: string, kind: number): Converted =>
    kind === KIND.error || (text.charCodeAt(0) === HASH && ERROR_TEXT.test(text))
      ? unreadable('cell-error', text)
      : convert(text, kind);
  return Object.assign(guarded, { cheap: convert.cheap ?? false });
}

function isUnread(converted: Converted): boolean {
  return (
    typeof converted === 'object' &&
    converted !== null &&
    'issues' in converted &&
    converted.issues.some(({ severity }) => severity === 'error')
  );
}

// A loop and no regular expression: one with `+$` takes quadratic time on a long run of spaces.
function trimEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text.charAt(start))) start += 1;
  while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}
