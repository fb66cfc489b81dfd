/** A value as the text of a `json` parameter. What Postgres takes in no text (NUL, half a surrogate pair) becomes U+FFFD. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '\uFFFD') : part,
  );
}
