import { expect, test } from 'vitest';
import { readHeaders } from './readHeaders.ts';

const read = (header: string): string => {
  const [{ readings }] = readHeaders([header]) as [ReturnType<typeof readHeaders>[number]];
  const { content, qualifiers, words, ordinal, group } = readings[0].meaning;
  const numbers = `${ordinal > 1 ? ` ${ordinal}` : ''}${group > 1 ? ` of ${group}` : ''}`;
  return [...content, ...qualifiers, ...words.map((word) => `?${word}`)].sort().join(' ') + numbers;
};

test.each([
  // compounds
  ['Företagsnamn', 'company-name'],
  ['Rechnungsadresse', 'address billing'],
  ['Kundenummer', 'customer-number'],
  ['Puhelinnumero', 'phone'],
  ['Toimitusosoite', 'address shipping'],
  ['Leveranspostnr', 'postal-code shipping'],
  ['Postadresse', 'address mailing'],
  ['Arbejdstelefonnummer', 'phone work'],
  ['Factuuradres', 'address billing'],
  // phrases in any order
  ['Date de naissance', 'birth-date'],
  ['Numéro de téléphone portable', 'mobile'],
  ['Nr. telefonu', 'phone'],
  ['Code postal de facturation', 'billing postal-code'],
  ['Indirizzo di posta elettronica', 'email'],
  // spellings
  ['firstName', 'first-name'],
  ['FIRST_NAME', 'first-name'],
  ['first-name*', 'first-name'],
  ['E Mail:', 'email'],
  ['Strasse', 'street'],
  ['Foeretagsnamn', 'company-name'],
  ['USt-IdNr.', 'vat-number'],
  // numbers
  ['E-mail 2', 'email 2'],
  ['Address Line 2', 'address-line-2'],
  ['Address 2: City', 'city of 2'],
  ['Address1', 'address'],
  // what is not known stays
  ['Zwobbel', '?zwobbel'],
  ['', ''],
])('%s', (header, expected) => {
  expect(read(header)).toBe(expected);
});

test('the other headers tell the language', () => {
  const meaningOf = (...headers: readonly string[]): unknown =>
    readHeaders(headers)[0]?.readings[0].meaning.content;
  expect(meaningOf('By', 'Postnr', 'Kommune', 'Vejnavn')).toEqual(['city']);
  expect(meaningOf('By', 'Created', 'Updated', 'First name')).not.toEqual(['city']);
});
