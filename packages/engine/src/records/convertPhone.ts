import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/min';
import {
  type CellConverter,
  type Converted,
  KIND,
  readWithWarning,
  unreadable,
} from './CellConverter.ts';
import { simplePhones } from './simplePhones.ts';

const LONGEST = 100;

/**
 * Phone numbers as E.164 (`+46701234567`), with `;ext=12` behind where there is an extension.
 * @param country ISO 3166 code a number without a prefix belongs to.
 */
export function phoneConverter(country: string | undefined): CellConverter {
  const home = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const simple = simplePhones(home);
  return (text, kind) => simple(text) ?? convertAny(text, kind, home);
}

const LABEL = /^(?:tel|phone|tfn|tlf|telefon|mobil|mob|puh|[tm])[.:\s]+/iu;
/** A fraction: what stands in a column of amounts mapped by mistake. */
const FRACTION = /^0?[.,]\d+$/u;

function convertAny(text: string, kind: number, home: CountryCode | undefined): Converted {
  const isLong = kind === KIND.number && /^\d{16,}$/u.test(text);
  if (isLong || /^\d(?:[.,]\d+)?E\+?\d+$/iu.test(text)) return unreadable('phone-rounded', text);
  if (text.length > LONGEST || !/\d/u.test(text) || FRACTION.test(text)) {
    return unreadable('phone-invalid', text);
  }
  const tidy = text.replace(LABEL, '').replace(/\.0$/u, kind === KIND.number ? '' : '.0');
  const found = bestOf(spellings(tidy, kind), home);
  if (found?.isValid() === true) return asText(found);
  if (isSeveral(tidy)) return unreadable('phone-several', text);
  if (found !== undefined) return readWithWarning(asText(found), 'phone-doubtful', { value: text });
  return withinText(tidy, text, home);
}

/** The first spelling that is a number in use, else the first that has a number's length. */
function bestOf(
  candidates: readonly string[],
  home: CountryCode | undefined,
): PhoneNumber | undefined {
  const options = { extract: false, ...(home === undefined ? {} : { defaultCountry: home }) };
  const numbers = candidates.map((candidate) => parsePhoneNumberFromString(candidate, options));
  const valid = numbers.find((number) => number?.isValid() === true);
  return valid ?? numbers.find((number) => number?.isPossible() === true);
}

function isSeveral(text: string): boolean {
  const parts = text.split(/[,;/]|\b(?:or|och|eller|oder|ou|og)\b/iu);
  return parts.filter((part) => part.replace(/\D/gu, '').length >= 6).length > 1;
}

/** A number with words around it (`Eva 070-123 45 67`): taken, with a warning. */
function withinText(tidy: string, text: string, home: CountryCode | undefined): Converted {
  const number = parsePhoneNumberFromString(tidy, home);
  if (number?.isValid() === true) {
    return readWithWarning(asText(number), 'phone-within-text', {
      value: text,
      number: asText(number),
    });
  }
  const international = /^\s*(?:\+|00)/u.test(tidy);
  return unreadable(
    home === undefined && !international ? 'phone-country-missing' : 'phone-invalid',
    text,
  );
}

/** What may have been meant, the likeliest first. */
function spellings(text: string, kind: number): readonly string[] {
  // "+46 (0)70 123": the nought is for calls from inside the country.
  const national = text.replace(/\(0\)/gu, '').replace(/^00(?=[1-9])/u, '+');
  const digits = text.replace(/[\s()./-]/gu, '');
  if (!/^[1-9]\d{6,14}$/u.test(digits)) return [national];
  // A spreadsheet took it for a number and dropped what stood before it: a nought, or the plus.
  const lost = [`0${digits}`, `+${digits}`];
  return kind === KIND.number ? [national, ...lost] : [national, `+${digits}`];
}

function asText(number: PhoneNumber): string {
  return number.ext === undefined || number.ext === ''
    ? number.number
    : `${number.number};ext=${number.ext}`;
}
