/**
 * A number as plain decimal text: a point, no grouping, never an exponent. Fractions and huge numbers
 * have the 15 significant digits Excel keeps, so that 0.1 + 0.2 reads `0.3`; whole numbers that a double
 * holds exactly keep all their digits.
 */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
  if (!Number.isFinite(value)) return '';
  const rounded = Number(value.toPrecision(15));
  // The last few numbers below infinity round up to it.
  const text = String(Number.isFinite(rounded) ? rounded : value);
  return text.includes('e') ? withoutExponent(text) : text;
}

function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d+)$/.exec(text) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}
