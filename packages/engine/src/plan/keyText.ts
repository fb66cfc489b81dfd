import type { Value } from '../schema/Schema.ts';

/** A tuple of normalised values as one text to find it by; null when a part is empty, for then nothing matches (UP9). */
export function keyText(parts: readonly Value[]): string | null {
  let text = '';
  for (const part of parts) {
    if (isEmpty(part)) return null;
    text += partText(part);
  }
  return text;
}

/** No value: what an empty cell gives, or an empty list or text of a store. */
export function isEmpty(value: Value | undefined): value is null | undefined {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Marked with type and length, so that no two tuples have the same text. */
function partText(part: Value): string {
  if (typeof part === 'string') return `s${part.length}:${part}`;
  if (typeof part === 'number') return `n${part};`;
  if (typeof part === 'boolean') return part ? 'T' : 'F';
  const json = JSON.stringify(part);
  return `j${json.length}:${json}`;
}
