import type { SalesLine } from '../ports/SalesDocument.ts';

/** Lines as one text, the same for equal lines: a record's values are flat. */
export function linesText(lines: readonly SalesLine[]): string {
  return JSON.stringify(
    lines.map(({ product, text, quantity, price }) => [product, text, quantity, price]),
  );
}

/** The lines of a text made by `linesText`. */
export function parseLines(text: string): readonly SalesLine[] {
  const lines = JSON.parse(text) as readonly (readonly [string | null, string, number, number])[];
  return lines.map(([product, label, quantity, price]) => ({
    product,
    text: label,
    quantity,
    price,
  }));
}
