/** Whether a text is a valid number of the format. Never throws. */
export type NumberCheck = (text: string) => boolean;

/**
 * A registered identifier format by the name `country.number` of stdnum: `se.orgnr`, `fi.ytunnus`, `no.orgnr`; `eu.vat`
 * takes a VAT number of any EU country, told by its prefix. Null where there is no such format.
 * Loaded only when a schema has one: the collection is large.
 */
export async function registeredFormat(format: string): Promise<NumberCheck | null> {
  const { stdnum, euVat } = await import('stdnum');
  const [country = '', name = ''] = format.split('.');
  if (format.toLowerCase() === 'eu.vat') {
    return (text) => {
      const prefix = text.trim().slice(0, 2).toUpperCase();
      // Greece writes EL.
      const validators = own(euVat, prefix === 'EL' ? 'GR' : prefix) ?? [];
      return validators.some((validator) => passes(validator, text));
    };
  }
  const validator = own(own(stdnum, country.toUpperCase()) ?? {}, name.toLowerCase());
  return validator === undefined ? null : (text) => passes(validator, text);
}

function passes(
  validator: { validate(value: string): { readonly isValid: boolean } },
  text: string,
): boolean {
  try {
    return validator.validate(text).isValid;
  } catch {
    return false;
  }
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
