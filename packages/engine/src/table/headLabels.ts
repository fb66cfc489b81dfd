import { columnLetters } from '../source/columnLetters.ts';

/** Headers made unique and never empty, for people: `Phone`, `Phone (2)`, `Column C`. */
export function uniqueLabels(headers: readonly string[]): readonly string[] {
  const plain = headers.map((header) => header.trim().replaceAll(/\s+/g, ' '));
  // A header that reads `Phone (2)` itself keeps its name.
  const taken = new Set(plain);
  const next = new Map<string, number>();
  return plain.map((text, index) => {
    const base = text === '' ? `Column ${columnLetters(index)}` : text;
    const first = !next.has(base) && (text !== '' || !taken.has(base));
    let n = next.get(base) ?? 2;
    let label = base;
    if (!first) {
      while (taken.has(`${base} (${n})`)) n++;
      label = `${base} (${n++})`;
    }
    next.set(base, n);
    return label;
  });
}

/** Names a set of headers: the same headers in the same order, case and blanks aside, have the same. */
export function headerSignature(headers: readonly string[], hasHeader: boolean): string {
  if (!hasHeader) return `none-${headers.length}`;
  const text = headers
    .map((one) => one.trim().replaceAll(/\s+/g, ' ').toLowerCase())
    .join('\u001f');
  return `${headers.length}-${hash(text, 0x811c9dc5)}${hash(text, 0x9747b28c)}`;
}

/** FNV-1a, 32 bits, as hex. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
