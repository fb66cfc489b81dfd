import { type CountryCode, Metadata } from 'libphonenumber-js/min';

/**
 * A quick reader for the plain numbers of one country: the full parser takes some ten microseconds a number. Gives
 * the same result, or null where it can not be sure of that.
 */
export function simplePhones(country: CountryCode | undefined): (text: string) => string | null {
  const plan = country === undefined ? undefined : planOf(country);
  if (plan === undefined) return () => null;
  return (text) => {
    if (!/^\+?[\d \-()./]{6,24}$/u.test(text)) return null;
    const national = nationalPart(text, plan);
    return national !== null && plan.pattern.test(national) ? `+${plan.code}${national}` : null;
  };
}

function nationalPart(text: string, { code, prefix }: Plan): string | null {
  const digits = text.replace(/[^\d+]/gu, '');
  if (digits.startsWith('+')) {
    // "+46 (0)70 …" and "+46 070 …" are left to the full parser.
    const national = digits.slice(code.length + 1);
    return digits.startsWith(code, 1) && !text.includes('(') && !national.startsWith('0')
      ? national
      : null;
  }
  return digits.startsWith(prefix) && !digits.startsWith('00') ? digits.slice(prefix.length) : null;
}

interface Plan {
  readonly code: string;
  readonly prefix: string;
  readonly pattern: RegExp;
}

/** What the metadata knows beyond the library's typings. */
type FullPlan = Readonly<
  Record<
    'callingCode' | 'nationalNumberPattern' | 'nationalPrefix' | 'nationalPrefixForParsing',
    (() => unknown) | undefined
  >
>;

/** Only for countries whose national prefix is none, or a plain nought that is taken off. */
function planOf(country: CountryCode): Plan | undefined {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const full = metadata.numberingPlan as unknown as FullPlan | undefined;
  const read = (key: keyof FullPlan): unknown =>
    typeof full?.[key] === 'function' ? full[key]() : undefined;
  const code = read('callingCode');
  const pattern = read('nationalNumberPattern');
  const prefix = read('nationalPrefix') ?? '';
  if (typeof code !== 'string' || typeof pattern !== 'string' || typeof prefix !== 'string')
    return undefined;
  if (SHARED_CODES.has(code) || (read('nationalPrefixForParsing') ?? '') !== prefix)
    return undefined;
  if (prefix !== '0' && prefix !== '') return undefined;
  return { code, prefix, pattern: new RegExp(`^(?:${pattern})$`, 'u') };
}

/** Calling codes that several countries share with rules of their own, or whose numbers keep their nought. */
const SHARED_CODES: ReadonlySet<string> = new Set([
  '1',
  '7',
  '39',
  '61',
  '64',
  '212',
  '246',
  '262',
  '290',
  '590',
  '599',
]);
