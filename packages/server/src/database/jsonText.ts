/** Escapes that Postgres takes in no text: NUL, and halves of surrogate pairs. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/** A value as the text of a `json` parameter. Characters that Postgres can not store become U+FFFD. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return UNSTORABLE.test(text)
    ? JSON.stringify(value, (_key, part: unknown) =>
        typeof part === 'string' ? storableText(part) : part,
      )
    : text;
}

/** A text as Postgres can store it. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd');
}
