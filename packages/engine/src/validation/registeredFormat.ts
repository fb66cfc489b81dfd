import { ownValue } from '../schema/ownValue.ts';

/** A registered kind of number. */
export interface RegisteredFormat {
  /** Whether a text is a valid number of the kind. Never throws. */
  readonly fits: (text: string) => boolean;
}

/**
 * A registered identifier format by the name `country.number` of stdnum: `se.orgnr`, `fi.ytunnus`, `no.orgnr`; `eu.vat`
 * takes a VAT number of any EU country, told by its prefix. Null where there is no such format.
 * Loaded only when a schema has one: the collection is large.
 */
export async function registeredFormat(format: string): Promise<RegisteredFormat | null> {
  const { stdnum, euVat } = await import('stdnum');
  const [country = '', number = ''] = format.toUpperCase().split('.');
  if (country === 'EU' && number === 'VAT') {
    return { fits: (text) => vatOf(euVat, text).some((vat) => passes(vat, text)) };
  }
  const validator = ownValue(ownValue(stdnum, country) ?? {}, number.toLowerCase());
  if (validator === undefined) return null;
  return { fits: (text) => passes(validator, text) };
}

interface Validator {
  validate(value: string): { readonly isValid: boolean };
}

function vatOf(
  byCountry: Readonly<Record<string, readonly Validator[]>>,
  text: string,
): readonly Validator[] {
  const prefix = text.trim().slice(0, 2).toUpperCase();
  // Greece writes EL.
  return ownValue(byCountry, prefix === 'EL' ? 'GR' : prefix) ?? [];
}

function passes(validator: Validator, text: string): boolean {
  try {
    return validator.validate(text).isValid;
  } catch {
    return false;
  }
}
