/** Longer ones are not read as numbers. */
const LONG = 40;

/** A number as text that only a decimal point, or only a comma, fits: `1.234` could be a thousand, `1.2340` could not. */
export function numberForm(number: string, decimal: '.' | ','): string {
  const text = number.length > LONG ? String(Number(number)).replace(/^(-?\d+)e/, '$1.0e') : number;
  if (!/^-?\d+\.\d+(?:e[-+]?\d+)?$/i.test(text)) return text;
  return text.replace(/^-?\d{1,3}\.\d{3}(?=e|$)/i, (digits) => `${digits}0`).replace('.', decimal);
}
