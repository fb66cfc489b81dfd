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

function convertAny(text: string, kind: number, home: CountryCode | undefined): Converted {
  if (/^\d(?:[.,]\d+)?E\+?\d+$/iu.test(text)) return unreadable('phone-rounded', text);
  if (text.length > LONGEST || !/\d/u.test(text)) return unreadable('phone-invalid', text);
  const tidy = text
    .replace(/^(?:tel|phone|tfn|tlf|telefon|mobil|mob|puh|t|m)[.:\s]+/iu, '')
    .replace(/\.0$/u, kind === KIND.number ? '' : '.0');
  const candidates = spellings(tidy, kind).map((spelling) =>
    parsePhoneNumberFromString(spelling, home),
  );
  const valid = candidates.find((number) => number?.isValid() === true);
  if (valid !== undefined) return asText(valid);
  const possible = candidates.find((number) => number?.isPossible() === true);
  if (possible !== undefined)
    return readWithWarning(asText(possible), 'phone-doubtful', { value: text });
  if (home === undefined && !/^\s*(?:\+|00)/u.test(tidy))
    return unreadable('phone-country-missing', text);
  return unreadable('phone-invalid', text);
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
